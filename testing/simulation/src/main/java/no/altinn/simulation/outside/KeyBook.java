package no.altinn.simulation.outside;

import no.altinn.events.webhook.WebhookRequest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that owners know, and whether requests are signed with them: some seconds after an owner
 * got a new key, each request has its signature. Not thread-safe.
 */
public final class KeyBook {
    /**
     * Within five seconds the new key signs, and a request is made some seconds before it is sent.
     */
    private static final Duration EFFECT = Duration.ofSeconds(10);

    private static final String SECRET = "whsec_";
    private static final String SIGNATURE = "v1,";

    private final Map<Integer, Known> newest = new HashMap<>();
    private final List<String> broken = new ArrayList<>();

    private record Known(Optional<String> secret, Instant since) {}

    /** An owner asks for a new key; until the answer, the owner knows none for certain. */
    public void ask(int subscription, Instant now) {
        newest.put(subscription, new Known(Optional.empty(), now));
    }

    /** An owner was shown this key as the newest. */
    public void show(int subscription, String secret, Instant now) {
        newest.put(subscription, new Known(Optional.of(secret), now));
    }

    /** Checks the signatures of a request that is sent now. */
    void look(int subscription, WebhookRequest request, Instant now) {
        String signatures = request.headers().getOrDefault("webhook-signature", "");
        if (!signatures.startsWith(SIGNATURE)) {
            broken.add("a request to subscription " + subscription + " is not signed");
        }
        Optional<Known> known =
                Optional.ofNullable(newest.get(subscription))
                        .filter(one -> one.since().plus(EFFECT).isBefore(now));
        known.flatMap(Known::secret)
                .filter(secret -> !isSigned(signatures, secret, request))
                .ifPresent(
                        secret ->
                                broken.add(
                                        "a request to subscription %d lacks the newest key's signature"
                                                .formatted(subscription)));
    }

    private static boolean isSigned(String signatures, String secret, WebhookRequest request) {
        String content =
                request.headers().get("webhook-id")
                        + "."
                        + request.headers().get("webhook-timestamp")
                        + "."
                        + request.body();
        String wanted = SIGNATURE + Base64.getEncoder().encodeToString(mac(secret, content));
        return Arrays.asList(signatures.split(" ", -1)).contains(wanted);
    }

    private static byte[] mac(String secret, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = Base64.getDecoder().decode(secret.substring(SECRET.length()));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    /** Requests that were not signed as they must be. */
    public List<String> broken() {
        return broken;
    }
}
