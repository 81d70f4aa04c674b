package io.foyer.hub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.domain.definition.AccessPolicy;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Schedule;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.DeviceSecrets;
import io.foyer.hub.site.SiteSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteFilesTest {
    private static final String GOOD = """
            site: harbour
            name: {zh: 港湾社, en: Harbour House}
            timeZone: Asia/Shanghai
            currency: CNY
            zones:
              - {id: house, kind: house, name: {zh: 全楼, en: House}, capacity: 300, areaM2: 1800}
              - {id: f1, parent: house, kind: floor, name: {zh: 一层, en: Floor 1}}
              - {id: lounge, parent: f1, kind: lounge, name: {zh: 休闲区, en: Lounge}, capacity: 40, antiPassback: off}
            doors:
              - {id: front, from: outside, to: f1, unlockSeconds: 5, mode: secure}
            devices:
              - {id: front-in, kind: reader, door: front, direction: in, password: demo-front-in}
              - {id: lounge-line, kind: line-counter, from: f1, to: lounge, password: demo-lounge-line}
              - {id: dev-main, kind: meter, meter: main, passwordHash: "sha256:HASH"}
            meters:
              - {id: main, medium: electricity, zone: house, maxPowerW: 120000}
            schedules:
              - {id: staffed, windows: [{days: [mon, tue], from: "08:30", until: "20:00"}]}
            plans:
              - {id: day, name: {zh: 日卡, en: Day pass}, zones: [f1, lounge], schedule: staffed, validity: P1D}
            """.replace("HASH", "ab".repeat(32));

    @TempDir
    Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(folder.resolve("sites"));
    }

    private SiteSetup read(String text) throws IOException {
        Files.writeString(folder.resolve("sites/harbour.yaml"), text);
        return Configuration.read(folder, false).get(0);
    }

    @Test
    void a_good_file_becomes_a_house() throws IOException {
        SiteSetup setup = read(GOOD);
        SiteDefinition definition = setup.definition();

        assertThat(definition.site()).isEqualTo("harbour");
        assertThat(definition.zones().keySet()).containsExactly("house", "f1", "lounge");
        assertThat(definition.isWithin("lounge", "house")).isTrue();
        assertThat(definition.isWithin("house", "lounge")).isFalse();
        assertThat(definition.devices().get("lounge-line").kind()).isEqualTo(Device.DeviceKind.LINE_COUNTER);
        assertThat(definition.plans().get("day").schedule().isOpen(LocalDateTime.parse("2026-11-23T08:30")))
                .isTrue();
        assertThat(definition.plans().get("day").schedule().isOpen(LocalDateTime.parse("2026-11-23T20:00")))
                .isFalse();
        assertThat(setup.secrets().get("front-in")).isEqualTo(DeviceSecrets.hash("demo-front-in"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zones: [], ", ""})
    void a_plan_may_open_no_zone_as_a_virtual_address_or_a_desk_that_only_the_membership_names(String zones)
            throws IOException {
        SiteDefinition definition =
                read(GOOD.replace("zones: [f1, lounge], ", zones)).definition();

        assertThat(definition.plans().get("day").zones()).isEmpty();
    }

    @Test
    void what_is_published_keeps_the_keys_and_leaves_out_the_secrets() throws IOException {
        assertThat(read(GOOD).published())
                .contains("Harbour House", "lounge-line", "maxPowerW")
                .doesNotContain("demo-front-in", "sha256", "password");
    }

    @Test
    void a_file_has_one_fingerprint_until_somebody_edits_the_file_or_a_calendar_that_it_names() throws IOException {
        String closed = GOOD.replace("{id: staffed,", "{id: staffed, holidays: ours,");
        Files.createDirectory(folder.resolve("schedules"));
        Files.writeString(folder.resolve("schedules/ours.yaml"), "holidays: [{date: 2026-11-25}]");
        String before = read(closed).content().fingerprint();

        assertThat(read(closed).content().fingerprint()).isEqualTo(before);
        assertThat(read(closed.replace("demo-front-in", "another")).content().fingerprint())
                .isNotEqualTo(before);
        Files.writeString(folder.resolve("schedules/ours.yaml"), "holidays: [{date: 2026-11-26}]");
        assertThat(read(closed).content().fingerprint()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    capacity: 300               | capacty: 300                     | 6  | unknown key `zones[0].capacty`
                    to: f1, unlockSeconds       | to: f9, unlockSeconds            | 10 | there is no zone `f9`
                    {id: f1, parent: house      | {id: f1, parent: lounge          | 7  | lies within itself
                    id: lounge-line             | id: front-in                     | 13 | two devices have the id `front-in`
                    id: staffed, windows        | id: always, windows              | 18 | schedule `always` is built in
                    id: lounge, parent          | id: outside, parent              | 8  | zone `outside` is built in
                    timeZone: Asia/Shanghai     | timeZone: Asia/Atlantis          | 3  | no time zone `Asia/Atlantis`
                    currency: CNY               | currency: SHELLS                 | 4  | no currency `SHELLS`
                    kind: reader                | kind: doorbell                   | 12 | must be one of reader, controller, line-counter
                    maxPowerW: 120000           | maxPowerW: -5                    | 16 | out of range
                    schedule: staffed           | schedule: never                  | 20 | there is no schedule `never`
                    from: "08:30"               | from: "8.30"                     | 18 | is not a time of day
                    validity: P1D               | validity: one day                | 20 | is not a span of days
                    capacity: 300               | capacity: many                   | 6  | `zones[0].capacity` is `many`; it must be a whole number
                    capacity: 300               | capacity: 3.5                    | 6  | `zones[0].capacity` is `3.5`; it must be a whole number
                    maxPowerW: 120000           | maxPowerW: lots                  | 16 | `meters[0].maxPowerW` is `lots`; it must be a number
                    timeZone: Asia/Shanghai     | timeZone:                        | 3  | the time zone is missing
                    currency: CNY               | currency: ''                     | 4  | the currency is missing
                    zones: [f1, lounge]         | zones: f1                        | 20 | `plans[0].zones` is wrong; it must be a list
                    password: demo-lounge-line  | profile: acme, password: x       | 13 | no device profile `acme`
                    password: demo-front-in     | direction: in                    | 12 | Duplicate field 'direction'
                    direction: in, password: demo-front-in | direction: in                               | 12 | device `front-in` has no password
                    meter: main                 | meter: mian                      | 14 | there is no meter `mian`
                    site: harbour               | site: har bour                   | 1  | has the id `har bour`
                    mode: secure                | interlock: lobby                 | 10 | is alone in its interlock `lobby`
                    mode: secure                | firstIn: true                    | 10 | never stands open
                    mode: secure                | unlockSchedule: never            | 10 | there is no schedule `never`
                    mode: secure                | lockdownPass: [boss]             | 10 | there is no plan `boss`
                    capacity: 40, antiPassback: off | hardLimit: true              | 8  | has a hard limit but no capacity
                    antiPassback: off           | antiPassback: maybe              | 8  | must be one of off, soft, hard
                    antiPassback: off           | booking: maybe                   | 8  | must be one of optional, required
                    antiPassback: off           | forgiveMinutes: 0                | 8  | out of range
                    until: "20:00"}]            | until: "20:00"}], holidays: mars | 18 | there is no holiday calendar `mars`
                    from: "08:30", until: "20:00" | from: "20:00", until: "08:30"  | 18 | ends before it begins
                    until: "20:00"}]            | until: "20:00"}, {days: [tue], from: "19:59", until: "21:00"}] | 18 | overlaps number 1
                    until: "20:00"}]            | until: "20:00"}, {days: [sun], from: "22:00", until: "08:31"}] | 18 | overlaps number 1
                    until: "20:00"}]            | until: "20:00"}], exceptions: [{windows: []}] | 18 | an exception has no date
                    until: "20:00"}]            | until: "20:00"}], exceptions: [{date: 2026-12-24, windows: [{from: "8", until: "9"}]}] | 18 | is not a time of day
                    validity: P1D               | visits: 0                        | 20 | out of range
                    validity: P1D               | headCount: -1                    | 20 | out of range
                    """)
    void a_fault_is_told_with_file_line_and_remedy(String good, String bad, int line, String told) {
        String text = GOOD.replaceFirst(Pattern.quote(good), bad);
        assertThat(text).isNotEqualTo(GOOD);

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("harbour.yaml:" + line + ": ")
                .hasMessageContaining(told)
                .message()
                .doesNotContain("java.", "io.foyer", "address,", "profile,", "null");
    }

    @Test
    void a_night_that_meets_the_next_morning_is_no_overlap() throws IOException {
        String text = GOOD.replace(
                "until: \"20:00\"}]", "until: \"20:00\"}, {days: [sun], from: \"22:00\", until: \"08:30\"}]");

        assertThat(read(text).definition().schedules().get("staffed").isOpen(LocalDateTime.parse("2026-11-23T07:00")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "00:00"})
    void a_window_may_begin_before_noon_and_last_until_midnight(String midnight) throws IOException {
        Schedule staffed = read(GOOD.replace("until: \"20:00\"}]", "until: \"" + midnight + "\"}]"))
                .definition()
                .schedules()
                .get("staffed");

        assertThat(staffed.isOpen(LocalDateTime.parse("2026-11-23T23:59"))).isTrue();
        assertThat(staffed.isOpen(LocalDateTime.parse("2026-11-24T00:00"))).isFalse();
    }

    @Test
    void what_holds_at_every_door_can_be_set() throws IOException {
        AccessPolicy policy = read(GOOD + "access: {wrongPins: 3, lockSeconds: 60, nightlyReset: off}")
                .definition()
                .access();

        assertThat(policy).isEqualTo(new AccessPolicy(3, Duration.ofSeconds(60), null));
        assertThat(read(GOOD).definition().access()).isEqualTo(AccessPolicy.DEFAULT);
        assertThatThrownBy(() -> read(GOOD + "access: {wrongPins: 0, nightlyReset: noon}"))
                .hasMessageContaining("harbour.yaml:21: `0` is out of range")
                .hasMessageContaining("`noon` is not a time of day");
    }

    @Test
    void one_fault_does_not_hide_the_next() {
        String text = GOOD.replace("to: f1", "to: f9").replace("currency: CNY", "currency: X");

        assertThatThrownBy(() -> read(text))
                .hasMessageContaining("harbour.yaml:4: ")
                .hasMessageContaining("harbour.yaml:10: ");
    }

    @Test
    void a_device_is_in_one_site_only() throws IOException {
        Files.writeString(folder.resolve("sites/other.yaml"), GOOD.replace("site: harbour", "site: other"));

        assertThatThrownBy(() -> read(GOOD)).hasMessageContaining("other.yaml:12: the device `front-in` is in");
    }

    @Test
    void plain_passwords_are_refused_where_others_can_reach_the_hub() throws IOException {
        Files.writeString(folder.resolve("sites/harbour.yaml"), GOOD);

        assertThatThrownBy(() -> Configuration.read(folder, true)).hasMessageContaining("./foyer password");
    }

    @Test
    void a_folder_without_sites_says_what_to_put_there() {
        assertThatThrownBy(() -> Configuration.read(folder, false))
                .hasMessageContaining("Put one YAML file a site there");
        assertThatThrownBy(() -> Configuration.read(folder.resolve("nowhere"), false))
                .hasMessageContaining("there is no such folder")
                .hasMessageNotContaining("Exception");
    }

    @Test
    void a_file_that_is_no_yaml_names_its_line() {
        assertThatThrownBy(() -> read("site: harbour\nzones: [\n"))
                .hasMessageMatching(
                        ".*harbour.yaml:[23]: not valid YAML: [^\\n]*Check indentation, quotes and brackets there\\.")
                .hasMessageNotContaining("line ");
    }

    @Test
    void the_projects_own_sites_are_good() {
        Path config = Path.of("").toAbsolutePath().resolve("../config").normalize();

        List<SiteSetup> sites = Configuration.read(config, false);

        assertThat(sites).extracting(site -> site.definition().site()).contains("replay");
    }
}
