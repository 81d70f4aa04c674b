package io.foyer.hub.web.api;

import io.foyer.hub.site.Archive;
import io.foyer.hub.site.Houses;
import io.foyer.hub.site.Pins;
import io.foyer.hub.site.command.PeopleFile;
import io.foyer.hub.site.command.Reply;
import io.foyer.hub.web.api.PeopleReader.RowError;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Files of people: many at once, all or nothing. */
final class ImportEndpoints {
    private static final String IMPORT = "/import/members";
    private static final String CSV = "text/csv";

    private final Houses houses;
    private final Archive archive;
    private final Pins pins;

    ImportEndpoints(Houses houses, Archive archive, Pins pins) {
        this.houses = houses;
        this.archive = archive;
        this.pins = pins;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.file(IMPORT, Endpoint.ADMIN, CSV, this::read),
                Endpoint.ofSite(HttpMethod.GET, "/export/members", Endpoint.ADMIN, this::write));
    }

    /**
     * What a file holds.
     *
     * @param encoding UTF-8, UTF-16 or GBK; empty where it is none of these
     * @param imported true where it is in force now
     * @param errors the first {@link PeopleReader#MOST_ERRORS}
     * @param more errors beyond those
     */
    record Report(
            String encoding,
            int rows,
            int members,
            int memberships,
            int credentials,
            boolean imported,
            List<RowError> errors,
            int more) {
        static Report of(Found found, boolean imported) {
            return new Report(
                    found.encoding,
                    found.reader.rows(),
                    found.people.members().size(),
                    found.people.memberships().size(),
                    found.people.credentials().size(),
                    imported,
                    found.reader.errors(),
                    found.reader.more());
        }
    }

    /** A problem with the lines of the file that cause it. */
    record FileProblem(String title, int status, String detail, List<RowError> errors, int more) {}

    private Future<Answer> read(Call call) {
        boolean dryRun = call.fields().flag("dryRun", call.query("dryRun"));
        LocalDate today = LocalDate.ofInstant(call.now(), call.house().timeZone());
        return call.answer(() -> call.aside(() -> read(call.bytes(), new PeopleReader(call.house(), today, pins)))
                .compose(found -> answer(call, found, dryRun)));
    }

    /** What was read; the encoding is empty where it could not be. */
    private record Found(String encoding, PeopleReader reader, PeopleFile people) {}

    private static Found read(byte[] bytes, PeopleReader reader) {
        CsvText file = CsvText.of(bytes);
        reader.read(file);
        return new Found(file.encoding(), reader, reader.people());
    }

    private Future<Answer> answer(Call call, Found found, boolean dryRun) {
        PeopleReader reader = found.reader;
        boolean tries = dryRun || !reader.errors().isEmpty();
        Future<Reply> asked = tries
                ? houses.screen(call.site(), found.people.credentials())
                : houses.importPeople(call.site(), found.people, call.session().user());
        return asked.map(reply -> {
            Reply.Refused refusal = reply.refusal();
            if (refusal != null) {
                reader.refuse(refusal);
            }
            Report report = Report.of(found, !tries && reply.isDone());
            boolean isTold = dryRun || reader.errors().isEmpty();
            return isTold ? Answer.of(reply, report) : bad(report);
        });
    }

    private static Answer bad(Report report) {
        int errors = report.errors().size() + report.more();
        String detail =
                "Nothing was imported: %d %s; see `errors`.".formatted(errors, errors == 1 ? "error" : "errors");
        return new Answer(400, new FileProblem("Bad Request", 400, detail, report.errors(), report.more()), Map.of());
    }

    private Future<Answer> write(Call call) {
        return call.answer(() -> Asked.of(archive.people(
                        call.site(), PeopleWriter.write(call.house().timeZone())))
                .map(bytes -> Answer.ok(
                        new Download("text/csv; charset=utf-8", call.site() + "-members.csv", Buffer.buffer(bytes)))));
    }
}
