package io.foyer.hub;

import io.foyer.hub.site.DeviceSecrets;
import io.foyer.hub.site.HubClock;
import io.foyer.hub.store.Backup;
import io.foyer.hub.store.BackupManifest;
import io.foyer.hub.store.BackupRestore;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** The commands of the hub. A mistake of the caller gives one message with the remedy, and exit status 2. */
@Command(name = "./foyer", scope = ScopeType.INHERIT, synopsisHeading = "usage: ", separator = " ")
public final class Main {
    @Option(
            names = "--config",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "the hub's settings and site files; default: config")
    private Path folder = Path.of("config");

    private Main() {}

    public static void main(String[] words) {
        int status = run(words, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(String[] words, PrintStream out, PrintStream err) {
        Mistakes mistakes = new Mistakes(err);
        CommandLine foyer = new CommandLine(new Main());
        foyer.getSubcommands().values().forEach(command -> command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("this text")
                        .build()));
        return foyer.setExpandAtFiles(false)
                .setOverwrittenOptionsAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(out, true, Charset.defaultCharset()))
                .setParameterExceptionHandler(mistakes)
                .setExecutionExceptionHandler(mistakes)
                .execute(words);
    }

    private Settings settings() {
        return Settings.read(folder, System.getenv());
    }

    @Command(name = "reload", description = "Applies the site files' difference to the running hub.")
    void reload() throws InterruptedException {
        ReloadCommand.run(settings(), folder);
    }

    @Command(name = "password", description = "Issues a secret for a device and prints it once.")
    void password(@Parameters(paramLabel = "DEVICE", description = "the device's id") String device) {
        String secret = DeviceSecrets.random();
        System.out.println("The secret of " + device + ", shown this once: " + secret);
        System.out.println(
                "Its line for the site file:              passwordHash: \"" + DeviceSecrets.hash(secret) + "\"");
    }

    @Command(
            name = "backup",
            description = "Writes every table from one snapshot into a file, while the hub runs or not.")
    void backup(@Parameters(paramLabel = "FILE", description = "a file that is not there yet") Path file) {
        BackupManifest written = Backup.write(settings().database(), file);
        System.out.println(
                "Backed up " + written.rows() + " rows of " + written.tables().size() + " tables to " + file
                        + ". It holds names and password hashes: keep it safe.");
    }

    @Command(name = "restore", description = "Fills an empty data directory from a backup.")
    void restore(@Parameters(paramLabel = "FILE", description = "the backup") Path file) {
        BackupManifest read = BackupRestore.read(settings().database(), file);
        System.out.println(
                "Restored " + read.rows() + " rows of " + read.tables().size() + " tables from " + file + ".");
    }

    @Command(name = "hub", description = "Runs the hub until it is told to end.")
    int hub() throws InterruptedException {
        return HubCommand.run(settings(), folder, HubClock.ofMachine());
    }

    @Command(
            name = "demo-hub",
            hidden = true,
            description = "The hub of ./foyer demo, which starts it: on another time than the machine's.")
    int demoHub(@Parameters(paramLabel = "AHEAD", description = "of the machine's time, such as -PT15H") Duration ahead)
            throws InterruptedException {
        return HubCommand.run(settings(), folder, HubClock.ofDemo(ahead));
    }
}
