package no.altinn.events.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.WebhookRequest;

import java.time.Duration;

/** Makes a span of each call to an endpoint. Thread-safe. */
public final class TracedWebhook implements Webhook {
    private final Webhook webhook;
    private final Tracer tracer;

    public TracedWebhook(Webhook webhook, Tracer tracer) {
        this.webhook = webhook;
        this.tracer = tracer;
    }

    @Override
    public WebhookReply post(WebhookRequest request, Duration timeout) {
        Span span = tracer.spanBuilder("deliver").setSpanKind(SpanKind.CLIENT).startSpan();
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
}
