package io.foyer.simulators.setting;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the hub's JVM is started, as the launcher does it: it says so in system properties of ours. */
public final class HubJava {
    private static final String CLASS_PATH = "foyer.hub.classpath";
    private static final String ARCHIVE = "foyer.hub.archive";

    private HubJava() {}

    /** The words before the hub's own: java with its flags, the class path, the main class. */
    public static List<String> command() {
        List<String> words = new ArrayList<>(java());
        String archive = System.getProperty(ARCHIVE);
        if (archive != null) {
            // The launcher gives it its name once a JVM has tried it.
            words.add(
                    Files.exists(Path.of(archive))
                            ? "-XX:SharedArchiveFile=" + archive
                            : "-XX:ArchiveClassesAtExit=" + archive + ".new");
        }
        words.addAll(List.of("-cp", classPath(), "io.foyer.hub.Main"));
        return words;
    }

    /** The same of a tool that comes with the hub. */
    public static List<String> tool(String mainClass) {
        List<String> words = new ArrayList<>(java());
        words.addAll(List.of("-cp", classPath(), mainClass));
        return words;
    }

    private static String classPath() {
        String classPath = System.getProperty(CLASS_PATH);
        if (classPath == null) {
            throw new Refusal("foyer does not know where the hub is. Start this with ./foyer.");
        }
        return classPath;
    }

    /** This JVM's own program and flags. */
    public static List<String> java() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(flags());
        return words;
    }

    /** This JVM's flags, less the properties that were set for it. */
    public static List<String> flags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-D"))
                .toList();
    }
}
