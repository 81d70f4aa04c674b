package io.foyer.hub;

import io.foyer.hub.config.ConfigException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command line: the command, {@code --config DIR}, and what else stands there. */
record Words(String command, Path folder, List<String> rest) {

    static Words of(String[] words) {
        if (words.length == 0) {
            throw new ConfigException("foyer: no command. See ./foyer help.");
        }
        Path folder = Path.of("config");
        List<String> rest = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            if (words[i].equals("--config")) {
                i++;
                if (i == words.length) {
                    throw new ConfigException("foyer: --config wants a folder, such as --config config.");
                }
                folder = Path.of(words[i]);
            } else if (words[i].startsWith("-")) {
                throw new ConfigException(
                        "foyer " + words[0] + ": there is no flag `" + words[i] + "`. See ./foyer help.");
            } else {
                rest.add(words[i]);
            }
        }
        return new Words(words[0], folder, rest);
    }

    Words noMore() {
        if (!rest.isEmpty()) {
            throw new ConfigException("foyer " + command + ": `" + rest.get(0) + "` is too much. See ./foyer help.");
        }
        return this;
    }

    String one(String name) {
        if (rest.size() != 1) {
            throw new ConfigException("foyer " + command + ": it wants exactly one " + name + ". See ./foyer help.");
        }
        return rest.get(0);
    }
}
