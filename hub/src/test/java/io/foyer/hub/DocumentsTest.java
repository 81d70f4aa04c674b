package io.foyer.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point at is there: pages, headings of pages, and the tests that hold what a page says. */
class DocumentsTest {
    private static final Path PROJECT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern TEST_CLASS = Pattern.compile("`([A-Z]\\w*(?:Test|Bench))`");
    private static final Pattern TEST_METHOD = Pattern.compile("\\(`([a-z]\\w*(?:_\\w+){3,})`\\)");

    @Test
    void every_link_leads_to_a_file_and_a_heading() throws IOException {
        for (Path document : documents()) {
            for (String link : found(LINK, Files.readString(document))) {
                if (!link.contains("://")) {
                    String[] parts = link.split("#", 2);
                    Path target = parts[0].isEmpty()
                            ? document
                            : document.resolveSibling(parts[0]).normalize();
                    assertThat(target).as("%s in %s", link, document).exists();
                    if (parts.length > 1) {
                        assertThat(headings(target))
                                .as("%s in %s", link, document)
                                .contains(parts[1]);
                    }
                }
            }
        }
    }

    @Test
    void every_test_that_a_document_names_is_there() throws IOException {
        List<Path> tests = files(".java");
        Set<String> classes = tests.stream()
                .map(test -> String.valueOf(test.getFileName()).replace(".java", ""))
                .collect(Collectors.toSet());
        StringBuilder sources = new StringBuilder();
        for (Path test : tests) {
            sources.append(Files.readString(test));
        }
        for (Path document : documents()) {
            String text = Files.readString(document);
            assertThat(classes).as(document.toString()).containsAll(found(TEST_CLASS, text));
            assertThat(found(TEST_METHOD, text))
                    .as(document.toString())
                    .allMatch(method -> sources.indexOf(method) >= 0);
        }
    }

    private static List<Path> documents() throws IOException {
        return files(".md");
    }

    /** Sources and documents of the project, without what a build makes. */
    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> modules = Files.walk(PROJECT, 1)) {
            Stream.Builder<Path> files = Stream.builder();
            for (Path entry : modules.toList()) {
                boolean isSource = Files.exists(entry.resolve("README.md")) && !entry.equals(PROJECT);
                try (Stream<Path> below = Files.walk(entry, isSource ? Integer.MAX_VALUE : 0)) {
                    below.filter(file -> file.toString().endsWith(ending))
                            .filter(file -> !file.toString().contains("target"))
                            .forEach(files);
                }
            }
            return files.build().toList();
        }
    }

    private static Set<String> headings(Path document) throws IOException {
        return Files.readAllLines(document).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
