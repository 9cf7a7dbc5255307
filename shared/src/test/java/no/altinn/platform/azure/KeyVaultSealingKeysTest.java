package no.altinn.platform.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.seal.SealingKeys;
import no.altinn.platform.seal.SealingKeysContract;
import no.altinn.testing.time.MutableClock;
import no.altinn.testing.vault.FakeKeyVault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

final class KeyVaultSealingKeysTest extends SealingKeysContract {
    private static final String NAME = "cursor-key";
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    private final MutableClock clock = MutableClock.at(START);
    private final FakeKeyVault vault = new FakeKeyVault();
    private final SealingKeys keys = open();

    @BeforeEach
    void putTheFirst() {
        put(1, START.minus(YEAR));
    }

    @AfterEach
    void stop() {
        vault.close();
    }

    @Override
    protected SealingKeys open() {
        return new KeyVaultSealingKeys(OpenVault.of(vault), NAME, clock);
    }

    private static byte[] bytes(int fill, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) fill);
        return bytes;
    }

    private static SecretKey key(int fill) {
        return new SecretKeySpec(bytes(fill, 32), "AES");
    }

    private void put(int fill, Instant created) {
        String value = Base64.getEncoder().encodeToString(bytes(fill, 32));
        vault.put(NAME, "v" + fill, "", value, created);
    }

    @Test
    void theOnlyVersionSealsAtOnce() {
        vault.disable("v1");
        put(2, START);

        assertThat(keys.inUse()).containsExactly(key(2));
    }

    @Test
    void theNewestVersionSealsAndTheOneBeforeStillOpens() {
        put(2, START.minus(Duration.ofHours(1)));

        assertThat(keys.inUse()).containsExactly(key(2), key(1));
    }

    @Test
    void aNewVersionOpensSoonAndSealsWhenEveryProcessHasReadIt() {
        assertThat(keys.inUse()).containsExactly(key(1));
        put(2, START);

        clock.advance(Duration.ofMinutes(30));
        assertThat(keys.inUse()).containsExactly(key(1), key(2));
        clock.advance(Duration.ofMinutes(30));
        assertThat(keys.inUse()).containsExactly(key(2), key(1));
    }

    @Test
    void olderVersionsAreNotEvenRead() {
        put(2, START.minus(Duration.ofDays(2)));
        put(3, START.minus(Duration.ofDays(1)));

        assertThat(keys.inUse()).containsExactly(key(3), key(2));
        assertThat(vault.served()).doesNotContain("/secrets/" + NAME + "/v1");
    }

    @Test
    void aVersionThatIsDisabledOpensNothingAnyMore() {
        put(2, START);
        vault.disable("v1");

        assertThat(keys.inUse()).containsExactly(key(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "no Base64 !",
                "====",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void aVersionThatHoldsNoKeyLeavesTheOthers(String value) {
        vault.put(NAME, "v2", "", value, START);

        assertThat(keys.inUse()).containsExactly(key(1));
    }

    @Test
    void aValueMayEndWithALineBreak() {
        String value = Base64.getEncoder().encodeToString(bytes(2, 32)) + "\n";
        vault.put(NAME, "v2", "", value, START.minus(Duration.ofDays(1)));

        assertThat(keys.inUse()).containsExactly(key(2), key(1));
    }

    @Test
    void withoutAVersionThereIsNoKey() {
        vault.disable("v1");

        assertThatThrownBy(keys::inUse).isInstanceOf(Unavailable.class);
    }

    @Test
    void aSecretThatIsNotThereIsAway() {
        SealingKeys missing = new KeyVaultSealingKeys(OpenVault.of(vault), "missing", clock);

        assertThatThrownBy(missing::inUse)
                .isInstanceOf(Unavailable.class)
                .hasMessage("The secret missing could not be read");
    }

    @Test
    void whileTheVaultIsAwayTheLastKeysStayInUse() {
        List<SecretKey> before = keys.inUse();
        vault.close();
        clock.advance(Duration.ofDays(1));

        assertThat(keys.inUse()).isEqualTo(before);
    }

    @Test
    void theVaultIsAskedOnceInHalfAnHour() {
        keys.inUse();
        int asked = vault.served().size();
        clock.advance(Duration.ofMinutes(29));
        keys.inUse();

        assertThat(vault.served()).hasSize(asked);
    }
}
