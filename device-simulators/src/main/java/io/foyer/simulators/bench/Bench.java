package io.foyer.simulators.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** {@code ./foyer bench}. */
public final class Bench {
    private final Path home;
    private final PrintStream out;

    public Bench(PrintStream out) {
        this.home = home();
        this.out = out;
    }

    /** The project's top level: this code stands in device-simulators/target/. */
    private static Path home() {
        try {
            Path code = Path.of(Bench.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code.resolve("../../..").normalize();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public void run(List<String> words) {
        try {
            measure();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void measure() throws IOException {
        try (Workbench bench = new Workbench()) {
            BenchSite site = BenchSite.of(50, 8);
            Path config = bench.folder().resolve("config");
            site.write(config);
            ServerProcess hub =
                    bench.keep(ServerProcess.hub(home, config, bench.folder().resolve("data"), "bench-admin"));
            ServerProcess echo = bench.keep(ServerProcess.echo());
            out.println("hub ready after " + hub.awaitReady().toMillis() + " ms");
            echo.awaitReady();
            Vertx vertx = Vertx.vertx();
            bench.keep(() -> vertx.close().await());
            for (ServerProcess server : List.of(hub, echo)) {
                ingest(vertx, server, site);
            }
        }
    }

    private void ingest(Vertx vertx, ServerProcess server, BenchSite site) {
        NetClient client = vertx.createNetClient();
        Context context = vertx.getOrCreateContext();
        Ingest ingest = new Ingest(vertx, 32);
        on(context, () -> ingest.connect(client, server.port("mqtt"), site.sensors()));
        for (int i = 0; i < 4; i++) {
            double cpu = server.cpu();
            double database = server.databaseCpu();
            double own = CpuTime.of(ProcessHandle.current().pid());
            long began = System.nanoTime();
            Ingest.Measured done = on(context, () -> ingest.run(5_000));
            double seconds = (System.nanoTime() - began) / 1e9;
            double per = done.messages() / 1e5;
            out.printf(
                    "%.0f msg/s, cpu/100k server %.2f database %.2f client %.2f, puback p50 %.1f ms p99 %.1f ms%n",
                    done.messages() / seconds,
                    (server.cpu() - cpu) / per,
                    (server.databaseCpu() - database) / per,
                    (CpuTime.of(ProcessHandle.current().pid()) - own) / per,
                    done.waits().getValueAtPercentile(50) / 1e6,
                    done.waits().getValueAtPercentile(99) / 1e6);
        }
    }

    private static <T> T on(Context context, Supplier<Future<T>> work) {
        return Future.<T>future(
                        promise -> context.runOnContext(turn -> work.get().onComplete(promise)))
                .await();
    }
}
