package io.foyer.hub.config;

import io.foyer.hub.site.SiteSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All site files of a configuration folder, each checked alone and all checked together. */
public final class Configuration {
    private Configuration() {}

    /**
     * Reads {@code folder/sites/*.yaml} in the order of their names.
     *
     * @param refusePlain true where a file must not hold a password in plain text
     * @throws ConfigException where a file is wrong, with file, line and remedy
     */
    public static List<SiteSetup> read(Path folder, boolean refusePlain) {
        Path sites = folder.resolve("sites");
        List<Path> files;
        if (!Files.isDirectory(sites)) {
            throw new ConfigException(sites + ": there is no such folder. Make it and put one YAML file a site there.");
        }
        try (Stream<Path> listing = Files.list(sites)) {
            files = listing.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ConfigException(
                    sites + ": cannot be listed. Check its rights and put one YAML file a site there.");
        }
        if (files.isEmpty()) {
            throw new ConfigException(sites + ": no site file. Put one YAML file a site there.");
        }
        List<SiteCheck.SiteResult> checked = check(files);
        refuseDoubles(checked);
        if (refusePlain) {
            checked.stream().filter(SiteCheck.SiteResult::anyPlain).findFirst().ifPresent(site -> {
                throw new ConfigException(site.file() + ":" + site.lines().at("/devices")
                        + ": a plain `password` is for trials on this machine only, and this hub listens beyond this machine."
                        + " Run `./foyer password DEVICE` for each device and use the passwordHash that it prints.");
            });
        }
        return checked.stream().map(SiteCheck.SiteResult::setup).toList();
    }

    /** Checks the files on all processors. Where several files have faults, the first file is reported. */
    private static List<SiteCheck.SiteResult> check(List<Path> files) {
        List<Supplier<SiteCheck.SiteResult>> found =
                files.parallelStream().map(Configuration::check).toList();
        return found.stream().map(Supplier::get).toList();
    }

    private static Supplier<SiteCheck.SiteResult> check(Path file) {
        try {
            SiteCheck.SiteResult checked = SiteCheck.check(file);
            return () -> checked;
        } catch (ConfigException fault) {
            return () -> {
                throw fault;
            };
        }
    }

    private static void refuseDoubles(List<SiteCheck.SiteResult> sites) {
        Map<String, Path> taken = new HashMap<>();
        for (SiteCheck.SiteResult site : sites) {
            String id = site.setup().definition().site();
            Path other = taken.put("site " + id, site.file());
            if (other != null) {
                throw new ConfigException(site.file() + ":" + site.lines().at("/site") + ": " + other + " is the site `"
                        + id + "` already. Give one of them another id.");
            }
            List<String> devices =
                    List.copyOf(site.setup().definition().devices().keySet());
            for (int i = 0; i < devices.size(); i++) {
                Path earlier = taken.put("device " + devices.get(i), site.file());
                if (earlier != null) {
                    throw new ConfigException(site.file() + ":"
                            + site.lines().at("/devices/" + i + "/id") + ": the device `" + devices.get(i) + "` is in "
                            + earlier + " already. Device ids are unique in a hub: rename one.");
                }
            }
        }
    }
}
