package no.altinn.rest.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.settings.InvalidSettings;
import no.altinn.platform.settings.SettingsReader;
import no.altinn.rest.certificate.TestAuthority;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

class LoginSettingsTest {
    static final TestAuthority ROOT =
            TestAuthority.root("root", MutableClock.at("2026-01-02T03:04:05Z"));

    private static LoginSettings read(Map<String, String> more) {
        Map<String, String> all =
                new HashMap<>(
                        Map.of(
                                "Authentication__IdPortenIssuer", "https://idporten.no",
                                "Authentication__MaskinportenIssuer", "https://maskinporten.no/",
                                "Authentication__ServiceOwnersUri", "https://altinn.no/orgs.json",
                                "Platform__ProfileBaseUri", "https://platform.altinn.no/profile/",
                                "Platform__SubscriptionKey", "key",
                                "Rest__IdPortenClientId", "rest"));
        all.putAll(more);
        return SettingsReader.read(all, LoginSettings::read);
    }

    private static void refuses(Map<String, String> more, String error) {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> read(more))
                .withMessageContaining(error);
    }

    @Test
    void withoutAFrontNoCertificatesAreTaken() {
        LoginSettings settings = read(Map.of("Rest__CertificateAuthorities", ROOT.pem()));

        assertThat(settings.idPorten()).isEqualTo(URI.create("https://idporten.no/"));
        assertThat(settings.authorities()).isEmpty();
    }

    @Test
    void authoritiesAreReadWithLineBreaksOfEitherKind() {
        for (String pem :
                new String[] {ROOT.pem(), ROOT.pem().replace("\r\n", "\n").replace("\n", "\\n")}) {
            assertThat(
                            read(Map.of(
                                            "Rest__ClientCertificates",
                                            "true",
                                            "Rest__CertificateAuthorities",
                                            pem))
                                    .authorities()
                                    .orElseThrow()
                                    .roots())
                    .containsExactly(ROOT.certificate());
        }
    }

    @Test
    void whoTakesCertificatesMustSayWhose() {
        refuses(
                Map.of("Rest__ClientCertificates", "true"),
                "Rest__CertificateAuthorities is missing");
        refuses(
                Map.of("Rest__ClientCertificates", "true", "Rest__CertificateAuthorities", "x"),
                "Rest__CertificateAuthorities must be certificates in PEM");
        refuses(Map.of("Rest__IdPortenClientId", ""), "Rest__IdPortenClientId is missing");
    }
}
