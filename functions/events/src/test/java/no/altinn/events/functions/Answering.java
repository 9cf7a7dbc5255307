package no.altinn.events.functions;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.platform.app.Http;
import no.altinn.platform.auth.Authentication;
import no.altinn.platform.auth.BearerToken;
import no.altinn.platform.auth.PlatformAccessTokenValidator;
import no.altinn.platform.auth.TestTokens;

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
                        new TestTokens(clock).validator(),
                        new PlatformAccessTokenValidator(issuer -> Optional.empty(), clock)),
                new EventsErrors(),
                OpenTelemetry.noop().getTracer("test"),
                clock);
    }
}
