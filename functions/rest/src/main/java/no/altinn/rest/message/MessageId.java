package no.altinn.rest.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a message in addresses: {@code a1} while it is active, {@code b1} once it is archived.
 *
 * @param number 1 to 999 999 999 999 999, one in its box; archiving does not change it
 */
public record MessageId(boolean isArchived, long number) {
    /** The greatest number of a message. */
    public static final long MAX_NUMBER = 999_999_999_999_999L;

    private static final Pattern FORM = Pattern.compile("([abAB])([1-9][0-9]{0,14})");

    public MessageId {
        if (number < 1 || number > MAX_NUMBER) {
            throw new IllegalArgumentException("A message cannot have the number " + number);
        }
    }

    /** The id that a text spells; empty for a text that spells none. */
    public static Optional<MessageId> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new MessageId(
                                parts.group(1).equalsIgnoreCase("b"),
                                Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** For example {@code a1}. */
    @Override
    public String toString() {
        return (isArchived ? "b" : "a") + number;
    }
}
