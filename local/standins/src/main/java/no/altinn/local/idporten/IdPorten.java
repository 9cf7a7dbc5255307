package no.altinn.local.idporten;

import no.altinn.local.testdata.Parties;
import no.altinn.local.web.Answers;
import no.altinn.local.web.EndpointHandler;
import no.altinn.platform.jose.JsonWebKeySet;
import no.altinn.platform.jose.SigningKey;

import org.eclipse.jetty.server.Handler;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * Stands in for ID-porten: an OpenID provider whose login is a page to pick a test person from.
 * Clients need no registration: every {@code client_id} will do, with a {@code redirect_uri} that
 * is https, or http on this machine. What the protocol asks of a client is checked all the same.
 * Thread-safe.
 */
public final class IdPorten {
    private final SigningKey key;
    private final ProviderMetadata metadata;
    private final AuthorizationEndpoint authorization;
    private final CodeExchange token;

    /**
     * @param key signs the tokens
     * @param parties whose persons can log in, at the time of each request
     * @param platformBase where the platform is, which the tokens name as their issuer
     */
    public IdPorten(SigningKey key, Supplier<Parties> parties, URI platformBase, Clock clock) {
        this.key = key;
        this.metadata = ProviderMetadata.of(platformBase);
        AuthorizationCodes codes = new AuthorizationCodes(clock);
        this.authorization = new AuthorizationEndpoint(metadata, parties, codes, clock);
        this.token =
                new CodeExchange(
                        new ClientAuthentication(metadata, clock),
                        codes,
                        new LoginTokens(key, metadata, clock));
    }

    /** Serves {@code /idporten/…}. */
    public Handler handler() {
        return EndpointHandler.builder()
                .get(
                        "/idporten/.well-known/openid-configuration",
                        request -> Answers.json(metadata.toJson()))
                .get(
                        "/idporten/jwks",
                        request -> Answers.json(JsonWebKeySet.of(List.of(key.published()))))
                .get("/idporten/authorize", authorization::show)
                .post("/idporten/authorize", authorization::choose)
                .post("/idporten/token", token::exchange)
                .build();
    }
}
