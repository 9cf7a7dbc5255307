package no.altinn.rest.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.app.ServiceSettings;
import no.altinn.platform.settings.InvalidSettings;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

class RestSettingsTest {
    static final Map<String, String> REQUIRED =
            Map.ofEntries(
                    Map.entry("Rest__BaseUri", "https://rest.example"),
                    Map.entry("Rest__EventsBaseUri", "https://platform.example"),
                    Map.entry("Platform__SubscriptionKey", "key"),
                    Map.entry("Platform__OpenIdBaseUri", "https://a/openid"),
                    Map.entry("Platform__Issuers", "https://a/openid/"),
                    Map.entry("Platform__AccessTokenIssuers", "platform"),
                    Map.entry("Platform__AuthorizationBaseUri", "https://platform.example/pdp/"),
                    Map.entry("Platform__RegisterBaseUri", "https://platform.example/register/"),
                    Map.entry("Platform__ProfileBaseUri", "https://platform.example/profile/"),
                    Map.entry("Authentication__IdPortenIssuer", "https://idporten.example/"),
                    Map.entry("Authentication__MaskinportenIssuer", "https://maskin.example/"),
                    Map.entry("Authentication__ServiceOwnersUri", "https://orgs.example/orgs.json"),
                    Map.entry("Rest__IdPortenClientId", "altinn-rest"));

    @Test
    void settingsAreReadByTheirNames() {
        RestSettings settings = RestSettings.read(REQUIRED);

        assertThat(settings.base()).isEqualTo(URI.create("https://rest.example/"));
        assertThat(settings.events())
                .isEqualTo(new ServiceSettings(URI.create("https://platform.example/"), "key"));
        assertThat(settings.tokens().accessTokenIssuers()).containsExactly("platform");
    }

    @Test
    void addressesOfThisMachineAreAllowedOnlyWhereASettingSaysSo() {
        Map<String, String> more = new HashMap<>(REQUIRED);
        more.put("Rest__AllowInsecureEndpoints", "true");

        assertThat(RestSettings.read(REQUIRED).allowInsecureEndpoints()).isFalse();
        assertThat(RestSettings.read(more).allowInsecureEndpoints()).isTrue();
    }

    @Test
    void everyMissingSettingIsNamedInOneMessage() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> RestSettings.read(Map.of()))
                .satisfies(e -> assertThat(e.getMessage()).contains(REQUIRED.keySet()));
    }
}
