package no.altinn.events.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.events.delivery.PushSchedule;
import no.altinn.events.portal.PortalSettings;
import no.altinn.platform.settings.GivenSettings;
import no.altinn.platform.settings.InvalidSettings;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

class EventsSettingsTest {
    private static final Map<String, String> REQUIRED =
            Map.of(
                    "Events__BaseUri", "https://platform.example",
                    "Events__AppsDomain", "Apps.Example",
                    "Platform__OpenIdBaseUri", "https://platform.example/openid",
                    "Platform__Issuers", "https://a/,https://b/",
                    "Platform__AuthorizationBaseUri", "https://platform.example/authorization",
                    "Platform__RegisterBaseUri", "https://platform.example/register",
                    "Platform__SubscriptionKey", "key",
                    "Platform__AccessTokenIssuers", "platform");

    @Test
    void theRequiredSettingsAreEnough() {
        EventsSettings settings = EventsSettings.read(REQUIRED);

        assertThat(settings.base()).isEqualTo(URI.create("https://platform.example/"));
        assertThat(settings.appsDomain()).isEqualTo("apps.example");
        assertThat(settings.tokens().openIdBase())
                .isEqualTo(URI.create("https://platform.example/openid/"));
        assertThat(settings.tokens().issuers())
                .containsExactlyInAnyOrder("https://a/", "https://b/");
        assertThat(settings.tokens().accessTokenIssuers()).containsExactly("platform");
        assertThat(settings.tokens().runtimeCookie()).isEqualTo("AltinnStudioRuntime");
    }

    @Test
    void aCallerMayHaveTenThousandSubscriptionsUnlessTheSettingSaysOtherwise() {
        assertThat(EventsSettings.read(REQUIRED).maxSubscriptions()).isEqualTo(10_000);

        Map<String, String> more = new HashMap<>(REQUIRED);
        more.put("Events__MaxSubscriptions", "3");
        assertThat(EventsSettings.read(more).maxSubscriptions()).isEqualTo(3);
    }

    @Test
    void decisionsAreRememberedForFiveMinutesUnlessTheSettingSaysOtherwise() {
        assertThat(EventsSettings.read(REQUIRED).decisionsRememberedFor())
                .isEqualTo(Duration.ofMinutes(5));

        Map<String, String> more = new HashMap<>(REQUIRED);
        more.put("Platform__DecisionsRememberedFor", "PT0S");
        assertThat(EventsSettings.read(more).decisionsRememberedFor()).isZero();
    }

    @Test
    void pushesAreTriedTwelveTimesUnlessTheSettingSaysOtherwise() {
        assertThat(EventsSettings.read(REQUIRED).pushes()).isEqualTo(PushSchedule.TWELVE_ATTEMPTS);

        Map<String, String> shorter = new HashMap<>(REQUIRED);
        shorter.put("Events__RetrySchedule", "PT1S,PT2S");
        assertThat(EventsSettings.read(shorter).pushes().delays())
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void theExampleHasTheScheduleThatHoldsWithoutTheSetting() throws IOException {
        Map<String, String> example = new HashMap<>(REQUIRED);
        String name = "Events__RetrySchedule";
        example.put(name, GivenSettings.ofTheExample().get(name));

        assertThat(example.get(name)).isNotEmpty();
        assertThat(EventsSettings.read(example).pushes()).isEqualTo(PushSchedule.TWELVE_ATTEMPTS);
    }

    @Test
    void whatIsLessSafeIsOffUntilItIsTurnedOn() {
        assertThat(EventsSettings.read(REQUIRED).allowInsecureEndpoints()).isFalse();
        assertThat(EventsSettings.read(REQUIRED).tokens().acceptMissingIssuer()).isFalse();

        Map<String, String> more = new HashMap<>(REQUIRED);
        more.put("Events__AllowInsecureEndpoints", "true");
        more.put("Platform__AcceptMissingIssuer", "true");
        assertThat(EventsSettings.read(more).allowInsecureEndpoints()).isTrue();
        assertThat(EventsSettings.read(more).tokens().acceptMissingIssuer()).isTrue();
    }

    @Test
    void personsLogInToThePortalWhereTheSettingsSayHow() {
        assertThat(EventsSettings.read(REQUIRED).portal())
                .isEqualTo(
                        new PortalSettings(
                                URI.create("https://platform.example/"),
                                Optional.empty(),
                                URI.create("https://platform.example/"),
                                Optional.empty()));

        Map<String, String> more = new HashMap<>(REQUIRED);
        more.put("Events__IdPortenClientId", "portal");
        more.put("Authentication__IdPortenIssuer", "https://idporten.example");
        assertThat(EventsSettings.read(more).portal().idPorten())
                .contains(
                        new PortalSettings.IdPorten(
                                URI.create("https://idporten.example"), "portal"));
    }

    @Test
    void anIssuerWithoutAClientIsNoLogin() {
        Map<String, String> more = new HashMap<>(REQUIRED);
        more.put("Authentication__IdPortenIssuer", "https://idporten.example");

        assertThat(EventsSettings.read(more).idPorten()).isEmpty();
    }

    @Test
    void aClientNeedsAnIssuer() {
        Map<String, String> more = new HashMap<>(REQUIRED);
        more.put("Events__IdPortenClientId", "portal");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> EventsSettings.read(more))
                .withMessageContaining("Authentication__IdPortenIssuer is missing");
    }

    @Test
    void testCallersAreBesideTheTestTools() {
        Map<String, String> more = new HashMap<>(REQUIRED);
        more.put("Platform__TestToolsUri", "http://localhost:7071/docs/test-callers.js");

        assertThat(EventsSettings.read(more).portal().testCallers())
                .contains("/docs/test-callers.json");
    }

    @Test
    void everyMissingSettingIsNamedInOneMessage() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> EventsSettings.read(Map.of()))
                .satisfies(e -> assertThat(e.getMessage()).contains(REQUIRED.keySet()));
    }

    @Test
    void everyWrongSettingIsNamedInOneMessage() {
        Map<String, String> wrong = new HashMap<>(REQUIRED);
        wrong.put("Events__BaseUri", "nonsense");
        wrong.put("Events__MaxSubscriptions", "0");
        wrong.put("Events__RetrySchedule", "10s,PT25H");
        wrong.put("Platform__AcceptMissingIssuer", "maybe");
        wrong.put("Platform__DecisionsRememberedFor", "PT5M1S");
        wrong.put("Platform__Issuers", ",");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> EventsSettings.read(wrong))
                .withMessageContainingAll(
                        "Events__BaseUri",
                        "Events__MaxSubscriptions must be a whole number from 1 to 1000000",
                        "Events__RetrySchedule must be 1 to 11 durations of ISO 8601, from PT1S to"
                                + " PT24H",
                        "Platform__AcceptMissingIssuer",
                        "Platform__DecisionsRememberedFor must be a duration of ISO 8601, from PT0S"
                                + " to PT5M, such as PT30S",
                        "Platform__Issuers");
    }
}
