package io.foyer.hub.domain.definition;

import java.util.Locale;

/** The form of an enum's constants in files, in tables and on the wire: {@code line-counter}. */
public final class Code {
    private Code() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant with this code. Throws for a text that {@link #of} has not written. */
    public static <E extends Enum<E>> E read(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
