package no.altinn.events.webhook;

import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How many events a minute an endpoint takes: the header {@code WebHook-Allowed-Rate} of an answer
 * to a validation (CloudEvents webhooks §4.2).
 */
public final class AllowedRate {
    /** No rate is higher; an endpoint that takes more gets as many. */
    public static final int MOST = 60_000;

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private AllowedRate() {}

    /**
     * The rate that the reply allows.
     *
     * @return 1 to {@link #MOST}; empty for any rate, and for a header that is zero or malformed
     */
    public static OptionalInt of(WebhookReply reply) {
        String text = reply.allowedRate().strip();
        if (!DIGITS.matcher(text).matches()) {
            return OptionalInt.empty();
        }
        int rate = new BigInteger(text).min(BigInteger.valueOf(MOST)).intValueExact();
        return rate > 0 ? OptionalInt.of(rate) : OptionalInt.empty();
    }
}
