package io.foyer.hub.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.web.TestClock;
import io.foyer.hub.web.TestSites;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.vertx.core.http.ServerWebSocket;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClosingViewerTest {
    private final Counter counter = new SimpleMeterRegistry().counter("frames");
    private final TestSites sites = new TestSites();
    private final SiteSnapshot now =
            new SiteSnapshot(sites.definition("harbour").orElseThrow());
    private final LiveStream stream =
            new LiveStream("harbour", Set.of(LiveTopic.OCCUPANCY), false, now, new TestClock());

    /** As the real one is between a peer's close frame and its end: it refuses whatever is asked of it. */
    private Viewer viewer(boolean[] gone, boolean admitsIt, EmbeddedChannel channel) {
        Object socket = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ServerWebSocket.class}, (self, method, values) -> {
                    if (method.getName().equals("isClosed")) {
                        return gone[0] && admitsIt;
                    }
                    if (gone[0] && !method.getName().equals("close")) {
                        throw new IllegalStateException("WebSocket is closed");
                    }
                    return method.getReturnType() == boolean.class ? false : null;
                });
        return new Viewer((ServerWebSocket) socket, channel, counter, counter);
    }

    private void theOtherIsToldThoughOne(boolean admitsIt) {
        boolean[] gone = {false};
        EmbeddedChannel seen = new EmbeddedChannel();
        stream.join(viewer(gone, admitsIt, new EmbeddedChannel()), new ViewerPlace(null, null));
        stream.join(viewer(new boolean[1], true, seen), new ViewerPlace(null, null));
        gone[0] = true;
        for (int second = 0; second < 4; second++) {
            stream.second();
        }
        assertThat(seen.outboundMessages()).hasSize(3);
        ByteBuf third = (ByteBuf) List.copyOf(seen.outboundMessages()).get(2);
        assertThat(third.toString(StandardCharsets.UTF_8)).contains("tick");
    }

    @Test
    void a_viewer_that_is_closing_keeps_nothing_from_the_others() {
        theOtherIsToldThoughOne(true);
    }

    @Test
    void a_viewer_that_fails_is_let_go_and_the_others_are_told() {
        theOtherIsToldThoughOne(false);
    }
}
