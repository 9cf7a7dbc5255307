package no.altinn.rest.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.app.ServiceSettings;
import no.altinn.platform.settings.InvalidSettings;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.Map;

class RestSettingsTest {
    static final Map<String, String> REQUIRED =
            Map.of(
                    "Rest__BaseUri", "https://rest.example",
                    "Rest__EventsBaseUri", "https://platform.example",
                    "Platform__SubscriptionKey", "key",
                    "Platform__OpenIdBaseUri", "https://a/openid",
                    "Platform__Issuers", "https://a/openid/",
                    "Platform__AccessTokenIssuers", "platform");

    @Test
    void settingsAreReadByTheirNames() {
        RestSettings settings = RestSettings.read(REQUIRED);

        assertThat(settings.base()).isEqualTo(URI.create("https://rest.example/"));
        assertThat(settings.events())
                .isEqualTo(new ServiceSettings(URI.create("https://platform.example/"), "key"));
        assertThat(settings.tokens().accessTokenIssuers()).containsExactly("platform");
    }

    @Test
    void everyMissingSettingIsNamedInOneMessage() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> RestSettings.read(Map.of()))
                .satisfies(e -> assertThat(e.getMessage()).contains(REQUIRED.keySet()));
    }
}
