package no.altinn.rest.door;

import no.altinn.platform.auth.Authentication;
import no.altinn.platform.auth.PlatformAccessToken;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;

import java.util.Optional;
import java.util.Set;

/** Lets in who shows a platform access token of one of these issuers. Thread-safe. */
public final class PlatformTokens implements PlatformAccess {
    private final Authentication authentication;
    private final Set<String> issuers;

    /**
     * @param issuers whose tokens are good here
     */
    public PlatformTokens(Authentication authentication, Set<String> issuers) {
        this.authentication = authentication;
        this.issuers = Set.copyOf(issuers);
    }

    @Override
    public void require(Request request) {
        if (token(request).isEmpty()) {
            throw RestError.unauthorized(
                    "Send a platform access token in the header " + PlatformAccessToken.HEADER);
        }
    }

    private Optional<PlatformAccessToken> token(Request request) {
        try {
            return authentication.platformAccessToken(request, issuers);
        } catch (Problem refused) {
            throw RestError.unauthorized("The platform access token is not valid here");
        }
    }
}
