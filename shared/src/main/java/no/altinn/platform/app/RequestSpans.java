package no.altinn.platform.app;

import com.microsoft.azure.functions.HttpRequestMessage;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;

import java.util.Map;
import java.util.function.Supplier;

/** Makes a span of each request, below the caller's where it sent {@code traceparent}. */
final class RequestSpans {
    private static final TextMapGetter<Map<String, String>> HEADERS = Map::get;

    private final Tracer tracer;

    RequestSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    Outcome around(HttpRequestMessage<?> message, Supplier<Outcome> work) {
        Context caller =
                W3CTraceContextPropagator.getInstance()
                        .extract(Context.current(), message.getHeaders(), HEADERS);
        Span span =
                tracer.spanBuilder(message.getHttpMethod().name())
                        .setParent(caller)
                        .setSpanKind(SpanKind.SERVER)
                        .startSpan();
        Scope current = span.makeCurrent();
        try {
            Outcome outcome = work.get();
            span.setAttribute("http.response.status_code", outcome.answer().status());
            if (outcome.answer().status() >= 500) {
                span.setStatus(StatusCode.ERROR);
            }
            return outcome;
        } finally {
            current.close();
            span.end();
        }
    }
}
