package no.altinn.events.webhook.okhttp;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;

import no.altinn.events.webhook.AddressRule;
import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.platform.start.Lazy;

import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Webhooks over OkHttp: no redirect, no proxy, no cookie, no address but public ones, and no more
 * than 64 KiB of an answer. Thread-safe. The client is made on the first call.
 */
public final class OkHttpWebhook implements Webhook {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final long MAX_ANSWER_BYTES = 64 * 1024;
    private static final String USER_AGENT = "Altinn-Events/1.0";

    private final Supplier<OkHttpClient> client;

    /** Makes connections to the addresses that the rule allows. */
    public OkHttpWebhook(AddressRule addresses) {
        this.client = new Lazy<>(() -> client(addresses));
    }

    private static OkHttpClient client(AddressRule addresses) {
        return new OkHttpClient.Builder()
                .socketFactory(new GuardedSocketFactory(addresses))
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(Duration.ofSeconds(10))
                // The call's own timeout bounds reading and writing.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .connectionPool(new ConnectionPool(256, 1, TimeUnit.MINUTES))
                .build();
    }

    @Override
    public WebhookReply post(URI endPoint, String json, Duration timeout) {
        HttpUrl url = HttpUrl.get(endPoint);
        if (url == null) {
            return WebhookReply.failed("the endpoint is no http or https URL");
        }
        try {
            Call call = client.get().newCall(request(url, WebhookBody.of(endPoint, json)));
            call.timeout().timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
            try (Response response = call.execute()) {
                drain(response);
                return WebhookReply.answered(response.code());
            }
        } catch (InterruptedIOException e) {
            return WebhookReply.failed("no answer within " + timeout.toSeconds() + " s");
        } catch (IOException e) {
            return WebhookReply.failed(reason(e));
        }
    }

    private static Request request(HttpUrl url, String body) {
        Request.Builder request =
                new Request.Builder()
                        .url(url)
                        .header("User-Agent", USER_AGENT)
                        .post(RequestBody.create(body, JSON));
        // The receiver's own traces can be joined with ours: traceparent (W3C Trace Context).
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current(), request, Request.Builder::header);
        return request.build();
    }

    /** Reads the answer's end, so that the connection can be used again, unless it is too long. */
    private static void drain(Response response) throws IOException {
        response.body().source().request(MAX_ANSWER_BYTES);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
