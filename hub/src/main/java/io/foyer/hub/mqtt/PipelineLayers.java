package io.foyer.hub.mqtt;

import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.vertx.mqtt.MqttServerOptions;

/** The layers between the socket of a new connection and MQTT, from the wire up. */
final class PipelineLayers {
    /** The name of Vert.x's handler of a socket. */
    static final String SOCKET = "handler";

    private static final int LONGEST_CLIENT_ID = 256;
    /** The request of a handshake has no body. */
    private static final int MOST_REQUEST_BYTES = 8 * 1_024;

    private static final int MOST_FRAME_BYTES = 2 * DeviceEdge.MOST_PACKET_BYTES;

    private PipelineLayers() {}

    static void lay(ChannelPipeline pipeline, boolean webSocket, DeviceConnection pipe) {
        if (webSocket) {
            layWebSocket(pipeline);
        }
        PacketSplitter packets = pipe.packets();
        pipeline.addBefore(SOCKET, "packets", packets);
        pipeline.addBefore(SOCKET, "mqttEncoder", MqttEncoder.INSTANCE);
        pipeline.addBefore(SOCKET, "mqttDecoder", new MqttDecoder(DeviceEdge.MOST_PACKET_BYTES, LONGEST_CLIENT_ID));
        pipeline.addBefore(SOCKET, "count", packets.count());
        // Vert.x removes these two at the CONNECT. Newcomers limits the time until then for all connections.
        pipeline.addBefore(SOCKET, "idle", new ChannelHandlerAdapter() {});
        pipeline.addBefore(SOCKET, "timeoutOnConnect", new ChannelHandlerAdapter() {});
        pipeline.addLast("bottom", new LastLayer(pipe));
    }

    /**
     * Lays the layers of WebSocket without compression: a compressed frame is then ill-formed and ends its connection.
     */
    private static void layWebSocket(ChannelPipeline pipeline) {
        pipeline.addBefore(SOCKET, "http", new HttpServerCodec());
        pipeline.addBefore(SOCKET, "request", new HttpObjectAggregator(MOST_REQUEST_BYTES));
        pipeline.addBefore(SOCKET, "paths", new WebSocketPaths());
        pipeline.addBefore(
                SOCKET,
                "webSocket",
                new WebSocketServerProtocolHandler(WebSocketServerProtocolConfig.newBuilder()
                        .websocketPath(WebSocketPaths.MQTT)
                        .subprotocols(MqttServerOptions.MQTT_SUBPROTOCOL_CSV_LIST)
                        .decoderConfig(WebSocketDecoderConfig.newBuilder()
                                .allowExtensions(false)
                                .maxFramePayloadLength(MOST_FRAME_BYTES)
                                .build())
                        .build()));
        pipeline.addBefore(SOCKET, "frames", new WebSocketFrames());
    }
}
