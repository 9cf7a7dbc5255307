package no.altinn.platform.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.seal.KeyWrapping;
import no.altinn.platform.seal.KeyWrappingContract;
import no.altinn.platform.seal.WrappedKey;
import no.altinn.testing.vault.FakeKeyVault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import javax.crypto.SecretKey;

final class KeyVaultWrappingTest extends KeyWrappingContract {
    private static final String NAME = "webhook-key";

    private final FakeKeyVault vault = new FakeKeyVault();

    @BeforeEach
    void makeTheKey() {
        vault.keys().add(NAME, "v1");
    }

    @AfterEach
    void stop() {
        vault.close();
    }

    @Override
    protected KeyWrapping open() {
        return OpenVault.wrapping(vault, NAME);
    }

    @Test
    void theVaultItselfWrapsWithSha256() {
        open().wrap(key());

        assertThat(vault.keys().algorithms()).containsExactly("RSA-OAEP-256");
        assertThat(vault.served())
                .containsExactly("/keys/webhook-key/", "/keys/webhook-key/v1/wrapkey");
    }

    @Test
    void whatAnOlderVersionHasWrappedIsStillUnwrapped() {
        SecretKey key = key();
        WrappedKey wrapped = open().wrap(key);
        vault.keys().add(NAME, "v2");

        assertThat(open().newestVersion()).isEqualTo("v2");
        assertThat(open().wrap(key).wrappedBy()).isEqualTo("v2");
        assertThat(open().unwrap(wrapped)).isEqualTo(key);
    }

    @Test
    void aPassingFailureIsTriedAgainOnce() {
        vault.fail(FakeKeyVault.error(503, "Passing"));

        assertThat(open().newestVersion()).isEqualTo("v1");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429, 500, 503})
    void aLastingFailureIsToldWithoutTheAnswer(int status) {
        WrappedKey wrapped = open().wrap(key());
        vault.fail(FakeKeyVault.error(status, "Lasting"));
        vault.fail(FakeKeyVault.error(status, "Lasting"));

        assertThatThrownBy(() -> open().unwrap(wrapped))
                .isInstanceOf(Unavailable.class)
                .hasMessage("Key Vault answered " + status + ", for " + NAME)
                .hasNoCause();
    }

    @Test
    void aStrangerIsRefused() {
        assertThatThrownBy(() -> OpenVault.wrapping(vault, NAME, vault.stranger()).newestVersion())
                .isInstanceOf(Unavailable.class)
                .hasMessage("Key Vault answered 403, for " + NAME);
    }

    @Test
    void aKeyThatIsNotThereIsAway() {
        assertThatThrownBy(() -> OpenVault.wrapping(vault, "another").wrap(key()))
                .isInstanceOf(Unavailable.class)
                .hasMessage("Key Vault answered 404, for another");
    }

    @Test
    void anUnwrappedKeyOfAnotherLengthIsRefused() {
        WrappedKey half = WrappedKey.of("v1", vault.keys().wrapped(NAME, "v1", new byte[16]));

        assertThatThrownBy(() -> open().unwrap(half))
                .isInstanceOf(Unavailable.class)
                .hasMessage("Key Vault has unwrapped no AES key, with " + NAME);
    }

    @Test
    void aVaultThatIsAwayIsUnavailable() {
        KeyWrapping wrapping = open();
        vault.close();

        assertThatThrownBy(wrapping::newestVersion).isInstanceOf(Unavailable.class);
    }
}
