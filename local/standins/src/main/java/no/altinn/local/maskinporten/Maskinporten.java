package no.altinn.local.maskinporten;

import no.altinn.local.testdata.Parties;
import no.altinn.local.web.Answers;
import no.altinn.local.web.Endpoint;
import no.altinn.local.web.EndpointHandler;
import no.altinn.platform.jose.JsonWebKeySet;
import no.altinn.platform.jose.SigningKey;

import org.eclipse.jetty.server.Handler;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * Stands in for Maskinporten: anyone may register a client of any organisation, and gets tokens for
 * what the client's key signs. Thread-safe.
 */
public final class Maskinporten {
    private static final String WELL_KNOWN = "/.well-known/oauth-authorization-server";

    private final SigningKey key;
    private final ServerMetadata metadata;
    private final GrantExchange tokens;
    private final ClientEndpoints clients;

    /**
     * @param key what tokens are signed with
     * @param parties whose system users can be asked for
     * @param dataDirectory where the clients are kept
     * @param platformBase where the platform is; the issuer is {@code maskinporten/} below it
     * @throws IllegalStateException if the clients that are there cannot be read
     */
    public Maskinporten(
            SigningKey key,
            Supplier<Parties> parties,
            Path dataDirectory,
            URI platformBase,
            Clock clock) {
        this.key = key;
        this.metadata = new ServerMetadata(platformBase.resolve("/maskinporten/"));
        Clients registered = new Clients(ClientFile.in(dataDirectory), clock);
        this.tokens =
                new GrantExchange(
                        new GrantVerifier(
                                metadata.issuer(), registered, new SystemUsers(parties), clock),
                        new AccessTokens(key, metadata.issuer(), platformBase.resolve("/"), clock));
        this.clients = new ClientEndpoints(registered);
    }

    /** Serves everything under {@code /maskinporten/}. */
    public Handler handler() {
        Endpoint configuration = request -> Answers.json(metadata.toJson());
        return EndpointHandler.builder()
                .get("/maskinporten" + WELL_KNOWN, configuration)
                // Where RFC 8414 §3.1 puts it for an issuer that has a path.
                .get(WELL_KNOWN + "/maskinporten", configuration)
                .get(
                        "/maskinporten/jwk",
                        request -> Answers.json(JsonWebKeySet.of(List.of(key.published()))))
                .post("/maskinporten/token", tokens::answer)
                .post("/maskinporten/clients", clients::register)
                .get("/maskinporten/clients", clients::list)
                .item("GET", "/maskinporten/clients/{}", clients::get)
                .item("DELETE", "/maskinporten/clients/{}", clients::delete)
                .item("GET", "/maskinporten/clients/{}/jwks", clients::getKeys)
                .item("POST", "/maskinporten/clients/{}/jwks", clients::replaceKeys)
                .build();
    }
}
