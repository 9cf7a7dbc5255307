package no.altinn.events.webhook.okhttp;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapSetter;

import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.platform.outbound.AddressRule;
import no.altinn.platform.outbound.BoundedDns;
import no.altinn.platform.outbound.CallFailure;
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

    private final LongSupplier nanos;
    private final Targets targets = new Targets();
    private final Origins origins;
    private final KeptConnections kept = new KeptConnections();
    private final Supplier<Clients> clients;

    /** Makes connections to the addresses that the rule allows. */
    public OkHttpWebhook(AddressRule addresses) {
        this(addresses, new BoundedDns("webhook-dns", Dns.SYSTEM, CONNECT));
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
        this.clients = new Lazy<>(() -> new Clients(addresses, dns, CONNECT, trust));
    }

    @Override
    public WebhookReply post(URI endPoint, String json, Duration timeout) {
        Optional<Target> target = targets.of(endPoint);
        if (target.isEmpty()) {
            return WebhookReply.failed("the endpoint is no http or https URL");
        }
        String body = WebhookBody.of(endPoint, json);
        Manner manner = origins.next(target.get().origin());
        Optional<KeptConnection> connection =
                manner == Manner.KEPT ? kept.take(target.get().origin()) : Optional.empty();
        return connection.isPresent()
                ? postOver(connection.get(), target.get(), body, timeout)
                : postAnew(target.get(), body, manner, timeout);
    }

    private WebhookReply postOver(
            KeptConnection connection, Target target, String body, Duration timeout) {
        StringBuilder trace = new StringBuilder();
        trace(trace, (to, name, value) -> to.append(name + ": " + value + "\r\n"));
        try {
            int status = connection.ask(target.request(trace.toString(), body), timeout);
            if (connection.isWhole()) {
                kept.put(target.origin(), connection);
            } else {
                connection.close();
            }
            return WebhookReply.answered(status);
        } catch (IOException e) {
            origins.holdsNot(target.origin());
            return WebhookReply.failed(CallFailure.inWords(e, CONNECT, timeout));
        }
    }

    private WebhookReply postAnew(Target target, String body, Manner manner, Duration timeout) {
        Heard heard = new Heard();
        Call call =
                clients.get()
                        .of(manner, target.url())
                        .newCall(request(target.url(), body, manner, heard));
        call.timeout().timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        call.addEventListener(heard);
        String failure = failure(call, timeout);
        Optional<KeptConnection> spared =
                heard.spared().map(socket -> new KeptConnection(socket, nanos));
        switch (manner) {
            case ONCE -> {}
            case KEPT -> spared.ifPresent(connection -> kept.put(target.origin(), connection));
            case TRIAL -> tried(target.origin(), heard, spared);
        }
        return heard.status().isPresent()
                ? WebhookReply.answered(heard.status().getAsInt())
                : WebhookReply.failed(failure);
    }

    private void tried(String origin, Heard heard, Optional<KeptConnection> spared) {
        if (spared.isPresent()) {
            spared.get().rest(Origin.VOID.plus(Origin.HOLD), () -> {});
            origins.leaves(origin, spared.get()::wasHeld);
        } else if (heard.status().isPresent()) {
            origins.holdsNot(origin);
        } else {
            origins.triesAgain(origin);
        }
    }

    private static Request request(HttpUrl url, String body, Manner manner, Heard heard) {
        Request.Builder request =
                new Request.Builder()
                        .url(url)
                        .tag(Heard.class, heard)
                        .header("User-Agent", Target.USER_AGENT)
                        .header("Accept-Encoding", "identity")
                        .post(new OneShotBody(body));
        if (manner == Manner.ONCE) {
            request.header("Connection", "close");
        }
        trace(request, Request.Builder::header);
        return request.build();
    }

    /** The receiver's own traces can be joined with ours: traceparent (W3C Trace Context). */
    private static <T> void trace(T request, TextMapSetter<T> header) {
        W3CTraceContextPropagator.getInstance().inject(Context.current(), request, header);
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
