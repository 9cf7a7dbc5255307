package no.altinn.authentication.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.authentication.exchange.PartnerScopes;
import no.altinn.platform.app.ServiceSettings;
import no.altinn.platform.settings.InvalidSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

class AuthenticationSettingsTest {
    private static final Map<String, String> REQUIRED =
            Map.of(
                    "Platform__OpenIdBaseUri", "https://a/openid",
                    "Authentication__MaskinportenIssuer", "https://maskinporten.no/",
                    "Authentication__IdPortenIssuer", "https://idporten.no",
                    "Authentication__ServiceOwnersUri", "https://cdn/orgs.json",
                    "Platform__ProfileBaseUri", "https://a/profile/api/v1",
                    "Platform__SubscriptionKey", "key");

    @Test
    void settingsAreReadByTheirNames() {
        assertThat(AuthenticationSettings.read(REQUIRED))
                .isEqualTo(
                        new AuthenticationSettings(
                                URI.create("https://a/openid/"),
                                URI.create("https://maskinporten.no/"),
                                URI.create("https://idporten.no/"),
                                URI.create("https://cdn/orgs.json"),
                                PartnerScopes.NONE,
                                new ServiceSettings(URI.create("https://a/profile/api/v1/"), "key"),
                                "AltinnStudioRuntime",
                                /* testTools= */ Optional.empty(),
                                /* events= */ Optional.empty()));
    }

    @Test
    void theAddressOfTheEventsAppIsReadWhereItIsGiven() {
        Map<String, String> more = new HashMap<>(REQUIRED);
        more.put("Events__BaseUri", "https://portal.example/");

        assertThat(AuthenticationSettings.read(more).events())
                .contains(URI.create("https://portal.example/"));
    }

    @Test
    void theCookieHasAnotherNameWhereOneIsGiven() {
        Map<String, String> more = new HashMap<>(REQUIRED);
        more.put("Platform__RuntimeCookieName", "Other");

        assertThat(AuthenticationSettings.read(more).runtimeCookie()).isEqualTo("Other");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "' ', ''",
        "digdir:x, digdir:x",
        "'digdir:x,ks:fiks', 'digdir:x ks:fiks'",
        "' digdir:x , ks:fiks,, ', 'digdir:x ks:fiks'"
    })
    void partnersScopesAreSeparatedByCommas(String value, String scopes) {
        Map<String, String> more = new HashMap<>(REQUIRED);
        more.put("Authentication__PartnerScopes", value);

        assertThat(AuthenticationSettings.read(more).partnerScopes().scopes())
                .containsExactlyInAnyOrder(
                        Arrays.stream(scopes.split(" ", -1))
                                .filter(scope -> !scope.isEmpty())
                                .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid", "digdir:x ks:fiks", "digdir:x;ks:fiks,openid", "*", ","})
    void whatIsNoPartnersScopeStopsTheApp(String value) {
        Map<String, String> wrong = new HashMap<>(REQUIRED);
        wrong.put("Authentication__PartnerScopes", value);

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> AuthenticationSettings.read(wrong))
                .withMessageContaining("Authentication__PartnerScopes");
    }

    @Test
    void everyMissingSettingIsNamedInOneMessage() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> AuthenticationSettings.read(Map.of()))
                .satisfies(e -> assertThat(e.getMessage()).contains(REQUIRED.keySet()));
    }

    @ParameterizedTest
    @CsvSource({
        "Authentication__MaskinportenIssuer, https://idporten.no/",
        "Authentication__IdPortenIssuer, https://maskinporten.no",
        "Authentication__MaskinportenIssuer, https://a/openid/",
        "Authentication__IdPortenIssuer, https://a/openid"
    })
    void issuersThatAreTheSameButForASlashAreWrong(String name, String issuer) {
        Map<String, String> same = new HashMap<>(REQUIRED);
        same.put(name, issuer);

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> AuthenticationSettings.read(same))
                .withMessageContaining(name)
                .withMessageContaining("must differ");
    }

    @Test
    void whatIsMissingIsNotToldToBeTheSame() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> AuthenticationSettings.read(Map.of()))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("must differ"));
    }

    @Test
    void everyWrongSettingIsNamedInOneMessage() {
        Map<String, String> wrong = new HashMap<>(REQUIRED);
        wrong.put("Authentication__MaskinportenIssuer", "maskinporten.no");
        wrong.put("Authentication__ServiceOwnersUri", "/orgs.json");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> AuthenticationSettings.read(wrong))
                .withMessageContainingAll(
                        "Authentication__MaskinportenIssuer", "Authentication__ServiceOwnersUri");
    }
}
