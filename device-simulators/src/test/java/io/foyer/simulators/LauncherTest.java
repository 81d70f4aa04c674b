package io.foyer.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a hub of one line, built already: which class archive it gives to which JVM. */
@Timeout(120)
class LauncherTest {
    private static final String HUB = """
            package io.foyer.hub;
            public class Main {
                public static void main(String[] words) {
                    System.out.println(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
                }
            }
            """;

    @TempDir
    Path home;

    @BeforeEach
    void a_hub_is_built() throws IOException {
        Files.copy(Places.top().resolve("foyer"), home.resolve("foyer"));
        Files.createDirectories(home.resolve("hub/target/lib"));
        Files.createDirectories(home.resolve("device-simulators/target/lib"));
        Path source = home.resolve("source/io/foyer/hub/Main.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, HUB);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
                .isZero();
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(home.resolve("hub/target/hub.jar")))) {
            jar.putNextEntry(new JarEntry("io/foyer/hub/Main.class"));
            Files.copy(source.resolveSibling("Main.class"), (OutputStream) jar);
        }
        Path mvn = home.resolve("bin/mvn");
        Files.createDirectories(mvn.getParent());
        Files.writeString(mvn, "#!/bin/sh\n");
        assertThat(mvn.toFile().setExecutable(true)).isTrue();
    }

    /** Runs {@code ./foyer hub}; gives the flags of its JVM. */
    private String hub() throws IOException, InterruptedException {
        return hub(Path.of(System.getProperty("java.home")));
    }

    private String hub(Path java) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "foyer", "hub").directory(home.toFile());
        builder.redirectErrorStream(true);
        builder.environment().put("PATH", home.resolve("bin") + ":" + java.resolve("bin") + ":/usr/bin:/bin");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private List<Path> archives(String ending) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(".foyer-build"))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void the_first_hub_writes_an_archive_for_its_java_and_the_next_one_uses_it() throws Exception {
        assertThat(hub()).contains("-XX:ArchiveClassesAtExit=");
        assertThat(archives(".jsa")).isEmpty();
        assertThat(archives(".jsa.new")).hasSize(1);

        assertThat(hub()).contains("-XX:SharedArchiveFile=");
        assertThat(archives(".jsa.new")).isEmpty();
        assertThat(archives(".jsa")).singleElement().satisfies(file -> assertThat(file.toString())
                .contains("hub-" + System.getProperty("java.version")));
    }

    @Test
    void half_an_archive_is_thrown_away_and_written_again() throws Exception {
        hub();
        Path written = archives(".jsa.new").get(0);
        byte[] whole = Files.readAllBytes(written);
        for (int length : new int[] {0, 100, whole.length / 2, whole.length - 5_000}) {
            Files.delete(written);
            Files.write(written, java.util.Arrays.copyOf(whole, length));
            assertThat(hub())
                    .as("cut at " + length)
                    .contains("-XX:ArchiveClassesAtExit=")
                    .doesNotContain("Abort");
            assertThat(archives(".jsa.new")).hasSize(1);
        }
        assertThat(hub()).contains("-XX:SharedArchiveFile=");
    }

    @Test
    void another_java_has_an_archive_of_its_own() throws Exception {
        hub();
        hub();
        Path java = home.resolve("bin/java");
        Files.writeString(java, """
                #!/bin/sh
                [ "$1" != -version ] || { echo 'openjdk version "99.0.1" 2099-01-01' >&2; exit 0; }
                echo "$@"
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        assertThat(hub()).contains("-XX:ArchiveClassesAtExit=").contains("hub-99.0.1");
    }
}
