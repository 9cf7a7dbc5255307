package no.altinn.events.functions;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.events.app.EventsErrors;
import no.altinn.platform.app.Http;
import no.altinn.platform.auth.AcceptedTokens;
import no.altinn.platform.auth.Authentication;
import no.altinn.platform.auth.BearerToken;
import no.altinn.platform.auth.PlatformAccessTokenValidator;
import no.altinn.platform.auth.TokenAdvice;
import no.altinn.testing.jose.TestTokens;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** What stands around every function, with a caller that nobody knows. */
final class Answering {
    private Answering() {}

    static Http http() {
        Clock clock = Clock.systemUTC();
        return new Http(
                new Authentication(
                        new BearerToken("cookie", URI.create("https://platform.example/")),
                        AcceptedTokens.validator(new TestTokens(clock)),
                        new PlatformAccessTokenValidator(issuer -> Optional.empty(), clock),
                        new TokenAdvice(URI.create("https://platform.example/"), clock)),
                new EventsErrors(),
                OpenTelemetry.noop().getTracer("test"),
                clock);
    }
}
