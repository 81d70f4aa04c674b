package io.foyer.hub.web.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.site.command.Reply.FieldError;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;

/**
 * The reason why the hub did not do what a request asked, in the form of RFC 9457. The type is always {@code
 * about:blank}, so the title is the phrase of the status.
 *
 * @param detail one sentence for the person who asked
 * @param errors field by field; empty where the fault is not in a field
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String title, int status, String detail, List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(int status, String detail) {
        return new Problem(HttpResponseStatus.valueOf(status).reasonPhrase(), status, detail, List.of());
    }

    /** The problem of a request with wrong values, field by field. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem("Bad Request", 400, "Some values cannot be used; see `errors`.", errors);
    }

    public static FieldError error(String field, String zh, String en) {
        return new FieldError(field, new BilingualText(zh, en));
    }
}
