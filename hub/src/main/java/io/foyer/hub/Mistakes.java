package io.foyer.hub;

import io.foyer.hub.config.ConfigException;
import io.foyer.hub.store.StoreException;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports what the caller can correct: one message with the remedy, and exit status 2. */
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

    /** Any other exception is a fault of the program and keeps its stack trace. */
    @Override
    public int handleExecutionException(Exception cause, CommandLine line, ParseResult parsed) throws Exception {
        if (isWorded(cause)) {
            return tell(String.valueOf(cause.getMessage()));
        }
        throw cause;
    }

    private int tell(String text) {
        err.println(text);
        return WRONG;
    }

    /** True where the message of the exception is already written for people. */
    static boolean isWorded(Throwable cause) {
        return cause instanceof ConfigException || cause instanceof StoreException;
    }

    private static String text(ParameterException mistake, boolean anyCommand) {
        String more = " See ./foyer help.";
        try {
            throw mistake;
        } catch (UnmatchedArgumentException e) {
            return unmatched(e.getUnmatched().get(0), anyCommand) + more;
        } catch (MissingParameterException e) {
            ArgSpec argument = e.getMissing().get(0);
            return argument.isOption()
                    ? "--config wants a folder, such as --config config."
                    : "it wants exactly one " + argument.paramLabel() + "." + more;
        } catch (ParameterException e) {
            return anyCommand ? e.getMessage() + more : "no command." + more;
        }
    }

    private static String unmatched(String word, boolean anyCommand) {
        if (!anyCommand) {
            return "there is no command `" + word + "`.";
        }
        return word.startsWith("-") ? "there is no flag `" + word + "`." : "`" + word + "` is too much.";
    }
}
