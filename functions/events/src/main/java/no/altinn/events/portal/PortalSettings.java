package no.altinn.events.portal;

import java.net.URI;
import java.util.Optional;

/**
 * What the portal has to know of its surroundings. Immutable.
 *
 * @param base the platform's own address, with a slash at its end; the portal is {@code
 *     events/portal} below it
 * @param idPorten where persons log in; empty if that login is not offered
 * @param authentication the address of the authentication API, with a slash at its end
 * @param testCallers the path of a list of test persons and organisations that log in with one
 *     click; empty in Azure
 */
public record PortalSettings(
        URI base, Optional<IdPorten> idPorten, URI authentication, Optional<String> testCallers) {

    /**
     * A login at ID-porten.
     *
     * @param issuer the issuer, whose discovery document is below it
     * @param clientId the portal's public client there, whose redirect address is the portal's
     */
    public record IdPorten(URI issuer, String clientId) {}

    /** Where a token of ID-porten is exchanged for an Altinn token. */
    URI exchange() {
        return authentication.resolve("exchange/id-porten");
    }

    /** Where an Altinn token is renewed. */
    URI refresh() {
        return authentication.resolve("refresh");
    }
}
