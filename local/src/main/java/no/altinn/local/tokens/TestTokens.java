package no.altinn.local.tokens;

import no.altinn.local.identity.LocalKeys;
import no.altinn.local.testdata.Parties;
import no.altinn.local.web.Endpoint;
import no.altinn.local.web.EndpointHandler;
import no.altinn.platform.http.Answer;

import org.eclipse.jetty.server.Handler;

import java.net.URI;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Stands in for Altinn's test token generator: tokens for anyone, for any non-empty user and
 * password. Thread-safe.
 */
public final class TestTokens {
    private final TokenRequests requests;
    private final TokenSigner signer;

    /**
     * @param platformBase where the platform is, which the tokens name as their issuer
     */
    public TestTokens(LocalKeys keys, Supplier<Parties> parties, URI platformBase, Clock clock) {
        this.requests = new TokenRequests(keys, parties, new AltinnClaims(platformBase));
        this.signer = new TokenSigner(clock);
    }

    /** Serves {@code /api/Get…Token}. */
    public Handler handler() {
        return EndpointHandler.builder()
                .get("/api/GetEnterpriseToken", issue(requests::enterprise))
                .get("/api/GetPersonalToken", issue(requests::personal))
                .get("/api/GetSystemUserToken", issue(requests::systemUser))
                .get("/api/GetPlatformAccessToken", issue(requests::platformAccess))
                .build();
    }

    private Endpoint issue(Function<TokenParameters, TestToken> kind) {
        return request -> {
            if (!BasicCredentials.areIn(request)) {
                return Answer.empty(401)
                        .with("WWW-Authenticate", "Basic realm=\"test tokens\", charset=\"UTF-8\"");
            }
            TokenParameters parameters = new TokenParameters(request.query());
            parameters.required("env");
            TestToken token = kind.apply(parameters);
            return parameters.areValid()
                    ? Answer.text(200, signer.sign(token))
                    : parameters.faults();
        };
    }
}
