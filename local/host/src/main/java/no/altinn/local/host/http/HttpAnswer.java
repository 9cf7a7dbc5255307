package no.altinn.local.host.http;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The answer of a function. A header has one value, the last that was set; names are compared
 * without case. As in Azure, an answer that cannot be sent fails when it is sent. Immutable.
 */
final class HttpAnswer implements HttpResponseMessage {
    private final HttpStatusType status;
    private final Map<String, String> headers;
    private final Optional<Object> body;

    private HttpAnswer(HttpStatusType status, Map<String, String> headers, Optional<Object> body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** Collects an answer. Not thread-safe. */
    static final class Builder implements HttpResponseMessage.Builder {
        private HttpStatusType status;
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private Optional<Object> body = Optional.empty();

        Builder(HttpStatusType status) {
            this.status = status;
        }

        @Override
        public Builder status(HttpStatusType newStatus) {
            this.status = newStatus;
            return this;
        }

        @Override
        public Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        @Override
        public Builder body(Object newBody) {
            this.body = Optional.ofNullable(newBody);
            return this;
        }

        @Override
        public HttpAnswer build() {
            Map<String, String> copy = new TreeMap<>(headers);
            return new HttpAnswer(status, Collections.unmodifiableMap(copy), body);
        }
    }

    @Override
    public HttpStatusType getStatus() {
        return status;
    }

    /** The header's value; null if there is none, which the interface asks for. */
    @Override
    public String getHeader(String name) {
        return headers.get(name);
    }

    /** The body; null if there is none, which the interface asks for. */
    @Override
    public Object getBody() {
        return body.orElse(null);
    }

    /** The headers; a value may be null if the function set it so. */
    Map<String, String> headers() {
        return headers;
    }

    Optional<Object> body() {
        return body;
    }
}
