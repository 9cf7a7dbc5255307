package no.altinn.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.settings.InvalidSettings;
import no.altinn.platform.settings.SettingsReader;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.Map;

class PlatformSettingsTest {
    @Test
    void tokenSettingsAreReadByTheirNames() {
        SettingsReader reader =
                new SettingsReader(
                        Map.of(
                                "Platform__OpenIdBaseUri", "https://a/openid",
                                "Platform__Issuers", "https://a/,https://b/",
                                "Platform__AcceptMissingIssuer", "true",
                                "Platform__RuntimeCookieName", "Other",
                                "Platform__AccessTokenIssuers", "platform"));

        TokenSettings tokens = new PlatformSettings(reader).tokens();

        assertThatCode(reader::check).doesNotThrowAnyException();
        assertThat(tokens.openIdBase()).isEqualTo(URI.create("https://a/openid/"));
        assertThat(tokens.issuers()).containsExactlyInAnyOrder("https://a/", "https://b/");
        assertThat(tokens.acceptMissingIssuer()).isTrue();
        assertThat(tokens.runtimeCookie()).isEqualTo("Other");
        assertThat(tokens.accessTokenIssuers()).containsExactly("platform");
    }

    @Test
    void eachServiceHasItsOwnAddressAndTheGatewaysKey() {
        PlatformSettings settings =
                new PlatformSettings(
                        new SettingsReader(
                                Map.of(
                                        "Platform__AuthorizationBaseUri", "https://a/pdp",
                                        "Platform__RegisterBaseUri", "https://a/register",
                                        "Platform__ProfileBaseUri", "https://a/profile",
                                        "Platform__SubscriptionKey", "key")));

        assertThat(settings.authorization())
                .isEqualTo(new ServiceSettings(URI.create("https://a/pdp/"), "key"));
        assertThat(settings.register())
                .isEqualTo(new ServiceSettings(URI.create("https://a/register/"), "key"));
        assertThat(settings.profile())
                .isEqualTo(new ServiceSettings(URI.create("https://a/profile/"), "key"));
    }

    @Test
    void aServiceThatAnAppDoesNotUseNeedsNoSetting() {
        SettingsReader reader =
                new SettingsReader(
                        Map.of(
                                "Platform__AuthorizationBaseUri", "https://a/pdp",
                                "Platform__SubscriptionKey", "key"));

        new PlatformSettings(reader).authorization();

        assertThatCode(reader::check).doesNotThrowAnyException();
    }

    @Test
    void everyMissingSettingIsNamedOnceInOneMessage() {
        SettingsReader reader = new SettingsReader(Map.of());
        PlatformSettings settings = new PlatformSettings(reader);

        settings.tokens();
        settings.authorization();
        settings.register();
        settings.profile();

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .withMessageContainingAll(
                        "Platform__OpenIdBaseUri is missing",
                        "Platform__Issuers is missing",
                        "Platform__AccessTokenIssuers is missing",
                        "Platform__AuthorizationBaseUri is missing",
                        "Platform__RegisterBaseUri is missing",
                        "Platform__ProfileBaseUri is missing")
                .satisfies(
                        e ->
                                assertThat(e.getMessage())
                                        .containsOnlyOnce("Platform__SubscriptionKey is missing"));
    }

    @Test
    void theGatewaysKeyIsNotPartOfAText() {
        assertThat(new ServiceSettings(URI.create("https://a/"), "secret").toString())
                .doesNotContain("secret");
    }
}
