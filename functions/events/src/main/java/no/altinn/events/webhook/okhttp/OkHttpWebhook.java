package no.altinn.events.webhook.okhttp;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapSetter;

import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.Excerpt;
import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.WebhookRequest;
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

import okio.Buffer;
import okio.BufferedSource;

import java.io.IOException;
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

    private static final CallFailure NO_STATUS =
            new CallFailure(CallFailure.Stage.ANSWER, "no HTTP: the answer has no status");

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
    public WebhookReply post(WebhookRequest request, Duration timeout) {
        Optional<Target> target = targets.of(request.endPoint());
        if (target.isEmpty()) {
            return WebhookReply.failed(
                    ErrorKind.REFUSED_ADDRESS, "the endpoint is no http or https URL");
        }
        Manner manner = origins.next(target.get().origin());
        Optional<KeptConnection> connection =
                manner == Manner.KEPT ? kept.take(target.get().origin()) : Optional.empty();
        return connection.isPresent()
                ? postOver(connection.get(), target.get(), request, timeout)
                : postAnew(target.get(), request, manner, timeout);
    }

    private WebhookReply postOver(
            KeptConnection connection, Target target, WebhookRequest request, Duration timeout) {
        StringBuilder more = new StringBuilder();
        request.headers().forEach((name, value) -> append(more, name, value));
        trace(more, OkHttpWebhook::append);
        try {
            WebhookReply reply =
                    connection.ask(target.request(more.toString(), request.body()), timeout);
            if (connection.isWhole()) {
                kept.put(target.origin(), connection);
            } else {
                connection.close();
            }
            return reply;
        } catch (IOException e) {
            origins.holdsNot(target.origin());
            return Replies.failed(CallFailure.of(e, CONNECT, timeout));
        }
    }

    private static void append(StringBuilder to, String name, String value) {
        to.append(name).append(": ").append(value).append("\r\n");
    }

    private WebhookReply postAnew(
            Target target, WebhookRequest request, Manner manner, Duration timeout) {
        Heard heard = new Heard();
        Call call =
                clients.get()
                        .of(manner, target.url())
                        .newCall(request(target.url(), request, manner, heard));
        call.timeout().timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        call.addEventListener(heard);
        WebhookReply reply = reply(call, heard, timeout);
        Optional<KeptConnection> spared =
                heard.spared().map(socket -> new KeptConnection(socket, nanos));
        switch (manner) {
            case ONCE -> {}
            case KEPT -> spared.ifPresent(connection -> kept.put(target.origin(), connection));
            case TRIAL -> tried(target.origin(), heard, spared);
        }
        return reply;
    }

    private void tried(String origin, Heard heard, Optional<KeptConnection> spared) {
        if (spared.isPresent()) {
            spared.get().rest(Origin.VOID.plus(Origin.HOLD), () -> {});
            origins.leaves(origin, spared.get()::wasHeld);
        } else if (heard.head().isPresent()) {
            origins.holdsNot(origin);
        } else {
            origins.triesAgain(origin);
        }
    }

    private static Request request(
            HttpUrl url, WebhookRequest webhook, Manner manner, Heard heard) {
        Request.Builder request =
                new Request.Builder()
                        .url(url)
                        .tag(Heard.class, heard)
                        .header("User-Agent", Target.USER_AGENT)
                        .header("Accept-Encoding", "identity")
                        .post(new OneShotBody(webhook.body()));
        if (manner == Manner.ONCE) {
            request.header("Connection", "close");
        }
        webhook.headers().forEach(request::header);
        trace(request, Request.Builder::header);
        return request.build();
    }

    /** The receiver's own traces can be joined with ours: traceparent (W3C Trace Context). */
    private static <T> void trace(T request, TextMapSetter<T> header) {
        W3CTraceContextPropagator.getInstance().inject(Context.current(), request, header);
    }

    private static WebhookReply reply(Call call, Heard heard, Duration timeout) {
        Optional<Excerpt> excerpt = Optional.empty();
        CallFailure failure = NO_STATUS;
        try (Response response = call.execute()) {
            excerpt = drain(call, response);
        } catch (IOException | RuntimeException e) {
            // OkHttp throws unchecked exceptions at what it expects no receiver to answer.
            failure = CallFailure.of(heard.cause(e), CONNECT, timeout);
        }
        Optional<Response> head = heard.head();
        return head.isPresent()
                ? Replies.answered(head.get().code(), header(head.get()), excerpt)
                : Replies.failed(failure);
    }

    private static UnaryOperator<String> header(Response head) {
        return name -> head.header(name, "");
    }

    /** Reads the answer's end, so that the receiver can say it, unless it is too long. */
    private static Optional<Excerpt> drain(Call call, Response response) throws IOException {
        BufferedSource body = response.body().source();
        body.timeout().deadline(COURTESY.toMillis(), TimeUnit.MILLISECONDS);
        boolean isWhole = false;
        try {
            isWhole = !body.request(MAX_ANSWER_BYTES);
        } catch (IOException e) {
            // The status counts, whatever follows it.
        } finally {
            if (!isWhole) {
                // To close a body that is not read to its end would read on.
                call.cancel();
            }
        }
        return response.isSuccessful()
                ? Optional.empty()
                : excerpt(response, body.getBuffer(), isWhole);
    }

    private static Optional<Excerpt> excerpt(Response response, Buffer body, boolean isWhole)
            throws IOException {
        boolean isAll = isWhole && body.size() <= Excerpt.LOOKED_AT;
        byte[] beginning = body.readByteArray(Math.min(body.size(), Excerpt.LOOKED_AT));
        return Replies.excerpt(header(response), beginning, isAll);
    }
}
