package no.altinn.events.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.events.signing.EndPointSecret;
import no.altinn.events.signing.EndPointSecrets;
import no.altinn.events.signing.PublishedSigningKeys;
import no.altinn.events.subscription.OwnSubscriptions;
import no.altinn.events.subscription.Subscription;
import no.altinn.platform.app.Http;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Problem;

import java.util.Optional;

/** HTTP triggers about what endpoints' owners verify calls with. */
public final class SecretFunctions {
    private static final String CACHING = "public, max-age=300";

    private final Http http;
    private final OwnSubscriptions own;
    private final EndPointSecrets secrets;
    private final PublishedSigningKeys published;
    private final SecretJson json;

    public SecretFunctions(
            Http http,
            OwnSubscriptions own,
            EndPointSecrets secrets,
            PublishedSigningKeys published,
            SecretJson json) {
        this.http = http;
        this.own = own;
        this.secrets = secrets;
        this.published = published;
        this.json = json;
    }

    /** Shows what calls for one of the caller's subscriptions are verified with. */
    @FunctionName("GetSecret")
    public HttpResponseMessage getSecret(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/api/v1/subscriptions/{id}/secret",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    AltinnToken caller = exchange.bearer();
                    Subscription found = own.find(caller, SubscriptionId.parse(id));
                    return answer(secrets.show(found));
                });
    }

    /** Replaces it. */
    @FunctionName("RotateSecret")
    public HttpResponseMessage rotateSecret(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/subscriptions/{id}/secret/rotate",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    AltinnToken caller = exchange.bearer();
                    CommandBody body =
                            CommandBody.read(
                                    exchange, RotationRequest.OVERLAP, RotationRequest.SCHEME);
                    Subscription found = own.find(caller, SubscriptionId.parse(id));
                    return answer(secrets.rotate(found, RotationRequest.of(body)));
                });
    }

    private Answer answer(EndPointSecret secret) {
        return Answer.of(200, MediaType.JSON, json.of(secret)).with("Cache-Control", "no-store");
    }

    /** Shows the public keys of a page to anybody who knows its name. */
    @FunctionName("SigningKeys")
    public HttpResponseMessage signingKeys(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/api/v1/signing-keys/{set}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("set") String set) {
        return http.answer(
                request,
                exchange ->
                        published
                                .find(set)
                                .map(SecretJson::of)
                                .map(keys -> Answer.of(200, MediaType.JSON, keys))
                                .orElseThrow(() -> Problem.empty(404))
                                .with("Cache-Control", CACHING));
    }
}
