package io.foyer.hub.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.domain.Message;
import java.util.regex.Pattern;

/** Takes PINs out of what is kept of a payload: nobody who reads the trail shall learn one. */
final class PinMask {
    private static final String HIDDEN = "****";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VALUE = "\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"?|[^,}\\s]+)";
    private static final Pattern PIN = Pattern.compile("\"pin" + VALUE);
    private static final Pattern CREDENTIAL = Pattern.compile("\"credential" + VALUE);
    private static final Pattern IS_PIN = Pattern.compile("\"type\"\\s*:\\s*\"pin\"");

    private PinMask() {}

    /** The payload of a message that was understood, without its PIN. */
    static String of(Message message, String body) {
        if (!(message instanceof Message.Swipe swipe) || (swipe.pin() == null && swipe.type() != CredentialType.PIN)) {
            return body;
        }
        try {
            ObjectNode tree = (ObjectNode) JSON.readTree(body);
            if (swipe.pin() != null) {
                tree.put("pin", HIDDEN);
            }
            if (swipe.type() == CredentialType.PIN) {
                tree.put("credential", HIDDEN);
            }
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it was read before", e);
        }
    }

    /** As much as can be seen in a payload that nobody understood. */
    static String inFaulty(String payload) {
        String masked = PIN.matcher(payload).replaceAll("\"pin\":\"" + HIDDEN + "\"");
        return IS_PIN.matcher(masked).find()
                ? CREDENTIAL.matcher(masked).replaceAll("\"credential\":\"" + HIDDEN + "\"")
                : masked;
    }
}
