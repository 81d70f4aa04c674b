package io.foyer.hub.mqtt;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/**
 * Checks the path of a request to the WebSocket port. The path of MQTT may have a slash at its end and a query, as
 * clients and proxies write them. Any other request gets 404, and the connection ends.
 */
final class WebSocketPaths extends SimpleChannelInboundHandler<FullHttpRequest> {
    static final String MQTT = "/mqtt";

    WebSocketPaths() {
        super(false);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext channel, FullHttpRequest request) {
        if (isMqtt(request.uri())) {
            request.setUri(MQTT);
            channel.fireChannelRead(request);
            return;
        }
        request.release();
        DefaultFullHttpResponse answer =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_FOUND);
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0).set(HttpHeaderNames.CONNECTION, "close");
        channel.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }

    private static boolean isMqtt(String uri) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        return path.equals(MQTT) || path.equals(MQTT + "/");
    }
}
