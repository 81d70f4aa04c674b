package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.definition.Schedule;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.command.FileCredential;
import io.foyer.hub.site.command.PeopleFile;
import io.foyer.hub.site.command.Reply;
import io.foyer.hub.web.TestHub;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A hub whose house has a plan, and who sends files to it. */
final class ImportHub implements AutoCloseable {
    static final String PATH = "/api/v1/sites/harbour/import/members";

    final TestHub hub = new TestHub();

    record Answered(int status, JsonNode body) {}

    ImportHub() {
        SiteDefinition definition = hub.sites.harbour;
        hub.sites.harbour = new SiteDefinition(
                definition.site(),
                definition.name(),
                definition.timeZone(),
                definition.currency(),
                definition.zones(),
                definition.doors(),
                definition.devices(),
                definition.meters(),
                definition.schedules(),
                SiteDefinition.byId(
                        List.of(new Plan("day", BilingualText.of("Day"), List.of("f1"), Schedule.ALWAYS, null, 0)),
                        Plan::id));
    }

    void forget() {
        hub.sites.files.clear();
        hub.sites.screened.clear();
        hub.sites.reply = new Reply.Success();
    }

    Answered post(String path, byte[] file, String type, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(hub.uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<byte[]> answer = hub.client().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        TestHub.CONTRACT.check(
                "POST",
                path,
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                new String(answer.body(), StandardCharsets.UTF_8));
        return new Answered(answer.statusCode(), new ObjectMapper().readTree(answer.body()));
    }

    Answered send(String path, byte[] file) throws Exception {
        return post(path, file, "text/csv", hub.accounts.token(Role.ADMIN));
    }

    Answered send(String path, String file) throws Exception {
        return send(path, file.getBytes(StandardCharsets.UTF_8));
    }

    PeopleFile imported() {
        assertThat(hub.sites.files).hasSize(1);
        assertThat(hub.sites.screened).isEmpty();
        return hub.sites.files.get(0);
    }

    List<Credential> importedCredentials() {
        return imported().credentials().all().stream()
                .map(FileCredential::credential)
                .toList();
    }

    void assertNothingWasImported() {
        assertThat(hub.sites.files).isEmpty();
    }

    @Override
    public void close() {
        hub.close();
    }
}
