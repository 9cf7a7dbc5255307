package no.altinn.events.webhook.okhttp;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;

import no.altinn.events.webhook.AddressRule;
import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.platform.start.Lazy;

import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

import okio.BufferedSource;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Webhooks over OkHttp: no redirect, no proxy, no cookie, no address but public ones, and no more
 * than 64 KiB of an answer. An attempt sends one request at most, over a connection of its own.
 * Thread-safe. The client is made on the first call.
 */
public final class OkHttpWebhook implements Webhook {
    private static final long MAX_ANSWER_BYTES = 64 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** How long the rest of an answer is listened to. Its status is known by then. */
    private static final Duration COURTESY = Duration.ofSeconds(1);

    private static final String USER_AGENT = "Altinn-Events/1.0";

    private final Supplier<OkHttpClient> client;
    private final Supplier<OkHttpClient> clientOfAddresses;

    /** Makes connections to the addresses that the rule allows. */
    public OkHttpWebhook(AddressRule addresses) {
        this(addresses, new BoundedDns(Dns.SYSTEM, CONNECT));
    }

    OkHttpWebhook(AddressRule addresses, Dns dns) {
        this.client = new Lazy<>(() -> client(addresses, dns));
        this.clientOfAddresses = new Lazy<>(() -> withoutFallback(client.get()));
    }

    private static OkHttpClient client(AddressRule addresses, Dns dns) {
        return new OkHttpClient.Builder()
                .dns(dns)
                .socketFactory(new GuardedSocketFactory(addresses))
                .proxy(Proxy.NO_PROXY)
                // HTTP/2 would share one connection among attempts.
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT)
                // The call's own timeout bounds reading and writing.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    /**
     * OkHttp connects on a thread of its own, so that it can try a second address in time. An
     * endpoint whose host is an address has no second one, and saves a third of a call's work.
     */
    private static OkHttpClient withoutFallback(OkHttpClient client) {
        return client.newBuilder().fastFallback(false).build();
    }

    @Override
    public WebhookReply post(URI endPoint, String json, Duration timeout) {
        HttpUrl url = HttpUrl.get(endPoint);
        if (url == null) {
            return WebhookReply.failed("the endpoint is no http or https URL");
        }
        OkHttpClient fitting = isAddress(url.host()) ? clientOfAddresses.get() : client.get();
        Call call = fitting.newCall(request(url, WebhookBody.of(endPoint, json)));
        call.timeout().timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        HeardStatus heard = new HeardStatus();
        call.addEventListener(heard);
        String failure = failure(call, timeout);
        return heard.status().isPresent()
                ? WebhookReply.answered(heard.status().getAsInt())
                : WebhookReply.failed(failure);
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0
                || host.chars().allMatch(each -> each == '.' || (each >= '0' && each <= '9'));
    }

    private static Request request(HttpUrl url, String body) {
        Request.Builder request =
                new Request.Builder()
                        .url(url)
                        .header("User-Agent", USER_AGENT)
                        .header("Accept-Encoding", "identity")
                        // A receiver may close a kept connection at any time. The sender of a
                        // request on it cannot tell whether the request arrived. Bytes that are
                        // left on it would be read as the answer to the next request.
                        .header("Connection", "close")
                        .post(new OneShotBody(body));
        // The receiver's own traces can be joined with ours: traceparent (W3C Trace Context).
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current(), request, Request.Builder::header);
        return request.build();
    }

    /** Makes the call; why it has no answer, if it has none. */
    private static String failure(Call call, Duration timeout) {
        try (Response response = call.execute()) {
            drain(call, response);
            return "no HTTP: the answer has no status";
        } catch (IOException | RuntimeException e) {
            // OkHttp throws unchecked exceptions at what it expects no receiver to answer.
            return CallFailure.inWords(e, CONNECT, timeout);
        }
    }

    /** Reads the answer's end, so that the receiver can say it, unless it is too long. */
    private static void drain(Call call, Response response) throws IOException {
        BufferedSource body = response.body().source();
        body.timeout().deadline(COURTESY.toMillis(), TimeUnit.MILLISECONDS);
        boolean isWhole = false;
        try {
            isWhole = !body.request(MAX_ANSWER_BYTES);
        } finally {
            if (!isWhole) {
                // To close a body that is not read to its end would read on.
                call.cancel();
            }
        }
    }
}
