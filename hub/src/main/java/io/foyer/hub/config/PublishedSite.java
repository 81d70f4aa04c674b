package io.foyer.hub.config;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.foyer.hub.config.TariffFile.TariffEntry;
import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.site.DeviceSecrets;
import io.foyer.hub.site.SiteContent;
import io.foyer.hub.site.SiteContent.PublishedContent;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The content of a site file that others may see: its own keys, without the secrets. */
final class PublishedSite {
    private static final int FINGERPRINT = "sha256:".length() + 12;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addMixIn(SiteFile.DeviceEntry.class, NoSecrets.class)
            .addModule(new SimpleModule().addSerializer(new EnumCode()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private PublishedSite() {}

    /** Leaves out what opens anything. */
    @JsonIgnoreProperties({"password", "passwordHash"})
    private interface NoSecrets {}

    /** Writes a constant in the form of a site file. */
    @SuppressWarnings("rawtypes") // Jackson asks for the class of all enums
    private static final class EnumCode extends StdSerializer<Enum> {
        private static final long serialVersionUID = 1;

        EnumCode() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Code.of(value));
        }
    }

    /**
     * The content of a file.
     *
     * @param tariffs the tariffs of the file, with what the file takes from other files
     * @param calendars the content of the calendars that the file names
     * @param secrets by device: the hash of its password
     */
    static SiteContent content(
            Yaml<SiteFile> file,
            List<TariffEntry> tariffs,
            Map<String, String> calendars,
            Map<String, String> secrets) {
        String fingerprint = DeviceSecrets.hash(file.text() + "\n" + tariffs + "\n" + calendars);
        return new SiteContent(fingerprint, () -> {
            JsonNode published = MAPPER.valueToTree(file.value().with(tariffs));
            Map<String, String> parts = parts(published, secrets);
            parts.putAll(calendars);
            return new PublishedContent(published.toString(), parts);
        });
    }

    /**
     * The content of the file thing by thing, to compare two versions: the key {@code zone lounge} with its entry. A
     * secret is there as a short hash, which shows a change and nothing else. The versions of a tariff are one thing.
     */
    private static Map<String, String> parts(JsonNode published, Map<String, String> secrets) {
        Map<String, String> parts = new LinkedHashMap<>();
        StringBuilder head = new StringBuilder();
        published.properties().forEach(key -> {
            if (!key.getValue().isArray()) {
                head.append(key.getKey()).append(' ').append(key.getValue()).append('\n');
                return;
            }
            String what = key.getKey().substring(0, key.getKey().length() - 1);
            key.getValue().forEach(entry -> {
                String id = entry.path("id").asText();
                String secret = what.equals("device") ? fingerprint(secrets.getOrDefault(id, "")) : "";
                parts.merge(what + " " + id, entry + secret, (before, version) -> before + "\n" + version);
            });
        });
        parts.put("site " + published.path("site").asText(), head.toString());
        return parts;
    }

    private static String fingerprint(String hash) {
        return " " + DeviceSecrets.hash(hash).substring(0, FINGERPRINT);
    }
}
