package no.altinn.events.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

final class KeyRingTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123Z");
    private static final Duration DAY = Duration.ofDays(1);

    private static SealedKey key(String name) {
        return new SealedKey(
                Scheme.V1, NOW, Optional.empty(), Optional.empty(), new KeySeal("data-key", name));
    }

    private static KeyRing ring(String name) {
        return KeyRing.EMPTY.rotated(key(name), DAY, NOW);
    }

    private static Iterable<String> valid(KeyRing ring, Instant at) {
        return ring.validAt(at).stream().map(key -> key.seal().base64Url()).toList();
    }

    @Test
    void theOnlyKeySignsForEver() {
        assertThat(valid(ring("a"), Instant.MAX)).containsExactly("a");
        assertThat(ring("a").previousExpires(NOW)).isEmpty();
    }

    @Test
    void theOldKeySignsAlongUntilTheOverlapEnds() {
        KeyRing ring = ring("a").rotated(key("b"), DAY, NOW);

        assertThat(valid(ring, NOW.plus(DAY).minusNanos(1))).containsExactly("b", "a");
        assertThat(valid(ring, NOW.plus(DAY))).containsExactly("b");
        assertThat(ring.previousExpires(NOW)).contains(NOW.plus(DAY));
        assertThat(ring.previousExpires(NOW.plus(DAY))).isEmpty();
    }

    @Test
    void withoutAnOverlapTheOldKeyEndsAtOnce() {
        KeyRing ring = ring("a").rotated(key("b"), Duration.ZERO, NOW);

        assertThat(valid(ring, NOW)).containsExactly("b");
        assertThat(ring.keys()).hasSize(1);
    }

    @Test
    void eachOldKeySignsAlongUntilItsOwnOverlapEnds() {
        KeyRing ring =
                ring("a")
                        .rotated(key("b"), DAY.multipliedBy(7), NOW)
                        .rotated(key("c"), Duration.ofHours(1), NOW);

        assertThat(valid(ring, NOW)).containsExactly("c", "b", "a");
        assertThat(valid(ring, NOW.plus(Duration.ofHours(1)))).containsExactly("c", "a");
        assertThat(valid(ring, NOW.plus(DAY.multipliedBy(7)))).containsExactly("c");
        assertThat(ring.previousExpires(NOW)).contains(NOW.plus(DAY.multipliedBy(7)));
    }

    @Test
    void endedKeysAreForgottenAtTheNextRotation() {
        KeyRing ring = ring("a").rotated(key("b"), DAY, NOW);

        assertThat(ring.rotated(key("c"), DAY, NOW.plus(DAY)).keys())
                .extracting(key -> key.seal().base64Url())
                .containsExactly("c", "b");
    }

    private static KeyRing full() {
        KeyRing ring = ring("1");
        for (int i = 2; i <= 5; i++) {
            ring = ring.rotated(key("" + i), DAY.multipliedBy(i), NOW);
        }
        return ring;
    }

    @Test
    void aSixthValidKeyIsRefusedAndTheNextEndTold() {
        assertThat(valid(full(), NOW)).hasSize(5);
        assertThatThrownBy(() -> full().rotated(key("6"), Duration.ofSeconds(1), NOW))
                .isInstanceOf(TooManyKeys.class)
                .hasMessage(
                        "5 keys of the subscription are valid. Rotate again after"
                                + " 2026-01-03T12:00:00.123Z, or with an overlap of 0 seconds.");
    }

    @Test
    void aFullRingMayReplaceItsNewestKey() {
        assertThat(valid(full().rotated(key("6"), Duration.ZERO, NOW), NOW))
                .containsExactly("6", "4", "3", "2", "1");
    }

    @Test
    void afterAnEndThereIsAPlaceAgain() {
        Instant later = NOW.plus(DAY.multipliedBy(2));

        assertThat(full().rotated(key("6"), DAY, later).validAt(later)).hasSize(5);
    }

    @Test
    void rotatingToTheSameKeyAgainChangesNothing() {
        KeyRing ring = ring("a").rotated(key("b"), DAY, NOW);

        assertThat(ring.rotated(key("b"), DAY, NOW.plusSeconds(1))).isEqualTo(ring);
    }

    @Test
    void aRingIsReadAsItWasWritten() {
        SealedKey pair =
                new SealedKey(
                        Scheme.V1A,
                        NOW,
                        Optional.empty(),
                        Optional.of(new PublicHalf("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")),
                        new KeySeal("data-key", "sealed"));
        KeyRing ring = ring("a").rotated(pair, DAY, NOW).named("a-page");

        assertThat(KeyRingText.read(KeyRingText.of(ring))).isEqualTo(ring);
        assertThat(KeyRingText.of(KeyRing.EMPTY)).isEmpty();
        assertThat(KeyRingText.read("")).isEqualTo(KeyRing.EMPTY);
    }

    @Test
    void aPageKeepsItsName() {
        assertThat(ring("a").named("first").named("second").set()).isEqualTo("first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"keys\":[{\"scheme\":\"v9\",\"created\":\"2026-01-01T12:00:00Z\",\"dataKey\":\"d\",\"sealed\":\"s\"}]}",
                "{\"keys\":[{\"scheme\":\"v1\",\"dataKey\":\"d\",\"sealed\":\"s\"}]}"
            })
    void aTextOfAnotherProgramIsNoRing(String text) {
        assertThatThrownBy(() -> KeyRingText.read(text)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theTextOfARingTellsWhichDataKeyAndNoMore() {
        assertThat(ring("secret").toString())
                .contains("KeySeal[data-key]")
                .doesNotContain("secret");
    }
}
