package io.foyer.hub.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes PINs and the signatures of QR codes out of what is kept of a payload: nobody who reads the trail or the dead
 * letters shall learn one. What can be read as JSON loses the PINs alone; in what cannot be read, and may have one, all
 * digits are hidden.
 */
final class PinMask {
    private static final String HIDDEN = "****";

    /** A key that is there twice has two values, and the tree knows only one of them. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A credential that breaks off may have been a PIN. */
    private static final Pattern MAY_HAVE_PIN_IF_FAULTY = pattern("pin|credential|\\\\u");

    /** JSON within a text, as of a device that encodes twice. */
    private static final Pattern QUOTES_PIN = pattern("pin\\\\*[\"']");

    private static final Pattern PASS = Pattern.compile("(foyer:[vm]:[^:\"\\s]*:[^:\"\\s]*:[0-9]+:)[^\"\\s]*");
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
    private static final Set<String> NO_PIN = Set.of("card", "qr", "mobile", "plate");

    private PinMask() {}

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    /** The payload of a message that was understood, without a PIN. */
    static String in(String payload) {
        String unsigned = unsigned(payload);
        return mayHavePin(unsigned) ? masked(unsigned) : unsigned;
    }

    /**
     * Most payloads have neither the word nor an escape that could spell it, and are kept as they came. Every message is
     * looked at, and a pattern would take 2 µs for each.
     */
    private static boolean mayHavePin(String payload) {
        for (int i = 0; i < payload.length(); i++) {
            char sign = payload.charAt(i);
            boolean begins = sign == 'p' || sign == 'P' || sign == '\\';
            if (begins
                    && (payload.regionMatches(true, i, "pin", 0, 3) || payload.regionMatches(true, i, "\\u", 0, 2))) {
                return true;
            }
        }
        return false;
    }

    /** A payload that nobody understood, without a PIN: whole, since what is cut may be what tells that it has one. */
    static String inFaulty(String payload) {
        String letters = payload.replace("\0", ""); // a device of another encoding has them between the letters
        String unsigned = unsigned(payload);
        return MAY_HAVE_PIN_IF_FAULTY.matcher(letters).find() ? masked(unsigned) : unsigned;
    }

    /** A visitor's QR is printed and good for days: whom it names is kept, what makes it genuine is not. */
    private static String unsigned(String payload) {
        return payload.contains("foyer:") ? PASS.matcher(payload).replaceAll("$1…") : payload;
    }

    private static String masked(String payload) {
        if (payload.length() <= PayloadDecoder.MOST_BYTES) {
            try {
                JsonNode tree = JSON.readTree(payload);
                JsonNode kept = masked(tree.deepCopy(), isPin(tree));
                return kept.equals(tree) ? payload : JSON.writeValueAsString(kept);
            } catch (JsonProcessingException e) {
                // Then digit by digit.
            }
        }
        return DIGITS.matcher(payload).replaceAll(HIDDEN);
    }

    /** True where something says of its credential that it is a PIN, or nothing that is known. */
    private static boolean isPin(JsonNode node) {
        boolean here = node.properties().stream()
                .anyMatch(field -> field.getKey().equalsIgnoreCase("type")
                        && !NO_PIN.contains(field.getValue().asText()));
        return here || node.valueStream().anyMatch(PinMask::isPin);
    }

    private static JsonNode masked(JsonNode node, boolean isPin) {
        node.properties().forEach(field -> {
            String key = field.getKey().toLowerCase(Locale.ROOT);
            boolean hidden = key.contains("pin") || (isPin && key.equals("credential"));
            field.setValue(hidden ? TextNode.valueOf(HIDDEN) : masked(field.getValue(), isPin));
        });
        if (node.isArray()) {
            List<JsonNode> masked =
                    node.valueStream().map(each -> masked(each, isPin)).toList();
            return JSON.createArrayNode().addAll(masked);
        }
        if (node.isTextual() && QUOTES_PIN.matcher(node.asText()).find()) {
            return TextNode.valueOf(HIDDEN);
        }
        return node;
    }
}
