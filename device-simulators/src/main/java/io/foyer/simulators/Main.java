package io.foyer.simulators;

import io.foyer.simulators.bench.Bench;
import io.foyer.simulators.demo.Demo;
import io.foyer.simulators.device.Patience;
import io.foyer.simulators.replay.Replay;
import io.foyer.simulators.setting.Refusal;
import io.foyer.simulators.simulate.Simulate;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The simulators' command line; the launcher {@code ./foyer} calls it from the project's top level. */
public final class Main {
    private static final int WRONG = 2;

    private Main() {}

    public static void main(String[] words) {
        int status = run(Arrays.asList(words), System.getenv(), System.out, System.err);
        System.out.flush();
        System.exit(status);
    }

    /** Exit status 0, or 2 after one message about what the caller can mend. */
    public static int run(List<String> words, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            String command = words.isEmpty() ? "" : words.get(0);
            List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
            switch (command) {
                case "replay" -> new Replay(environment, out, err, Patience.USUAL).run(rest);
                case "simulate" -> new Simulate(environment, out, Patience.USUAL).run(rest);
                case "bench" -> Bench.run(rest, out);
                case "demo" -> {
                    return new Demo(environment, out, err).run(rest);
                }
                default ->
                    throw new Refusal("unknown command '" + command
                            + "'. Known: bench, demo, replay, simulate. See ./foyer help.");
            }
            return 0;
        } catch (Refusal refusal) {
            err.println("foyer: " + refusal.text());
            return WRONG;
        }
    }
}
