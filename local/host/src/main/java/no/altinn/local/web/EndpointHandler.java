package no.altinn.local.web;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Serves paths, fixed ones and those with one segment that varies. Paths are compared without case
 * and with or without a slash at the end, as the platform does; every other path and method is left
 * to the handlers that follow.
 */
public final class EndpointHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointHandler.class);

    private final Map<String, Endpoint> endpoints;

    private final List<ItemRoute> items;

    private EndpointHandler(Map<String, Endpoint> endpoints, List<ItemRoute> items) {
        this.endpoints = Map.copyOf(endpoints);
        this.items = List.copyOf(items);
    }

    /** Starts with no path at all. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public boolean handle(
            org.eclipse.jetty.server.Request request, Response response, Callback callback) {
        String path = org.eclipse.jetty.server.Request.getPathInContext(request);
        Optional<Endpoint> found = find(request.getMethod(), path);
        found.ifPresent(
                endpoint ->
                        BoundedBody.read(
                                request,
                                response,
                                callback,
                                body ->
                                        Answers.write(
                                                answer(endpoint, request, body),
                                                response,
                                                callback)));
        return found.isPresent();
    }

    private Optional<Endpoint> find(String method, String path) {
        return Optional.ofNullable(endpoints.get(key(method, path)))
                .or(
                        () ->
                                items.stream()
                                        .flatMap(item -> item.match(method, path).stream())
                                        .findFirst());
    }

    private static Answer answer(
            Endpoint endpoint, org.eclipse.jetty.server.Request request, String body) {
        try {
            return endpoint.answer(plain(request, body));
        } catch (Problem e) {
            return e.answer();
        } catch (RuntimeException e) {
            LOG.error("A stand-in failed", e);
            return Answer.empty(500);
        }
    }

    private static Request plain(org.eclipse.jetty.server.Request request, String body) {
        return new Request(request.getMethod(), uri(request), HeaderMap.of(request), body);
    }

    private static URI uri(org.eclipse.jetty.server.Request request) {
        try {
            return new URI(request.getHttpURI().asString());
        } catch (URISyntaxException e) {
            throw Problem.badRequest("The request's URI is malformed.", e);
        }
    }

    private static String key(String method, String path) {
        String withoutSlash =
                path.length() > 1 && path.endsWith("/")
                        ? path.substring(0, path.length() - 1)
                        : path;
        return method + " " + withoutSlash.toLowerCase(Locale.ROOT);
    }

    /** Collects the paths of one handler. */
    public static final class Builder {
        private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        private final List<ItemRoute> items = new ArrayList<>();

        private Builder() {}

        /** Serves GET on the path, which starts with a slash. */
        public Builder get(String path, Endpoint endpoint) {
            endpoints.put(key("GET", path), endpoint);
            return this;
        }

        /** Serves POST on the path, which starts with a slash. */
        public Builder post(String path, Endpoint endpoint) {
            endpoints.put(key("POST", path), endpoint);
            return this;
        }

        /**
         * Serves a method on paths that differ in one segment.
         *
         * @param method the method in upper case
         * @param path starts with a slash and has {@code {}} in the place of the segment
         */
        public Builder item(String method, String path, ItemEndpoint endpoint) {
            items.add(ItemRoute.of(method, path, endpoint));
            return this;
        }

        /** The handler, which no later call changes. */
        public EndpointHandler build() {
            return new EndpointHandler(endpoints, items);
        }
    }
}
