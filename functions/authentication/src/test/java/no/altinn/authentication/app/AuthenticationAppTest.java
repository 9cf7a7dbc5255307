package no.altinn.authentication.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.microsoft.azure.functions.HttpResponseMessage;

import no.altinn.authentication.functions.OpenIdFunctions;
import no.altinn.authentication.functions.OutsideWorld;
import no.altinn.authentication.functions.TokenFunctions;
import no.altinn.platform.jose.FixedKeys;
import no.altinn.platform.json.Json;
import no.altinn.testing.functions.FakeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthenticationAppTest {
    private static final FixedKeys KEYS = FixedKeys.ring();

    private final OutsideWorld world = new OutsideWorld(KEYS);
    private final AuthenticationApp app = world.app();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void discoveryNamesTheIssuerOfThisPlatform() {
        HttpResponseMessage answer =
                app.getInstance(OpenIdFunctions.class)
                        .openIdConfiguration(FakeMessage.get("http://localhost/"));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(Json.parse((String) answer.getBody()).path("issuer").asText())
                .isEqualTo("https://platform.example/authentication/api/v1/openid/");
    }

    @Test
    void theKeySetHoldsTheNextKeyBeforeItSigns() {
        HttpResponseMessage answer =
                app.getInstance(OpenIdFunctions.class)
                        .jsonWebKeySet(FakeMessage.get("http://localhost/"));

        assertThat(answer.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(Json.parse((String) answer.getBody()).path("keys"))
                .extracting(key -> key.path("kid").asText())
                .containsExactly(KEYS.next().kid(), KEYS.current().kid());
    }

    @Test
    void anAppThatIsMadeHasCalledNobody() {
        assertThat(world.calls()).isZero();
    }

    @Test
    void everyInvocationGetsTheSameInstance() {
        assertThat(app.getInstance(OpenIdFunctions.class))
                .isSameAs(app.getInstance(OpenIdFunctions.class));
        assertThat(app.getInstance(TokenFunctions.class))
                .isSameAs(app.getInstance(TokenFunctions.class));
    }

    @Test
    void aClassOfAnotherAppIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.getInstance(String.class))
                .withMessageContaining("java.lang.String");
    }
}
