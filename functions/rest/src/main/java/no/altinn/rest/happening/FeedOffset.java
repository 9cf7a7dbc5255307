package no.altinn.rest.happening;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the feed of what has happened. Clients see it as one word, which they send back.
 *
 * @param at when the happening was kept, as the feed writes it
 * @param id the happening's
 */
public record FeedOffset(String at, String id) {
    private static final Pattern FORM =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{6}Z)~(.{1,200})");

    /** The word. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + "~" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** The place that a word names; empty for any other word. */
    public static Optional<FeedOffset> read(String text) {
        try {
            String decoded =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Matcher matcher = FORM.matcher(decoded);
            return matcher.matches()
                    ? Optional.of(new FeedOffset(matcher.group(1), matcher.group(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this one comes after another. */
    boolean isAfter(FeedOffset other) {
        int order = at.compareTo(other.at);
        return order > 0 || (order == 0 && id.compareTo(other.id) > 0);
    }
}
