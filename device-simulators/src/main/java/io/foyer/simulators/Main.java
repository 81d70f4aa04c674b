package io.foyer.simulators;

import io.foyer.simulators.bench.Bench;
import io.foyer.simulators.command.Mistakes;
import io.foyer.simulators.demo.Demo;
import io.foyer.simulators.device.Patience;
import io.foyer.simulators.replay.Replay;
import io.foyer.simulators.simulate.Simulate;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The simulators' command line; the launcher {@code ./foyer} calls it from the project's top level. */
public final class Main {
    private static final int WIDTH = 120;

    private Main() {}

    public static void main(String[] words) {
        int status = run(Arrays.asList(words), System.getenv(), System.out, System.err);
        System.out.flush();
        System.exit(status);
    }

    /** Exit status 0, or 2 after one message about what the caller can mend. */
    public static int run(List<String> words, Map<String, String> environment, PrintStream out, PrintStream err) {
        CommandLine foyer = new CommandLine(CommandSpec.create().name("./foyer"))
                .addSubcommand(new Bench(out))
                .addSubcommand(new Demo(environment, out, err))
                .addSubcommand(new Replay(environment, out, err, Patience.USUAL))
                .addSubcommand(new Simulate(environment, out, Patience.USUAL));
        foyer.getSubcommands().values().forEach(command -> help(command.getCommandSpec()));
        Mistakes mistakes = new Mistakes(err);
        return foyer.setSeparator(" ")
                .setExpandAtFiles(false)
                .setOverwrittenOptionsAllowed(true)
                .setUsageHelpWidth(WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(out, true, Charset.defaultCharset()))
                .setParameterExceptionHandler(mistakes)
                .setExecutionExceptionHandler(mistakes)
                .execute(words.toArray(String[]::new));
    }

    private static void help(CommandSpec command) {
        command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("this text")
                .build());
        UsageMessageSpec text = command.usageMessage();
        text.synopsisHeading("usage: ")
                .descriptionHeading("%n")
                .footerHeading("%n")
                .sortOptions(false);
    }
}
