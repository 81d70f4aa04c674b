package io.foyer.hub.store;

import java.util.Locale;

/** How the constants of an enum are written in the tables: {@code people-counter} for {@code PEOPLE_COUNTER}. */
final class Codes {
    private Codes() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E read(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
