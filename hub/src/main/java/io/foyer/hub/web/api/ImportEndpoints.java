package io.foyer.hub.web.api;

import io.foyer.hub.site.SealedPins;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.site.command.PeopleFile;
import io.foyer.hub.site.command.Reply;
import io.foyer.hub.web.api.RowErrors.RowError;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Imports people from a file: the whole file or nothing. */
final class ImportEndpoints {
    static final String CSV = "text/csv";

    private final SiteDirectory directory;
    private final SealedPins pins;

    ImportEndpoints(SiteDirectory directory, SealedPins pins) {
        this.directory = directory;
        this.pins = pins;
    }

    List<Endpoint> endpoints() {
        return List.of(Operation.ofSite(
                        HttpMethod.POST,
                        "/import/members",
                        Roles.ADMIN,
                        "members",
                        "Import people from a file, all or nothing")
                .describedAs("""
                        The cells are separated by commas, semicolons or tabs. The text is UTF-8, UTF-16 with a byte \
                        order mark, or GBK; the hub refuses other 8-bit text and names its lines. Blank columns, rows \
                        and cells count as missing. Dates may have any form that spreadsheets write. The hub reads \
                        `11/1/2026` only where another date of the file shows which number is the month. A card cell \
                        must be the number of one card. Eight digits are a decimal number that lost its leading \
                        zeros, unless the file has hexadecimal cards. A file has at most 10 MB and 200,000 rows. A \
                        dry run answers 200 and lists the errors. Otherwise a file with errors is refused. The answer \
                        lists the first 1,000 errors, and `more` counts the others. A card that another member has is \
                        an error: remove the card from that member first, or write the card with its own request.""")
                .takes(Parameter.flag("dryRun", "The hub checks the file and changes nothing"))
                .answers(ImportReport.class)
                .responds(
                        new Response(
                                400,
                                "Nothing was imported; the answer lists the wrong lines",
                                Content.problem(FileProblem.class)),
                        Response.CONFLICT,
                        Response.problem(413, "The file is larger than 10 MB"),
                        Response.problem(415, "The body is not text/csv"),
                        Response.UNWRITABLE)
                .handledBy(Content.file(CSV, """
                        The first line has the titles of the columns, in any order. `member` is required. Optional \
                        columns: `name`, `company`, `exempt` (rules, separated by semicolons), `membership` (blank \
                        for MEMBER.PLAN), `plan`, `from`, `until`, `membership-status`, `zone`, `team` (the company \
                        of the membership), `starts-on-first-use`, `credential-type` (blank for a card), \
                        `credential`, `credential-status`, `credential-until`, `pin`. A row has one member, and \
                        optionally one membership and one credential. A member with more of these has more rows, \
                        whose name may be blank. The hub writes what the file has, as the single requests do, and \
                        leaves everything else as it is."""), this::read));
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

            @Schema(description = "Whether the hub wrote the file's people; false in a dry run")
            boolean imported,

            @ArraySchema(maxItems = RowErrors.MOST) List<RowError> errors,

            @Schema(description = "The number of errors that the list leaves out")
            int more) {
        static ImportReport of(ImportedFile found, boolean imported) {
            return new ImportReport(
                    found.encoding,
                    found.reader.rows(),
                    found.people.members().size(),
                    found.people.memberships().size(),
                    found.people.credentials().size(),
                    imported,
                    found.reader.errors().first(),
                    found.reader.errors().more());
        }
    }

    /** A problem, and the lines of the file that cause the problem. */
    record FileProblem(
            String title,
            int status,
            String detail,

            @ArraySchema(maxItems = RowErrors.MOST) List<RowError> errors,

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
        boolean tries = dryRun || !reader.errors().first().isEmpty();
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
            boolean isTold = dryRun || reader.errors().first().isEmpty();
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
}
