package no.altinn.rest.lookup;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.auth.PlatformAccessToken;
import no.altinn.platform.client.Call;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.client.Reply;
import no.altinn.platform.client.Unavailable;

import java.net.URI;
import java.util.function.Supplier;

/** A service of the platform, called with a platform access token of this system. Thread-safe. */
public final class PlatformService {
    private final PlatformHttp http;
    private final URI base;
    private final String subscriptionKey;
    private final Supplier<String> platformAccessToken;

    /**
     * @param base what the service's paths are below; ends with a slash
     * @param subscriptionKey the key of the platform's gateway
     * @param platformAccessToken gives the token to show, at every call
     */
    public PlatformService(
            PlatformHttp http,
            URI base,
            String subscriptionKey,
            Supplier<String> platformAccessToken) {
        this.http = http;
        this.base = base;
        this.subscriptionKey = subscriptionKey;
        this.platformAccessToken = platformAccessToken;
    }

    /** The answer to a GET, whatever its status. */
    Reply get(String path) {
        return send(Call.get(base.resolve(path)));
    }

    /** The answer to a body of JSON, whatever its status. */
    Reply post(String path, String json, String contentType) {
        return send(Call.post(base.resolve(path), json).with("Content-Type", contentType));
    }

    private Reply send(Call call) {
        return http.send(
                call.with("Ocp-Apim-Subscription-Key", subscriptionKey)
                        .with(PlatformAccessToken.HEADER, platformAccessToken.get()));
    }

    /**
     * The JSON of a good answer.
     *
     * @throws Unavailable if it is none
     */
    static JsonNode json(Reply reply) {
        if (!reply.succeeded()) {
            throw new Unavailable(reply.toString());
        }
        return reply.json();
    }

    /**
     * The list of a good answer.
     *
     * @throws Unavailable if it is none: that must not be read as "there is nothing"
     */
    static JsonNode list(Reply reply) {
        JsonNode list = json(reply);
        if (!list.isArray()) {
            throw new Unavailable(reply.call() + " answered no list");
        }
        return list;
    }
}
