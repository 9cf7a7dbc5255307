package no.altinn.rest.lookup;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.auth.PlatformAccessToken;
import no.altinn.platform.client.Call;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.client.Reply;
import no.altinn.platform.client.Unavailable;
import no.altinn.rest.happening.EventsApi;
import no.altinn.rest.happening.RefusedEvent;

import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;

/** The platform's Events API, showing a platform access token of this system. Thread-safe. */
public final class HttpEventsApi implements EventsApi {
    /** What says that the event is at fault, and not the token or the way. */
    private static final Set<Integer> REFUSALS = Set.of(400, 413);

    private final PlatformHttp http;
    private final URI address;
    private final String subscriptionKey;
    private final Supplier<String> platformAccessToken;

    /**
     * The API.
     *
     * @param base what {@code events/api/v1} is below; ends with a slash
     * @param subscriptionKey the key of the platform's gateway
     * @param platformAccessToken gives the token to show, at every call
     */
    public HttpEventsApi(
            PlatformHttp http,
            URI base,
            String subscriptionKey,
            Supplier<String> platformAccessToken) {
        this.http = http;
        this.address = base.resolve("events/api/v1/storage/events");
        this.subscriptionKey = subscriptionKey;
        this.platformAccessToken = platformAccessToken;
    }

    @Override
    public void store(ObjectNode event) {
        Reply reply =
                http.send(
                        Call.post(address, event.toString())
                                .with("Content-Type", "application/cloudevents+json")
                                .with("Ocp-Apim-Subscription-Key", subscriptionKey)
                                .with(PlatformAccessToken.HEADER, platformAccessToken.get()));
        if (REFUSALS.contains(reply.status())) {
            throw new RefusedEvent(reply.toString());
        }
        if (!reply.succeeded()) {
            throw new Unavailable(reply.toString());
        }
    }
}
