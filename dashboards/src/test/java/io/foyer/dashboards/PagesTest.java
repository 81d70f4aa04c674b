package io.foyer.dashboards;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages need of each other and of the class path; how they look and act is tested in a browser. */
class PagesTest {
    private static final Path PAGES = Path.of("src/main/resources/dashboards");
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern MODULE_ADDRESS = Pattern.compile("(?m)^import\\b[^\"\n]*\"([^\"]+)\"");
    private static final Pattern WORD = Pattern.compile("(?m)^  (\\w+):");

    @ParameterizedTest
    @ValueSource(strings = {"wall.html", "energy.html", "statements.html", "desk.html", "login.html", "index.html"})
    void every_page_carries_the_same_import_map_and_no_other_inline_script(String page) throws IOException {
        String text = read(page);

        assertThat(importMap(text)).isEqualTo(importMap(read("wall.html")));
        assertThat(text.replaceAll("<script type=\"importmap\">.*?</script>", ""))
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern(" on\\w+=");
    }

    @Test
    void all_that_the_import_map_names_is_on_the_class_path() throws IOException {
        for (String address : found(Pattern.compile("\"(/_static/[^\"]+[^/])\""), importMap(read("wall.html")))) {
            assertThat(getClass().getResource("/META-INF/resources" + address))
                    .as(address)
                    .isNotNull();
        }
    }

    @Test
    void all_that_pages_and_styles_point_to_is_there() throws IOException {
        Pattern addresses = Pattern.compile("(?:href=|src=|url\\()\"?(/_?static/[^\")]+)");
        for (Path file : all(".html", ".css")) {
            for (String address : found(addresses, Files.readString(file))) {
                String resource =
                        address.startsWith("/_static/") ? "/META-INF/resources" + address : "/dashboards" + address;
                assertThat(getClass().getResource(resource))
                        .as(file + " points to " + address)
                        .isNotNull();
            }
        }
    }

    @Test
    void every_import_of_a_module_is_a_file_or_in_the_import_map() throws IOException {
        String map = importMap(read("wall.html"));
        for (Path file : all(".js")) {
            for (String address : found(MODULE_ADDRESS, Files.readString(file))) {
                if (address.startsWith(".")) {
                    Path target =
                            Path.of(URI.create(file.toUri().resolve(address).toString()));
                    assertThat(target).as(file.toString()).exists();
                } else {
                    String name = address.contains("/") ? address.substring(0, address.indexOf('/') + 1) : address;
                    assertThat(map).as(file + " imports " + address).contains("\"" + name + "\"");
                }
            }
        }
    }

    @Test
    void both_languages_say_the_same_things_once() throws IOException {
        List<String> chinese = found(WORD, read("static/i18n/zh.js"));
        List<String> english = found(WORD, read("static/i18n/en.js"));

        assertThat(chinese).doesNotHaveDuplicates().isNotEmpty();
        assertThat(english).doesNotHaveDuplicates().containsExactlyElementsOf(chinese);
    }

    @Test
    void every_word_that_a_page_says_is_known_and_every_known_word_is_said() throws IOException {
        var said = new TreeSet<String>();
        for (Path file : all(".js")) {
            said.addAll(found(Pattern.compile("\\bwords\\.(\\w+)"), Files.readString(file)));
            if (Files.readString(file).contains("words[page]")) {
                said.addAll(List.of("wall", "energy"));
            }
        }

        assertThat(said).containsExactlyInAnyOrderElementsOf(new TreeSet<>(found(WORD, read("static/i18n/en.js"))));
    }

    @Test
    void no_page_asks_another_host_for_anything() throws IOException {
        for (Path file : all(".html", ".css", ".js")) {
            String text = Files.readString(file).replace("http://www.w3.org/2000/svg", "");
            assertThat(text).as(file.toString()).doesNotContain("http://", "https://");
        }
    }

    private static String importMap(String page) {
        return found(IMPORT_MAP, page).get(0);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static String read(String page) throws IOException {
        return Files.readString(PAGES.resolve(page), UTF_8);
    }

    private static List<Path> all(String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .toList();
        }
    }
}
