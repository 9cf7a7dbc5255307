package no.altinn.events.delivery;

import no.altinn.platform.json.MalformedMessage;
import no.altinn.platform.json.MessageFields;

import java.util.regex.Pattern;

/**
 * Ids and counts in messages, within the bounds that a store takes. A store refuses any other as a
 * fault of its caller, and the message would come again and again.
 */
final class MessageId {
    private static final Pattern TAKEN = Pattern.compile("[^/\\\\?#\\p{Cntrl}]{1,255}");
    private static final int MOST_ATTEMPTS = 1_000_000;

    private MessageId() {}

    /**
     * The id of a document.
     *
     * @throws MalformedMessage if it is missing, or none that a document may have
     */
    static String of(MessageFields fields, String member) {
        String id = fields.text(member);
        if (!TAKEN.matcher(id).matches()) {
            throw new MalformedMessage(
                    "The message's '%s' is no id: 1 to 255 characters without / \\ ? #."
                            .formatted(member));
        }
        return id;
    }

    /**
     * The same, or an empty text where the sender knows no id.
     *
     * @throws MalformedMessage if it is missing, or neither
     */
    static String orEmpty(MessageFields fields, String member) {
        return fields.text(member).isEmpty() ? "" : of(fields, member);
    }

    /**
     * The number of tries that have failed.
     *
     * @throws MalformedMessage if it is missing, below 0 or above a million
     */
    static int attempts(MessageFields fields, String member) {
        int attempts = fields.number(member);
        if (attempts < 0 || attempts > MOST_ATTEMPTS) {
            throw new MalformedMessage(
                    "The message's '%s' is out of bounds: 0 to 1000000.".formatted(member));
        }
        return attempts;
    }
}
