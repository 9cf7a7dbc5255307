package no.altinn.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import no.altinn.platform.client.Unavailable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

class SealTest {
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final SecretKey OLD = key(1);
    private static final SecretKey NEW = key(2);

    private final Seal seal = of(NEW, OLD);

    private static SecretKey key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return new SecretKeySpec(bytes, "AES");
    }

    private static Seal of(SecretKey... keys) {
        return new Seal(() -> List.of(keys), new SecureRandom());
    }

    @Property(tries = 200)
    void whatWasSealedIsOpenedWhereItIsBoundTo(@ForAll String text, @ForAll String boundTo) {
        String wellFormed =
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        String sealed = seal.seal(wellFormed, boundTo);

        assertThat(sealed).matches("[A-Za-z0-9_-]+").doesNotContain("=");
        assertThat(seal.open(sealed, boundTo)).contains(wellFormed);
        assertThat(seal.open(sealed, boundTo + "x")).isEmpty();
    }

    @Test
    void theTextIsNotToBeSeenAndNeverSealedTheSameTwice() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            all.add(seal.seal("01909012345", "b"));
        }

        assertThat(all).hasSize(100).noneMatch(text -> text.contains("01909012345"));
    }

    @Test
    void aChangeOfAnyCharacterIsSeen() {
        String sealed = seal.seal("/person/01909012345", "b");

        for (int i = 0; i < sealed.length(); i++) {
            for (char other : new char[] {'A', 'B', '_'}) {
                String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
                if (!changed.equals(sealed)) {
                    assertThat(seal.open(changed, "b")).as("at " + i).isEmpty();
                }
            }
        }
    }

    @Test
    void noOtherLastCharacterStandsForTheSame() {
        // The last character of 29 bytes has loose bits.
        String sealed = seal.seal("x", "b");
        String start = sealed.substring(0, sealed.length() - 1);

        assertThat(ALPHABET.chars().mapToObj(last -> start + (char) last))
                .filteredOn(text -> seal.open(text, "b").isPresent())
                .containsExactly(sealed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A", "AAAA", "~~", "å", "a b", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatWasNeverSealedIsNotOpened(String text) {
        assertThat(seal.open(text, "b")).isEmpty();
        assertThat(seal.open(seal.seal("x", "b") + text + "=", "b")).isEmpty();
    }

    @Test
    void aPartOfWhatWasSealedIsNotOpened() {
        String sealed = seal.seal("/person/01909012345", "b");

        for (int length = 0; length < sealed.length(); length++) {
            assertThat(seal.open(sealed.substring(0, length), "b")).isEmpty();
        }
    }

    @Test
    void theKeyBeforeStillOpensAndTheFirstSeals() {
        String before = of(OLD).seal("x", "b");

        assertThat(seal.open(before, "b")).contains("x");
        assertThat(of(NEW).open(seal.seal("x", "b"), "b")).contains("x");
        assertThat(of(OLD).open(seal.seal("x", "b"), "b")).isEmpty();
        assertThat(of(NEW).open(before, "b")).isEmpty();
    }

    @Test
    void withoutAKeyNothingIsSealedOrOpened() {
        String sealed = seal.seal("x", "b");
        Seal away =
                new Seal(
                        () -> {
                            throw new Unavailable("The key is away");
                        },
                        new SecureRandom());

        assertThatThrownBy(() -> away.seal("x", "b")).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> away.open(sealed, "b")).isInstanceOf(Unavailable.class);
    }
}
