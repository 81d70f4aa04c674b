package io.foyer.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricTextsTest {
    private static final Pattern METRIC = Pattern.compile(
            "(?:counter|gauge|timer|summary|builder)\\(\\s*\"(foyer\\.[a-z.]+)\"", Pattern.CASE_INSENSITIVE);

    @Test
    void every_metric_has_a_text_and_every_text_has_a_metric() throws IOException {
        assertThat(MetricTexts.BY_NAME.keySet()).isEqualTo(metrics());
        assertThat(MetricTexts.BY_NAME.values()).allMatch(text -> text.endsWith("."));
    }

    @Test
    void the_text_is_the_help_line_of_the_metric() {
        PrometheusMeterRegistry registry = HubMetrics.registry();

        registry.counter("foyer.mqtt.refused", "reason", "json");

        assertThat(registry.scrape())
                .contains("# HELP foyer_mqtt_refused_total The number of messages that the hub refused")
                .contains("foyer_mqtt_refused_total{reason=\"json\"} 0");
    }

    private static Set<String> metrics() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> METRIC.matcher(text(file)).results())
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
