package no.altinn.authentication.keys;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import no.altinn.platform.time.MutableClock;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What holds however often certificates are renewed, watched from outside, every half hour. */
class RotationPropertyTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final Duration VALIDITY = Duration.ofDays(400);
    private static final KeyPair PAIR = pair();

    private final MutableClock clock = MutableClock.at(START);
    private final List<SigningCertificate> vault = new ArrayList<>();
    private final RotatingSigningKeys ring =
            new RotatingSigningKeys(() -> List.copyOf(vault), clock);

    private static KeyPair pair() {
        try {
            return TestKeys.pair("RSA", 2048);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Signed(String kid, Instant at) {}

    @Property(tries = 100)
    void tokensCanBeVerifiedByWhoeverReadTheKeySetInTheLast48Hours(
            @ForAll @Size(max = 5)
                    List<@IntRange(min = 1, max = 7 * 24 * 60) Integer> minutesBetween) {
        Map<String, Instant> publishedSince = new HashMap<>();
        Deque<Signed> living = new ArrayDeque<>();
        String firstKid = renew();
        Deque<Instant> renewals = renewals(minutesBetween);
        Instant end = START.plus(Duration.ofDays(35)).plus(Duration.ofDays(5));

        for (; clock.instant().isBefore(end); clock.advance(STEP)) {
            Instant now = clock.instant();
            while (!renewals.isEmpty() && !now.isBefore(renewals.peek())) {
                renewals.remove();
                renew();
            }
            List<String> published = ring.published().stream().map(PublishedKey::kid).toList();
            published.forEach(kid -> publishedSince.putIfAbsent(kid, now));
            String current = ring.current().kid();

            assertThat(published).contains(current);
            if (!current.equals(firstKid)) {
                assertThat(Duration.between(publishedSince.get(current), now))
                        .isGreaterThanOrEqualTo(Rotation.PUBLISHED_BEFORE_USE);
            }
            living.add(new Signed(current, now));
            living.removeIf(token -> !now.isBefore(token.at().plus(Rotation.LONGEST_TOKEN)));
            assertThat(living).extracting(Signed::kid).allMatch(published::contains);
        }
        assertThat(ring.published()).as("those of before have been retired").hasSize(1);
    }

    private static Deque<Instant> renewals(List<Integer> minutesBetween) {
        Deque<Instant> renewals = new ArrayDeque<>();
        Instant last = START;
        for (int minutes : minutesBetween) {
            last = last.plus(Duration.ofMinutes(minutes));
            renewals.add(last);
        }
        return renewals;
    }

    private String renew() {
        Instant now = clock.instant();
        SigningKey key = TestKeys.certified(PAIR, now, now.plus(VALIDITY));
        vault.add(new SigningCertificate(key, now));
        return key.kid();
    }
}
