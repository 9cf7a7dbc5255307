package no.altinn.events.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;

import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.WebhookRequest;

import java.time.Duration;

/**
 * Makes a span of each call to an endpoint, with a link to the trace that the event came with.
 * Thread-safe.
 */
public final class TracedWebhook implements Webhook {
    private final Webhook webhook;
    private final Tracer tracer;

    public TracedWebhook(Webhook webhook, Tracer tracer) {
        this.webhook = webhook;
        this.tracer = tracer;
    }

    @Override
    public WebhookReply post(WebhookRequest request, Duration timeout) {
        SpanBuilder builder =
                tracer.spanBuilder("webhook POST")
                        .setSpanKind(SpanKind.CLIENT)
                        .setAttribute("server.address", request.endPoint().getHost());
        SpanContext cause = cause(request.cause());
        if (cause.isValid()) {
            builder.addLink(cause);
        }
        Span span = builder.startSpan();
        Scope current = span.makeCurrent();
        try {
            WebhookReply reply = webhook.post(request, timeout);
            span.setAttribute("http.response.status_code", reply.status());
            reply.errorKind().ifPresent(kind -> span.setAttribute("error.type", kind.label()));
            if (!reply.succeeded()) {
                span.setStatus(StatusCode.ERROR, reply.reason());
            }
            return reply;
        } finally {
            current.close();
            span.end();
        }
    }

    /** A text that is no {@code traceparent} gives a context that is not valid. */
    private static SpanContext cause(String traceparent) {
        Context extracted =
                W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), traceparent, new Traceparent());
        return Span.fromContext(extracted).getSpanContext();
    }

    /** Reads a text as the one header that it would be. */
    private static final class Traceparent implements TextMapGetter<String> {
        private static final String NAME = "traceparent";

        @Override
        public String get(String carrier, String key) {
            return NAME.equals(key) && !carrier.isEmpty() ? carrier : null;
        }
    }
}
