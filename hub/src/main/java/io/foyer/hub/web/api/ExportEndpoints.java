package io.foyer.hub.web.api;

import io.foyer.hub.site.Archive;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.List;

/** Exports people to a file that an import reads. */
final class ExportEndpoints {
    private final Archive archive;

    ExportEndpoints(Archive archive) {
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(Operation.ofSite(
                        HttpMethod.GET,
                        "/export/members",
                        Roles.ADMIN,
                        "members",
                        "Export everybody to a file that can be imported")
                .describedAs("""
                                The file is UTF-8 with a byte order mark. A cell that a spreadsheet would take for a \
                                formula begins with an apostrophe; an import removes the apostrophe. The file has no \
                                PINs.""")
                .answersFile(ImportEndpoints.CSV)
                .handledBy(this::write));
    }

    private Future<ApiAnswer> write(ApiCall call) {
        return call.answer(() -> StoreFault.of(archive.people(
                        call.site(), PeopleWriter.write(call.definition().timeZone())))
                .map(bytes -> ApiAnswer.ok(
                        new Download("text/csv; charset=utf-8", call.site() + "-members.csv", Buffer.buffer(bytes)))));
    }
}
