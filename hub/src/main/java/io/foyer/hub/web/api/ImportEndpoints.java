package io.foyer.hub.web.api;

import io.foyer.hub.site.Archive;
import io.foyer.hub.site.SealedPins;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.site.command.PeopleFile;
import io.foyer.hub.site.command.Reply;
import io.foyer.hub.web.api.PeopleReader.RowError;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Endpoints for files of people. An import takes the whole file or nothing. */
final class ImportEndpoints {
    private static final String CSV = "text/csv";

    private final SiteDirectory directory;
    private final Archive archive;
    private final SealedPins pins;

    ImportEndpoints(SiteDirectory directory, Archive archive, SealedPins pins) {
        this.directory = directory;
        this.archive = archive;
        this.pins = pins;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.POST,
                                "/import/members",
                                Roles.ADMIN,
                                "members",
                                "Import people from a file, all or nothing")
                        .describedAs(
                                "Commas, semicolons or tabs; UTF-8 with or without its mark, UTF-16 with it, or GBK; 8-bit text of other languages is refused by its lines. Blank columns, rows and cells are no content. Dates as spreadsheets write them; `11/1/2026` only where another date of the file tells the month. A cell that is not the number of one card is an error. Eight digits are a decimal without its zeros in a file without hexadecimal cards. 10 MB and 200,000 rows at most. A dry run answers 200 with its errors; otherwise a file with errors is refused: 1,000 are told, and `more` counts the rest. A card that is registered for another member is an error: to move it remove it first, or write it singly.")
                        .takes(Parameter.flag("dryRun", "Only say what would be wrong, and change nothing"))
                        .answers(ImportReport.class)
                        .responds(
                                new Response(
                                        400,
                                        "Nothing was imported: the answer has the lines that cannot be used",
                                        Content.problem(FileProblem.class)),
                                Response.CONFLICT,
                                Response.problem(413, "The file is larger than 10 MB"),
                                Response.problem(415, "The body is no text/csv"),
                                Response.UNWRITABLE)
                        .handledBy(
                                Content.file(
                                        CSV,
                                        "The first line names the columns, in any order: `member`, and at will `name`, `company`, `exempt` (with semicolons), `membership` (blank for MEMBER.PLAN), `plan`, `from`, `until`, `membership-status`, `zone`, `team` (the membership's company), `starts-on-first-use`, `credential-type` (blank for card), `credential`, `credential-status`, `credential-until`, `pin`. A row has a member and at will one membership and one credential; who has more has more rows, in which the name may be blank. What is in the file is written as by the single requests; what is not stays as it is."),
                                this::read),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/export/members",
                                Roles.ADMIN,
                                "members",
                                "Everybody, as a file that can be imported")
                        .describedAs(
                                "UTF-8 with its mark. Cells that a spreadsheet would take for a formula have an apostrophe before them, which an import takes away again. PINs are not in it.")
                        .answersFile(CSV)
                        .handledBy(this::write));
    }

    /**
     * What a file holds.
     *
     * @param encoding empty where the hub does not know the encoding
     */
    record ImportReport(
            @Schema(allowableValues = {"UTF-8", "UTF-16", "GBK", ""})
            String encoding,

            int rows,
            int members,
            int memberships,
            int credentials,
            @Schema(description = "False in a dry run") boolean imported,

            @ArraySchema(maxItems = PeopleReader.MOST_ERRORS)
            List<RowError> errors,

            @Schema(description = "Errors beyond those") int more) {
        static ImportReport of(ImportedFile found, boolean imported) {
            return new ImportReport(
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

    /** A problem, and the lines of the file that cause the problem. */
    record FileProblem(
            String title,
            int status,
            String detail,

            @ArraySchema(maxItems = PeopleReader.MOST_ERRORS)
            List<RowError> errors,

            int more) {}

    private Future<ApiAnswer> read(ApiCall call) {
        boolean dryRun = call.fields().flag("dryRun", call.query("dryRun"));
        LocalDate today = LocalDate.ofInstant(call.now(), call.definition().timeZone());
        return call.answer(() -> call.aside(() -> read(call.bytes(), new PeopleReader(call.definition(), today, pins)))
                .compose(found -> answer(call, found, dryRun)));
    }

    /** What the hub has read from a file. */
    private record ImportedFile(String encoding, PeopleReader reader, PeopleFile people) {}

    private static ImportedFile read(byte[] bytes, PeopleReader reader) {
        CsvText file = CsvText.of(bytes);
        reader.read(file);
        return new ImportedFile(file.encoding(), reader, reader.people());
    }

    private Future<ApiAnswer> answer(ApiCall call, ImportedFile found, boolean dryRun) {
        PeopleReader reader = found.reader;
        boolean tries = dryRun || !reader.errors().isEmpty();
        Future<Reply> asked = tries
                ? directory.screen(call.site(), found.people.credentials())
                : directory.importPeople(
                        call.site(), found.people, call.session().user());
        return asked.map(reply -> {
            Reply.CredentialRefusal refusal = reply.refusal();
            if (refusal != null) {
                reader.refuse(refusal);
            }
            ImportReport report = ImportReport.of(found, !tries && reply.isDone());
            boolean isTold = dryRun || reader.errors().isEmpty();
            return isTold ? ApiAnswer.of(reply, report) : bad(report);
        });
    }

    private static ApiAnswer bad(ImportReport report) {
        int errors = report.errors().size() + report.more();
        String detail =
                "Nothing was imported: %d %s; see `errors`.".formatted(errors, errors == 1 ? "error" : "errors");
        return new ApiAnswer(
                400, new FileProblem("Bad Request", 400, detail, report.errors(), report.more()), Map.of());
    }

    private Future<ApiAnswer> write(ApiCall call) {
        return call.answer(() -> StoreFault.of(archive.people(
                        call.site(), PeopleWriter.write(call.definition().timeZone())))
                .map(bytes -> ApiAnswer.ok(
                        new Download("text/csv; charset=utf-8", call.site() + "-members.csv", Buffer.buffer(bytes)))));
    }
}
