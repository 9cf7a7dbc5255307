package no.altinn.testing.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A request as the host hands it over. Immutable. */
public final class FakeMessage implements HttpRequestMessage<Optional<String>> {
    private final HttpMethod method;
    private final String uri;
    private final Map<String, String> headers;
    private final Supplier<Optional<String>> body;

    private FakeMessage(
            HttpMethod method,
            String uri,
            Map<String, String> headers,
            Supplier<Optional<String>> body) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
    }

    /** A request without a body. */
    public static FakeMessage get(String uri) {
        return new FakeMessage(HttpMethod.GET, uri, Map.of(), Optional::empty);
    }

    /** A request of any method, without a body. */
    public static FakeMessage of(HttpMethod method, String uri) {
        return new FakeMessage(method, uri, Map.of(), Optional::empty);
    }

    /** A request with a body, which is no body when it is empty. */
    public static FakeMessage post(String uri, String body) {
        return post(uri, () -> Optional.of(body).filter(text -> !text.isEmpty()));
    }

    /** A request whose body comes, or does not, when it is asked for. */
    public static FakeMessage post(String uri, Supplier<Optional<String>> body) {
        return new FakeMessage(HttpMethod.POST, uri, Map.of(), body);
    }

    /** The same request with one more header. */
    public FakeMessage with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new FakeMessage(method, uri, more, body);
    }

    /** The address; it may be malformed, as the worker's is only parsed here, too. */
    @Override
    public URI getUri() {
        return URI.create(uri);
    }

    @Override
    public HttpMethod getHttpMethod() {
        return method;
    }

    @Override
    public Map<String, String> getHeaders() {
        return headers;
    }

    @Override
    public Map<String, String> getQueryParameters() {
        throw new UnsupportedOperationException("The worker's map loses repeated parameters.");
    }

    @Override
    public Optional<String> getBody() {
        return body.get();
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
        return createResponseBuilder((HttpStatusType) status);
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
        return new Builder(status);
    }

    private static final class Builder implements HttpResponseMessage.Builder {
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private HttpStatusType status;
        private Object body = "";

        Builder(HttpStatusType status) {
            this.status = status;
        }

        @Override
        public HttpResponseMessage.Builder status(HttpStatusType value) {
            status = value;
            return this;
        }

        @Override
        public HttpResponseMessage.Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        @Override
        public HttpResponseMessage.Builder body(Object value) {
            body = value;
            return this;
        }

        @Override
        public HttpResponseMessage build() {
            return new Response(status, headers, body);
        }
    }

    private record Response(HttpStatusType status, Map<String, String> headers, Object body)
            implements HttpResponseMessage {
        @Override
        public HttpStatusType getStatus() {
            return status;
        }

        @Override
        public String getHeader(String name) {
            return headers.getOrDefault(name, "");
        }

        @Override
        public Object getBody() {
            return body;
        }
    }
}
