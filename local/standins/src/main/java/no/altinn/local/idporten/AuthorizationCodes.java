package no.altinn.local.idporten;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Codes that stand for logins until the client fetches its tokens: each works once and for 60 s. At
 * most 1 000 are kept, in memory; beyond that the oldest stop to work. Thread-safe.
 */
final class AuthorizationCodes {
    /** How long a code works; RFC 6749 §4.1.2 wants it short. */
    static final Duration LIFETIME = Duration.ofSeconds(60);

    /** How many are kept. */
    static final int MOST = 1_000;

    private static final int CODE_BYTES = 32;

    private record Issued(Login login, Instant expires) {}

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    // Guarded by this; the oldest first.
    private final Map<String, Issued> byCode = new LinkedHashMap<>();

    AuthorizationCodes(Clock clock) {
        this.clock = clock;
    }

    /** A new code for a login. */
    synchronized String issue(Login login) {
        Instant now = clock.instant();
        forgetOldest(now);
        String code = fresh();
        byCode.put(code, new Issued(login, now.plus(LIFETIME)));
        return code;
    }

    /** The login of a code, which does not work again; empty for one that does not work. */
    synchronized Optional<Login> redeem(String code) {
        return Optional.ofNullable(byCode.remove(code))
                .filter(issued -> clock.instant().isBefore(issued.expires()))
                .map(Issued::login);
    }

    /** Makes room for one more. */
    private void forgetOldest(Instant now) {
        Iterator<Issued> oldestFirst = byCode.values().iterator();
        while (oldestFirst.hasNext()
                && (!now.isBefore(oldestFirst.next().expires()) || byCode.size() >= MOST)) {
            oldestFirst.remove();
        }
    }

    private String fresh() {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
