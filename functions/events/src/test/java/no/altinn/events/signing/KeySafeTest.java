package no.altinn.events.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.client.Unavailable;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

final class KeySafeTest {
    private static final Instant CREATED = Instant.parse("2026-01-01T12:00:00.123Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MutableClock clock = MutableClock.at(CREATED);
    private final FakeWrapping wrapping = new FakeWrapping();
    private final DataKeyFile file =
            new DataKeyFile(new MemoryKeyRecords(), wrapping, RANDOM, clock);
    private final DataKeys dataKeys = new DataKeys(file, wrapping, clock);
    private final KeySafe safe = new KeySafe(dataKeys, RANDOM);

    @ParameterizedTest
    @EnumSource
    void aKeyComesBackAsItWas(Scheme scheme) {
        SignatureKey key = SignatureKey.create(scheme, RANDOM);
        SealedKey sealed = safe.seal(key, 7, CREATED);

        assertThat(safe.open(sealed, 7).bytes()).isEqualTo(key.bytes());
        assertThat(sealed.scheme()).isEqualTo(scheme);
        assertThat(sealed.created()).isEqualTo(CREATED);
        assertThat(sealed.publicHalf()).isEqualTo(key.publicHalf());
        assertThat(sealed.until()).isEmpty();
    }

    @Test
    void aKeyIsSealedWithAes256InGcmUnderANonceOfItsOwn() throws GeneralSecurityException {
        SignatureKey key = SignatureKey.create(Scheme.V1, RANDOM);
        SealedKey sealed = safe.seal(key, 7, CREATED);
        byte[] bytes = Base64.getUrlDecoder().decode(sealed.seal().base64Url());
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                dataKeys.find(sealed.seal().dataKey()),
                new GCMParameterSpec(128, bytes, 0, 12));
        cipher.updateAAD("key|7|v1|2026-01-01T12:00:00.123Z".getBytes(StandardCharsets.UTF_8));

        assertThat(cipher.doFinal(bytes, 12, bytes.length - 12)).isEqualTo(key.bytes());
        assertThat(safe.seal(key, 7, CREATED).seal()).isNotEqualTo(sealed.seal());
    }

    @Test
    void aKeyIsNoOtherSubscriptions() {
        SealedKey sealed = safe.seal(SignatureKey.create(Scheme.V1, RANDOM), 7, CREATED);

        assertThatThrownBy(() -> safe.open(sealed, 8)).isInstanceOf(LostKey.class);
    }

    @Test
    void aKeyIsOfItsSchemeAndItsTimeAlone() {
        SealedKey sealed = safe.seal(SignatureKey.create(Scheme.V1, RANDOM), 7, CREATED);
        SealedKey otherScheme =
                new SealedKey(
                        Scheme.V1A, CREATED, Optional.empty(), Optional.empty(), sealed.seal());
        SealedKey otherTime =
                new SealedKey(
                        Scheme.V1,
                        CREATED.plusMillis(1),
                        Optional.empty(),
                        Optional.empty(),
                        sealed.seal());

        assertThatThrownBy(() -> safe.open(otherScheme, 7)).isInstanceOf(LostKey.class);
        assertThatThrownBy(() -> safe.open(otherTime, 7)).isInstanceOf(LostKey.class);
    }

    @Test
    void aChangedKeyIsRefusedWithoutBeingTold() {
        SignatureKey key = SignatureKey.create(Scheme.V1, RANDOM);
        SealedKey sealed = safe.seal(key, 7, CREATED);
        byte[] bytes = Base64.getUrlDecoder().decode(sealed.seal().base64Url());
        byte[] changed = Arrays.copyOf(bytes, bytes.length);
        changed[20] ^= 1;
        KeySeal seal =
                new KeySeal(
                        sealed.seal().dataKey(), Base64.getUrlEncoder().encodeToString(changed));

        assertThatThrownBy(() -> safe.open(sealed.under(seal), 7))
                .isInstanceOf(LostKey.class)
                .hasMessage("What is kept as 'key|7|v1|2026-01-01T12:00:00.123Z' was changed");
    }

    @Test
    void aKeyThatEndsIsStillTheSame() {
        SignatureKey key = SignatureKey.create(Scheme.V1, RANDOM);
        SealedKey ending = safe.seal(key, 7, CREATED).endingAt(CREATED.plusSeconds(1));

        assertThat(safe.open(ending, 7).bytes()).isEqualTo(key.bytes());
    }

    @Test
    void underANewDataKeyTheKeyIsTheSame() {
        SignatureKey key = SignatureKey.create(Scheme.V1, RANDOM);
        SealedKey sealed = safe.seal(key, 7, CREATED);
        DataKeyFile.Kept kept = file.read();
        assertThat(file.write(kept, kept.list().startedWith(file.created()))).isPresent();
        assertThat(safe.isOld(sealed)).isFalse();
        clock.advance(Duration.ofHours(1));

        assertThat(safe.isOld(sealed)).isTrue();
        SealedKey again = sealed.under(safe.sealAgain(sealed, 7));
        assertThat(safe.isOld(again)).isFalse();
        assertThat(safe.open(again, 7).bytes()).isEqualTo(key.bytes());
    }

    @Test
    void whileTheVaultIsAwayNothingIsSealedOrOpened() {
        SealedKey sealed = safe.seal(SignatureKey.create(Scheme.V1, RANDOM), 7, CREATED);
        clock.advance(Duration.ofHours(2));
        wrapping.setAway(true);

        assertThatThrownBy(() -> safe.open(sealed, 7)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> safe.seal(SignatureKey.create(Scheme.V1, RANDOM), 7, CREATED))
                .isInstanceOf(Unavailable.class);
    }
}
