package no.altinn.authentication.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.microsoft.azure.functions.HttpResponseMessage;

import no.altinn.authentication.keys.PublishedKey;
import no.altinn.authentication.keys.SigningKey;
import no.altinn.authentication.keys.SigningKeyRing;
import no.altinn.authentication.keys.TestKeys;
import no.altinn.platform.functions.FakeMessage;
import no.altinn.platform.http.Json;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;

class AuthenticationAppTest {
    private final Rotation rotation = new Rotation(TestKeys.create(), TestKeys.create());
    private final AuthenticationApp app =
            new AuthenticationApp(URI.create("https://platform.example"), rotation);

    private record Rotation(SigningKey current, SigningKey next) implements SigningKeyRing {
        @Override
        public List<PublishedKey> published() {
            return List.of(current.published(), next.published());
        }
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
                .containsExactly(rotation.current().kid(), rotation.next().kid());
    }

    @Test
    void everyInvocationGetsTheSameInstance() {
        assertThat(app.getInstance(OpenIdFunctions.class))
                .isSameAs(app.getInstance(OpenIdFunctions.class));
    }

    @Test
    void aClassOfAnotherAppIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.getInstance(String.class))
                .withMessageContaining("java.lang.String");
    }
}
