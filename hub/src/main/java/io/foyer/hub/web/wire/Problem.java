package io.foyer.hub.web.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.site.command.Reply.FieldError;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;

/**
 * Why a request was not answered as asked, as RFC 9457 writes it. The type is always {@code about:blank}, so the title
 * is the status' own phrase.
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

    /** Something in the request is wrong, field by field. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem("Bad Request", 400, "Some values cannot be used; see `errors`.", errors);
    }

    public static FieldError error(String field, String zh, String en) {
        return new FieldError(field, new BilingualText(zh, en));
    }
}
