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
import java.util.function.ToIntFunction;

/**
 * Makes a span of each request, below the caller's where it sent {@code traceparent}. Thread-safe.
 */
public final class RequestSpans {
    private static final TextMapGetter<Map<String, String>> HEADERS = Map::get;

    private final Tracer tracer;

    public RequestSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /**
     * Does the work of a request within its span.
     *
     * @param status the HTTP status of what the work gives
     */
    public <T> T around(HttpRequestMessage<?> message, Supplier<T> work, ToIntFunction<T> status) {
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
            T outcome = work.get();
            int code = status.applyAsInt(outcome);
            span.setAttribute("http.response.status_code", code);
            if (code >= 500) {
                span.setStatus(StatusCode.ERROR);
            }
            return outcome;
        } finally {
            current.close();
            span.end();
        }
    }
}
