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
 * Removes PINs and the signatures of QR codes from kept payloads: no reader of the trail or of the dead letters may
 * learn one. A payload that is JSON loses only its PINs. Any other payload that may hold a PIN loses all its digits.
 */
final class PinMask {
    private static final String HIDDEN = "****";

    /** A key that is there twice has two values, and the tree would know only one of them. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The field of a credential that breaks off may have held a PIN. */
    private static final Pattern MAY_HAVE_PIN_IF_FAULTY = pattern("pin|credential|\\\\u");

    /** JSON inside a text, from a device that encodes twice. */
    private static final Pattern QUOTES_PIN = pattern("pin\\\\*[\"']");

    private static final Pattern PASS = Pattern.compile("(foyer:[vm]:[^:\"\\s]*:[^:\"\\s]*:[0-9]+:)[^\"\\s]*");
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
    private static final Set<String> NO_PIN = Set.of("card", "qr", "mobile", "plate");

    private PinMask() {}

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    /** The payload of a message that the hub understood, without PINs. */
    static String in(String payload) {
        String unsigned = unsigned(payload);
        return mayHavePin(unsigned) ? masked(unsigned) : unsigned;
    }

    /**
     * False for most payloads: they have neither the word nor an escape that could spell it. The hub asks this for
     * every message. A pattern would take 2 µs each time.
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

    /**
     * A payload that the hub did not understand, without PINs. The payload must be whole, because any part of it may
     * show that it holds a PIN.
     */
    static String inFaulty(String payload) {
        String letters = payload.replace("\0", ""); // a device with another encoding has zero bytes between the letters
        String unsigned = unsigned(payload);
        return MAY_HAVE_PIN_IF_FAULTY.matcher(letters).find() ? masked(unsigned) : unsigned;
    }

    /**
     * The payload without the signatures of QR codes. A visitor's code is printed and good for days. The trail keeps
     * the name in the code but not the signature that makes the code genuine.
     */
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
                // The payload is no JSON: hide all its digits.
            }
        }
        return DIGITS.matcher(payload).replaceAll(HIDDEN);
    }

    /** True where a type in the payload is PIN, or is unknown. */
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
