package io.foyer.hub.store;

import io.foyer.hub.domain.access.AccessDecision;
import io.foyer.hub.domain.access.RuleBook;
import io.foyer.hub.domain.access.AccessRequest;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** One decision among 50,000 members and 500 doors, 10,000 people being inside. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 4)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class DecisionBench {
    private static final int REQUESTS = 1 << 16;

    private RuleBook rules;
    private AccessRequest[] requests;
    private int next;

    @Setup
    public void load() {
        rules = new RuleBook(Campus.doorkeeper());
        requests = Campus.requests(REQUESTS);
    }

    @Benchmark
    public AccessDecision decide() {
        next = (next + 1) % REQUESTS;
        return rules.decide(requests[next]);
    }

    @Test
    void run() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(DecisionBench.class.getSimpleName())
                        .resultFormat(ResultFormatType.JSON)
                        .result("target/bench-decision.json")
                        .build())
                .run();
    }
}
