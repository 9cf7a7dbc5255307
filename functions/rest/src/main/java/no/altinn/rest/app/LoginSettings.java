package no.altinn.rest.app;

import no.altinn.platform.app.PlatformSettings;
import no.altinn.platform.app.ServiceSettings;
import no.altinn.platform.settings.SettingsReader;
import no.altinn.rest.certificate.CertificateAuthorities;

import java.net.URI;
import java.security.cert.CertificateException;
import java.util.Optional;

/**
 * The settings of logins. Immutable.
 *
 * @param idPorten whose tokens of persons count as they are, and where persons log in
 * @param idPortenClientId what this system is called there; a public client
 * @param maskinporten whose tokens of organisations count as they are
 * @param serviceOwners where the list of service owners is
 * @param profile the profiles of users
 * @param authorities whose certificates count; empty where none do, since no front passes on those
 *     of its clients
 */
public record LoginSettings(
        URI idPorten,
        String idPortenClientId,
        URI maskinporten,
        URI serviceOwners,
        ServiceSettings profile,
        Optional<CertificateAuthorities> authorities) {
    private static final String AUTHORITIES = "Rest__CertificateAuthorities";

    /** Reads the settings; the reader gathers the wrong ones for its own check. */
    public static LoginSettings read(SettingsReader reader) {
        return new LoginSettings(
                reader.baseUri("Authentication__IdPortenIssuer"),
                reader.text("Rest__IdPortenClientId"),
                reader.baseUri("Authentication__MaskinportenIssuer"),
                reader.uri("Authentication__ServiceOwnersUri"),
                new PlatformSettings(reader).profile(),
                reader.flag("Rest__ClientCertificates") ? authorities(reader) : Optional.empty());
    }

    private static Optional<CertificateAuthorities> authorities(SettingsReader reader) {
        // A setting is one line in many places.
        String pem = reader.text(AUTHORITIES).replace("\\n", "\n");
        if (pem.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(CertificateAuthorities.read(pem));
        } catch (CertificateException e) {
            reader.wrong(
                    AUTHORITIES
                            + " must be certificates in PEM, a self-signed root among them, with"
                            + " line breaks or \\n");
            return Optional.empty();
        }
    }
}
