package io.foyer.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.foyer.hub.config.ConfigException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks the running hub of this machine to apply the changes of its site files. */
final class ReloadCommand {
    private static final long PATIENCE_S = 30;

    private ReloadCommand() {}

    private record ReloadAnswer(int status, JsonNode body) {}

    static void run(Settings settings, Path folder) throws InterruptedException {
        Path file = settings.dataDir().resolve(LocalAccess.FILE);
        Vertx vertx = Vertx.vertx();
        try {
            LocalAccess.HubFile door = new JsonMapper().readValue(file.toFile(), LocalAccess.HubFile.class);
            refuseOther(folder, door.config());
            tell(ask(vertx, settings, door)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_S, TimeUnit.SECONDS));
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new ConfigException("foyer reload: no running hub was found by " + file + " (" + e.getMessage()
                    + "). Start it, or use the same data.dir and --config as it does.");
        } finally {
            vertx.close();
        }
    }

    /** Refuses another folder: the hub always reads the folder that it started with. */
    private static void refuseOther(Path folder, @Nullable String hubs) {
        if (hubs != null && !hubs.equals(LocalAccess.whole(folder))) {
            throw new ConfigException("foyer reload: the running hub reads " + hubs + ", not "
                    + LocalAccess.whole(folder) + ". Use --config " + hubs
                    + ", or stop the hub and start it with the other folder.");
        }
    }

    private static Future<ReloadAnswer> ask(Vertx vertx, Settings settings, LocalAccess.HubFile door) {
        HttpClientOptions options = new HttpClientOptions();
        // The client trusts the hub's own certificate, whatever name it carries.
        settings.tls().ifPresent(tls -> options.setSsl(true)
                .setVerifyHost(false)
                .setTrustOptions(
                        new PemTrustOptions().addCertPath(tls.certificate().toString())));
        HttpClient client = vertx.createHttpClient(options);
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(door.url() + "/api/v1/reload")
                .putHeader("Authorization", "Bearer " + door.token())
                .putHeader("Content-Type", "application/json");
        return client.request(request)
                .compose(open -> open.send(Buffer.buffer("{}")))
                .compose(response -> response.body().map(body -> new ReloadAnswer(response.statusCode(), json(body))))
                .eventually(client::close);
    }

    private static JsonNode json(Buffer body) {
        try {
            return new JsonMapper().readTree(body.getBytes());
        } catch (IOException e) {
            throw new ConfigException("foyer reload: what answered is no hub. Use the same data.dir as the hub does.");
        }
    }

    private static void tell(ReloadAnswer answer) {
        if (answer.status != 200) {
            throw new ConfigException(
                    answer.body.path("detail").asText("foyer reload: the hub answered " + answer.status + "."));
        }
        answer.body.path("changes").forEach(change -> System.out.println(change.asText()));
        System.out.println(answer.body.path("changes").isEmpty() ? "Nothing has changed." : "Applied.");
    }
}
