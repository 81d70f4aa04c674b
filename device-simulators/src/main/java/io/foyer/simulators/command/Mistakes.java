package io.foyer.simulators.command;

import io.foyer.simulators.setting.Refusal;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what the caller can mend: one line with the remedy, and exit status 2. */
public final class Mistakes implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final int WRONG = 2;

    private final PrintStream err;

    public Mistakes(PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] words) {
        return tell(text(mistake));
    }

    /** Anything else than a {@link Refusal} is a fault of the program and keeps its stack trace. */
    @Override
    public int handleExecutionException(Exception cause, CommandLine line, ParseResult parsed) throws Exception {
        if (cause instanceof Refusal refusal) {
            return tell(refusal.text());
        }
        throw cause;
    }

    private int tell(String text) {
        err.println("foyer: " + text);
        return WRONG;
    }

    private static String text(ParameterException mistake) {
        CommandLine line = mistake.getCommandLine();
        String word = mistake instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().get(0)
                : "";
        if (line.getParent() == null) {
            return "unknown command '" + word + "'. Known: "
                    + String.join(", ", line.getSubcommands().keySet()) + ". See ./foyer help.";
        }
        return line.getCommandName() + ": " + text(line.getCommandSpec(), mistake, word);
    }

    private static String text(CommandSpec command, ParameterException mistake, String word) {
        String more = " See ./foyer " + command.name() + " --help.";
        if (!word.isEmpty()) {
            return "unknown " + (word.startsWith("-") ? "flag " : "word ") + word + ". Known: "
                    + command.options().stream().map(OptionSpec::longestName).collect(Collectors.joining(", ")) + ".";
        }
        if (mistake instanceof MissingParameterException missing) {
            ArgSpec argument = missing.getMissing().get(0);
            return argument instanceof OptionSpec option
                    ? option.longestName() + " lacks its value." + more
                    : "names no " + argument.paramLabel().toLowerCase(Locale.ROOT) + "." + more;
        }
        return mistake.getArgSpec() instanceof OptionSpec option && mistake.getCause() != null
                ? option.longestName() + " " + mistake.getCause().getMessage()
                : mistake.getMessage() + more;
    }
}
