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
import okhttp3.Request;
import okhttp3.Response;

import okio.BufferedSource;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Webhooks over OkHttp: no redirect, no proxy, no cookie, no address but public ones, and no more
 * than 64 KiB of an answer. An attempt sends one request at most. It goes over a connection of its
 * own, or over one that its receiver has shown to keep. Thread-safe. The clients are made on the
 * first call.
 */
public final class OkHttpWebhook implements Webhook {
    private static final long MAX_ANSWER_BYTES = 64 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** How long the rest of an answer is listened to. Its status is known by then. */
    private static final Duration COURTESY = Duration.ofSeconds(1);

    /** How many kept connections are looked at before a new one is made. */
    private static final int MOST_STALE = 16;

    private static final String USER_AGENT = "Altinn-Events/1.0";

    private final LongSupplier nanos;
    private final Origins origins;
    private final Supplier<Clients> clients;

    /** Makes connections to the addresses that the rule allows. */
    public OkHttpWebhook(AddressRule addresses) {
        this(addresses, new BoundedDns(Dns.SYSTEM, CONNECT));
    }

    OkHttpWebhook(AddressRule addresses, Dns dns) {
        this(addresses, dns, UnaryOperator.identity(), System::nanoTime);
    }

    /**
     * Makes connections in a way of its own.
     *
     * @param trust sets which certificates are trusted
     * @param nanos a clock that only its differences tell anything of
     */
    OkHttpWebhook(
            AddressRule addresses,
            Dns dns,
            UnaryOperator<OkHttpClient.Builder> trust,
            LongSupplier nanos) {
        this.nanos = nanos;
        this.origins = new Origins(nanos);
        this.clients = new Lazy<>(() -> new Clients(addresses, dns, CONNECT, trust, nanos));
    }

    @Override
    public WebhookReply post(URI endPoint, String json, Duration timeout) {
        HttpUrl url = HttpUrl.get(endPoint);
        if (url == null) {
            return WebhookReply.failed("the endpoint is no http or https URL");
        }
        String body = WebhookBody.of(endPoint, json);
        Manner manner = origins.next(url);
        long end = nanos.getAsLong() + timeout.toNanos();
        Optional<WebhookReply> reply = Optional.empty();
        for (int stale = 0; reply.isEmpty(); stale++) {
            Manner next = stale < MOST_STALE ? manner : Manner.ONCE;
            Duration left = Duration.ofNanos(Math.max(1, end - nanos.getAsLong()));
            reply = post(url, body, next, left, timeout);
        }
        return reply.get();
    }

    /** Posts the event; empty when the connection was stale and nothing was sent. */
    private Optional<WebhookReply> post(
            HttpUrl url, String body, Manner manner, Duration left, Duration timeout) {
        Heard heard = new Heard();
        Call call = clients.get().of(manner, url).newCall(request(url, body, manner, heard));
        // A timeout of nothing would be none.
        call.timeout().timeout(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
        call.addEventListener(heard);
        try {
            String failure = failure(call, timeout);
            return Optional.of(
                    heard.status().isPresent()
                            ? WebhookReply.answered(heard.status().getAsInt())
                            : WebhookReply.failed(failure));
        } catch (KeptConnections.Stale stale) {
            return Optional.empty();
        } finally {
            heard.end();
            origins.learn(url, manner, heard);
        }
    }

    private static Request request(HttpUrl url, String body, Manner manner, Heard heard) {
        Request.Builder request =
                new Request.Builder()
                        .url(url)
                        .tag(Heard.class, heard)
                        .header("User-Agent", USER_AGENT)
                        .header("Accept-Encoding", "identity")
                        .post(new OneShotBody(body));
        if (manner == Manner.ONCE) {
            request.header("Connection", "close");
        }
        // The receiver's own traces can be joined with ours: traceparent (W3C Trace Context).
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current(), request, Request.Builder::header);
        return request.build();
    }

    /** Makes the call; why it has no answer, if it has none. */
    private static String failure(Call call, Duration timeout) throws KeptConnections.Stale {
        try (Response response = call.execute()) {
            drain(call, response);
            return "no HTTP: the answer has no status";
        } catch (KeptConnections.Stale stale) {
            throw stale;
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
