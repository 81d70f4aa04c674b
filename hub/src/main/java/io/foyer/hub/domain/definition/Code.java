package io.foyer.hub.domain.definition;

import java.util.Locale;

/** How the constants of an enum are written in files, in tables and on the wire: {@code line-counter}. */
public final class Code {
    private Code() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant that is written so. Only for what {@link #of} has written: another text throws. */
    public static <E extends Enum<E>> E read(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
