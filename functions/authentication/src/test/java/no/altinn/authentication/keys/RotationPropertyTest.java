package no.altinn.authentication.keys;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import no.altinn.platform.jose.PublishedKey;
import no.altinn.platform.jose.SigningKeyRing;
import no.altinn.testing.time.MutableClock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What holds whatever is done to the versions, watched from outside, every half hour. */
class RotationPropertyTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final int MINUTES_OF_A_WEEK = 7 * 24 * 60;

    private final MutableClock clock = MutableClock.at(START);
    private final ChangingVault vault = new ChangingVault(clock);
    private final RotatingSigningKeys ring = new RotatingSigningKeys(vault::enabled, clock);

    private record Signed(String kid, Instant at) {}

    /** What is done to one of the versions some time after what was done before. */
    private record Change(int minutesLater, String what, int which) {}

    @Provide
    Arbitrary<Change> changes() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, MINUTES_OF_A_WEEK),
                        Arbitraries.of("renew", "make disabled", "enable", "disable", "edit tags"),
                        Arbitraries.integers().between(0, 4))
                .as(Change::new);
    }

    @Property(tries = 100)
    void tokensCanBeVerifiedByWhoeverReadTheKeySetInTheLast48Hours(
            @ForAll @Size(max = 6) List<@From("changes") Change> changes) {
        Map<String, Instant> publishedSince = new HashMap<>();
        Deque<Signed> living = new ArrayDeque<>();
        Deque<Change> ahead = new ArrayDeque<>(changes);
        Instant last = START;
        vault.renew();
        Instant end = START.plus(Duration.ofDays(7 * 6 + 5));

        for (; clock.instant().isBefore(end); clock.advance(STEP)) {
            Instant now = clock.instant();
            while (!ahead.isEmpty()
                    && !now.isBefore(last.plus(Duration.ofMinutes(ahead.peek().minutesLater())))) {
                last = last.plus(Duration.ofMinutes(ahead.peek().minutesLater()));
                make(ahead.remove());
            }
            List<String> published = ring.published().stream().map(PublishedKey::kid).toList();
            publishedSince.keySet().retainAll(published);
            published.forEach(kid -> publishedSince.putIfAbsent(kid, now));
            String current = ring.current().kid();

            assertThat(published).contains(current);
            if (vault.anyUntouchedFor(Rotation.PUBLISHED_BEFORE_USE.plus(STEP))) {
                assertThat(Duration.between(publishedSince.get(current), now))
                        .isGreaterThanOrEqualTo(Rotation.PUBLISHED_BEFORE_USE);
            }
            living.add(new Signed(current, now));
            living.removeIf(token -> !now.isBefore(token.at().plus(SigningKeyRing.LONGEST_TOKEN)));
            assertThat(living)
                    .extracting(Signed::kid)
                    .filteredOn(vault::isEnabled)
                    .allMatch(published::contains);
        }
    }

    private void make(Change change) {
        switch (change.what()) {
            case "renew" -> vault.renew();
            case "make disabled" -> vault.makeDisabled();
            case "enable" -> vault.enable(change.which());
            case "disable" -> vault.disable(change.which());
            default -> vault.editTags(change.which());
        }
    }
}
