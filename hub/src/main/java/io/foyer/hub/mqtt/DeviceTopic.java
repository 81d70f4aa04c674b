package io.foyer.hub.mqtt;

import org.jspecify.annotations.Nullable;

/** A topic of the form {@code foyer/{site}/{device}/{kind}}. */
record DeviceTopic(String site, String device, String kind) {

    /** The parts of a topic; null where the topic has another form. The kind may have several levels. */
    static @Nullable DeviceTopic parse(String topic) {
        if (!topic.startsWith("foyer/")) {
            return null;
        }
        int device = topic.indexOf('/', 6);
        int kind = device < 0 ? -1 : topic.indexOf('/', device + 1);
        if (kind < 0) {
            return null;
        }
        return new DeviceTopic(
                topic.substring(6, device), topic.substring(device + 1, kind), topic.substring(kind + 1));
    }

    static String prefix(String site, String device) {
        return "foyer/" + site + "/" + device + "/";
    }

    /** The topic on which a device gets its commands. */
    static String command(String site, String device) {
        return prefix(site, device) + "command";
    }

    /**
     * True where MQTT allows the text as a filter: {@code #} is the last level, and {@code +} is a whole level. U+FFFD
     * stands for bytes that were no text.
     */
    static boolean isFilter(String filter) {
        String[] levels = filter.split("/", -1);
        for (int i = 0; i < levels.length; i++) {
            boolean last = i == levels.length - 1;
            boolean wild = levels[i].contains("#") || levels[i].contains("+");
            if (wild && !levels[i].equals("+") && !(levels[i].equals("#") && last)) {
                return false;
            }
        }
        return !filter.isEmpty() && filter.indexOf('\0') < 0 && filter.indexOf('\uFFFD') < 0;
    }

    /** True where a filter matches a topic, by the rules of MQTT. */
    static boolean matches(String filter, String topic) {
        String[] filters = filter.split("/", -1);
        String[] levels = topic.split("/", -1);
        for (int i = 0; i < filters.length; i++) {
            if (filters[i].equals("#")) {
                return true;
            }
            if (i >= levels.length || !(filters[i].equals("+") || filters[i].equals(levels[i]))) {
                return false;
            }
        }
        return filters.length == levels.length;
    }
}
