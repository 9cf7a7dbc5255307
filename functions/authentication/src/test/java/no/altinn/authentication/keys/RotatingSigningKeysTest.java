package no.altinn.authentication.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.jose.PublishedKey;
import no.altinn.platform.jose.SigningKeyVersion;
import no.altinn.platform.jose.TestSigningKeys;
import no.altinn.platform.json.Json;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class RotatingSigningKeysTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final MutableClock clock = MutableClock.at(START);
    private final SigningKeyVersion first =
            new SigningKeyVersion(TestSigningKeys.create(), START, START);
    private final AtomicInteger reads = new AtomicInteger();
    private volatile List<SigningKeyVersion> stored = List.of(first);
    private volatile boolean away;

    private final RotatingSigningKeys keys = new RotatingSigningKeys(this::versions, clock);

    private List<SigningKeyVersion> versions() {
        reads.incrementAndGet();
        if (away) {
            throw new Unavailable("away");
        }
        return stored;
    }

    private SigningKeyVersion renewed() {
        clock.advance(Duration.ofSeconds(1));
        SigningKeyVersion next =
                new SigningKeyVersion(TestSigningKeys.create(), clock.instant(), clock.instant());
        stored = List.of(first, next);
        return next;
    }

    @Test
    void nothingIsReadBeforeTheFirstCall() {
        assertThat(reads).hasValue(0);
        keys.current();
        assertThat(reads).hasValue(1);
    }

    @Test
    void versionsAreReadAgainAfterThirtyMinutes() {
        keys.current();
        clock.advance(Duration.ofMinutes(30).minusSeconds(1));
        keys.current();
        keys.published();
        assertThat(reads).hasValue(1);

        clock.advance(Duration.ofSeconds(1));
        keys.published();
        assertThat(reads).hasValue(2);
    }

    @Test
    void aNewKeyIsPublishedWithinThirtyMinutesAndSigns48HoursLater() {
        keys.current();
        SigningKeyVersion next = renewed();
        Instant published = clock.instant().plus(Duration.ofMinutes(30));

        clock.set(published);
        assertThat(keys.published())
                .containsExactly(first.key().published(), next.key().published());
        clock.set(published.plus(Duration.ofDays(2)).minusSeconds(1));
        assertThat(keys.current()).isEqualTo(first.key());
        clock.set(published.plus(Duration.ofDays(2)));
        assertThat(keys.current()).isEqualTo(next.key());
    }

    @Test
    void aTokenOfTheOldKeyIsVerifiedWithThePublishedOnesToItsEnd() {
        SigningKeyVersion next = renewed();
        clock.advance(Duration.ofDays(2));
        String token = keys.current().sign(Json.object().put("sub", "a"));
        clock.advance(Duration.ofMinutes(30));
        assertThat(keys.current()).isEqualTo(next.key());

        String kid = JWT.decode(token).getKeyId();
        PublishedKey key =
                keys.published().stream()
                        .filter(published -> published.kid().equals(kid))
                        .findFirst()
                        .orElseThrow();
        assertThat(
                        JWT.require(Algorithm.RSA256(key.publicKey(), null))
                                .build()
                                .verify(token)
                                .getSubject())
                .isEqualTo("a");
    }

    @Test
    void whileTheStoreIsAwayTheLastVersionsStayInUse() {
        keys.current();
        away = true;
        clock.advance(Duration.ofDays(2));

        assertThat(keys.current()).isEqualTo(first.key());
        assertThat(keys.published()).containsExactly(first.key().published());
    }

    @Test
    void withoutAnyReadNothingIsSignedOrPublished() {
        away = true;

        assertThatThrownBy(keys::current)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("could not be read");
        assertThatThrownBy(keys::published).isInstanceOf(Unavailable.class);
    }

    @Test
    void aKeyThatIsDisabledIsGoneAtTheNextReadAndTheOtherSigns() {
        SigningKeyVersion next = renewed();
        assertThat(keys.current()).isEqualTo(first.key());

        stored = List.of(next);
        clock.advance(Duration.ofMinutes(30));
        assertThat(keys.current()).isEqualTo(next.key());
        assertThat(keys.published()).containsExactly(next.key().published());
    }

    @Test
    void whenEveryVersionIsDisabledNothingIsSignedAndTheReasonIsTold() {
        keys.current();
        stored = List.of();
        clock.advance(Duration.ofMinutes(30));

        assertThatThrownBy(keys::current)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("disabled, has ended or has not begun");
        assertThatThrownBy(keys::published)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("disabled, has ended or has not begun");
    }
}
