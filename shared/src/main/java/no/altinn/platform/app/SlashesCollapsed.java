package no.altinn.platform.app;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A request whose path has one slash for each run of them. Immutable. */
record SlashesCollapsed(HttpRequestMessage<Optional<String>> request)
        implements HttpRequestMessage<Optional<String>> {

    /**
     * The address.
     *
     * @throws IllegalArgumentException if the request's own is malformed
     */
    @Override
    public URI getUri() {
        URI uri = request.getUri();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(
                uri.getScheme()
                        + "://"
                        + uri.getRawAuthority()
                        + uri.getRawPath().replaceAll("/{2,}", "/")
                        + query);
    }

    @Override
    public HttpMethod getHttpMethod() {
        return request.getHttpMethod();
    }

    @Override
    public Map<String, String> getHeaders() {
        return request.getHeaders();
    }

    @Override
    public Map<String, String> getQueryParameters() {
        return request.getQueryParameters();
    }

    @Override
    public Optional<String> getBody() {
        return request.getBody();
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
        return request.createResponseBuilder(status);
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
        return request.createResponseBuilder(status);
    }
}
