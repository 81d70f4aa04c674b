package io.foyer.hub.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All site files of a configuration folder, checked one by one and against each other. */
public record Configuration(List<SiteConfig> sites) {
    public Configuration {
        sites = List.copyOf(sites);
    }

    /** Reads {@code folder/sites/*.yaml} in the order of their names, or throws what is wrong. */
    public static Configuration read(Path folder) {
        Path sites = folder.resolve("sites");
        List<Path> files;
        try (Stream<Path> listing = Files.list(sites)) {
            files = listing.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ConfigException(sites + ": cannot be listed (" + e + "). Put one YAML file a site there.");
        }
        if (files.isEmpty()) {
            throw new ConfigException(sites + ": no site file. Put one YAML file a site there.");
        }
        Configuration configuration =
                new Configuration(files.stream().map(SiteCheck::check).toList());
        configuration.refuseDoubles();
        return configuration;
    }

    private void refuseDoubles() {
        Map<String, Path> taken = new HashMap<>();
        for (SiteConfig site : sites) {
            Path other = taken.put("site " + site.house().site(), site.file());
            if (other != null) {
                throw new ConfigException(site.file() + ":1: " + other + " is the site `"
                        + site.house().site() + "` already. Give one of them another id.");
            }
            for (String device : site.house().devices().keySet()) {
                Path earlier = taken.put("device " + device, site.file());
                if (earlier != null) {
                    throw new ConfigException(site.file() + ":" + lineOf(site, device) + ": the device `" + device
                            + "` is in " + earlier + " already. Device ids are unique in a hub: rename one.");
                }
            }
        }
    }

    private static int lineOf(SiteConfig site, String device) {
        int index = List.copyOf(site.house().devices().keySet()).indexOf(device);
        return Yaml.read(site.file(), SiteFile.class, SiteFile.EMPTY).lines().at("/devices/" + index + "/id");
    }
}
