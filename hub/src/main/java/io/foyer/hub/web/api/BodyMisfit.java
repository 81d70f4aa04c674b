package io.foyer.hub.web.api;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.foyer.hub.domain.definition.BilingualText;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says why a body does not have the required shape, in words for the person who sent it. */
final class BodyMisfit {
    private BodyMisfit() {}

    /** The place of the fault, such as {@code members.0}; empty where the fault is the body itself. */
    static String field(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    /** Says that there is no such field. */
    static BilingualText unknown(UnrecognizedPropertyException fault) {
        String known = fault.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
        return new BilingualText("不认识此字段；可用的有：" + known, "is not known here; known are " + known);
    }

    /** Says that a value has another type than the wanted one. The wanted type may be unknown. */
    static BilingualText wrongType(@Nullable Class<?> wanted) {
        return new BilingualText("类型不对" + zh(wanted), "is of another type" + en(wanted));
    }

    private static String zh(@Nullable Class<?> wanted) {
        if (wanted == String.class) {
            return "，须为带引号的文本";
        }
        if (wanted == Boolean.class) {
            return "，须为 true 或 false";
        }
        if (wanted == Integer.class) {
            return "，须为整数";
        }
        return isList(wanted) ? "，须为列表" : "";
    }

    private static String en(@Nullable Class<?> wanted) {
        if (wanted == String.class) {
            return ": it must be a text in quotes";
        }
        if (wanted == Boolean.class) {
            return ": it must be true or false";
        }
        if (wanted == Integer.class) {
            return ": it must be a whole number";
        }
        return isList(wanted) ? ": it must be a list" : "";
    }

    private static boolean isList(@Nullable Class<?> wanted) {
        return wanted != null && Collection.class.isAssignableFrom(wanted);
    }
}
