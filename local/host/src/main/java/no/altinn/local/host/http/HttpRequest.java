package no.altinn.local.host.http;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A request as functions see it. Immutable.
 *
 * @param body gives the body, or throws {@link no.altinn.platform.http.BodyAwaited}
 */
record HttpRequest(
        HttpMethod method,
        RequestAddress address,
        Map<String, String> headers,
        QueryValues query,
        Supplier<Optional<String>> body)
        implements HttpRequestMessage<Optional<String>> {
    @Override
    public URI getUri() {
        return address.uri();
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
        return query.parameters();
    }

    @Override
    public Optional<String> getBody() {
        return body.get();
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
        return new HttpAnswer.Builder(status);
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
        return new HttpAnswer.Builder(status);
    }
}
