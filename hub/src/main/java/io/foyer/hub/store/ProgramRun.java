package io.foyer.hub.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program that has run to its end: its exit status, and what the program printed to both streams. */
record ProgramRun(int status, String text) {

    /** Runs a program without the environment's {@code PG…} settings, which are for other servers. */
    static ProgramRun run(List<String> words) {
        try {
            ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new ProgramRun(process.waitFor(), text.strip());
        } catch (IOException e) {
            return new ProgramRun(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Foyer was interrupted while it ran `" + words.get(0) + "`.", e);
        }
    }

    boolean succeeded() {
        return status == 0;
    }

    /** The last line that is not blank, for a message. */
    String lastLine() {
        return text.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
    }
}
