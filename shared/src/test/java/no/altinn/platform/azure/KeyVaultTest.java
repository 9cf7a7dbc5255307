package no.altinn.platform.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

import no.altinn.platform.client.Unavailable;
import no.altinn.testing.vault.FakeKeyVault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

final class KeyVaultTest {
    private static final String NAME = "a-secret";

    private final FakeKeyVault vault = new FakeKeyVault();
    private final KeyVault client = OpenVault.of(vault);

    @BeforeEach
    void putTheSecret() {
        vault.put(NAME, "v1", "", "old", Instant.EPOCH);
        vault.put(NAME, "v2", "", "new", Instant.EPOCH);
    }

    @AfterEach
    void stop() {
        vault.close();
    }

    private String latest() {
        return client.latest(NAME).orElseThrow().getValue();
    }

    @Test
    void theLatestVersionIsTheNewest() {
        assertThat(latest()).isEqualTo("new");
    }

    @Test
    void aVersionIsReadByItsName() {
        assertThat(client.version(NAME, "v1").getValue()).isEqualTo("old");
    }

    @Test
    void aSecretThatIsNotThereIsEmpty() {
        assertThat(client.latest("another")).isEmpty();
    }

    @Test
    void aVersionThatIsNotThereIsAFailure() {
        assertThatThrownBy(() -> client.version(NAME, "v3"))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("404");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aPassingFailureIsTriedAgainOnce(int status) {
        vault.fail(FakeKeyVault.error(status, "Passing"));

        assertThat(latest()).isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aLastingFailureIsTold(int status) {
        vault.fail(FakeKeyVault.error(status, "Lasting"));
        vault.fail(FakeKeyVault.error(status, "Lasting"));

        assertThatThrownBy(this::latest)
                .isInstanceOf(Unavailable.class)
                .hasMessage("Key Vault answered " + status + ", for " + NAME)
                .hasNoCause();
        assertThat(vault.served()).hasSize(2);
    }

    @Test
    void aVaultThatAsksForAPauseIsNotAskedAgainMeanwhile() {
        vault.fail(new MockResponse.Builder().code(429).addHeader("Retry-After", "30").build());

        assertThatThrownBy(this::latest)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("429");
        assertThat(vault.served()).hasSize(1);
    }

    @Test
    void whoMayNotReadIsToldSoAtOnce() {
        assertThatThrownBy(() -> OpenVault.toStrangers(vault).latest(NAME))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("403")
                .hasMessageNotContaining("s3cret");
        assertThat(vault.served()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"value\":", "<html/>", "[]", "{}", "null"})
    void anAnswerThatIsNoneIsAFailureThatQuotesNothing(String body) {
        vault.fail(
                new MockResponse.Builder()
                        .code(200)
                        .addHeader("Content-Type", "application/json")
                        .body(body)
                        .build());

        assertThatThrownBy(this::latest)
                .isInstanceOf(Unavailable.class)
                .hasMessageNotContaining(body)
                .hasNoCause();
    }

    @Test
    void aVaultThatDoesNotAnswerIsGivenUp() {
        MockResponse slow = new MockResponse.Builder().headersDelay(1, TimeUnit.MINUTES).build();
        vault.fail(slow);
        vault.fail(slow);
        KeyVault impatient = OpenVault.of(vault, Duration.ofMillis(500));

        assertThatThrownBy(() -> impatient.latest(NAME))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("could not be asked");
    }

    @Test
    void aConnectionThatBreaksIsTriedAgain() {
        vault.fail(
                new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

        assertThat(latest()).isEqualTo("new");
    }

    @Test
    void aVaultThatIsAwayIsAFailure() {
        vault.close();

        assertThatThrownBy(this::latest).isInstanceOf(Unavailable.class);
    }
}
