package no.altinn.local.webhooks;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of the receiver.
 *
 * @param name 1 to 200 letters, digits, dots, hyphens, underscores and tildes; empty for the
 *     overview
 * @param isBehaviour whether it is about how the webhook answers
 */
record WebhookPath(String name, boolean isBehaviour) {
    private static final Pattern PATH =
            Pattern.compile("/webhooks(?:/([A-Za-z0-9._~-]{1,200})(/behaviour)?)?/?");

    /** Reads a path; empty for one that is not the receiver's. */
    static Optional<WebhookPath> parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(1) == null ? "" : matcher.group(1);
        return Optional.of(new WebhookPath(name, matcher.group(2) != null));
    }
}
