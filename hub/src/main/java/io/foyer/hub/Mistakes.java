package io.foyer.hub;

import io.foyer.hub.config.ConfigException;
import io.foyer.hub.store.StoreException;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what the caller can mend: one message with the remedy, and exit status 2. */
final class Mistakes implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final int WRONG = 2;

    private final PrintStream err;

    Mistakes(PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] words) {
        CommandLine line = mistake.getCommandLine();
        boolean anyCommand = line.getParent() != null;
        return tell("foyer" + (anyCommand ? " " + line.getCommandName() : "") + ": " + text(mistake, anyCommand));
    }

    /** Anything else than a message for people is a fault of the program and keeps its stack trace. */
    @Override
    public int handleExecutionException(Exception cause, CommandLine line, ParseResult parsed) throws Exception {
        if (cause instanceof ConfigException || cause instanceof StoreException) {
            return tell(String.valueOf(cause.getMessage()));
        }
        throw cause;
    }

    private int tell(String text) {
        err.println(text);
        return WRONG;
    }

    private static String text(ParameterException mistake, boolean anyCommand) {
        String more = " See ./foyer help.";
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            if (!anyCommand) {
                return "there is no command `" + word + "`." + more;
            }
            return word.startsWith("-")
                    ? "there is no flag `" + word + "`." + more
                    : "`" + word + "` is too much." + more;
        }
        if (mistake instanceof MissingParameterException missing) {
            ArgSpec argument = missing.getMissing().get(0);
            return argument instanceof OptionSpec
                    ? "--config wants a folder, such as --config config."
                    : "it wants exactly one " + argument.paramLabel() + "." + more;
        }
        return anyCommand ? mistake.getMessage() + more : "no command." + more;
    }
}
