package io.foyer.simulators.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import picocli.CommandLine;

/** The demo, started by somebody for whom it is another time: {@code INSTANT OPTION...}. */
final class DemoAt {
    private DemoAt() {}

    public static void main(String[] words) {
        Clock visitor = Clock.fixed(Instant.parse(words[0]), ZoneOffset.UTC);
        Demo demo = new Demo(System.getenv(), System.out, System.err, visitor);
        System.exit(new CommandLine(demo).setSeparator(" ").execute(Arrays.copyOfRange(words, 1, words.length)));
    }
}
