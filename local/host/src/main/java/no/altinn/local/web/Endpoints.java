package no.altinn.local.web;

import no.altinn.local.host.route.RouteTemplate;
import no.altinn.local.host.route.Router;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Serves the endpoints of a stand-in by the host's routes: paths are compared without case and with
 * or without a slash at the end. Every other path and method is left to the handlers that follow.
 */
public final class Endpoints extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);

    private final Router<BiFunction<Request, Map<String, String>, Answer>> routes;

    private Endpoints(Router<BiFunction<Request, Map<String, String>, Answer>> routes) {
        this.routes = routes;
    }

    /** Starts with no path at all. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public boolean handle(
            org.eclipse.jetty.server.Request request, Response response, Callback callback) {
        Optional<Endpoint> found =
                routes.find(request.getMethod(), request.getHttpURI().getPath())
                        .map(match -> plain -> match.target().apply(plain, match.values()));
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

    /** Collects the paths of one handler. */
    public static final class Builder {
        private final Router.Builder<BiFunction<Request, Map<String, String>, Answer>> routes =
                Router.builder();

        private Builder() {}

        /** Serves GET on the path, which starts with a slash. */
        public Builder get(String path, Endpoint endpoint) {
            return route("GET", path, (request, values) -> endpoint.answer(request));
        }

        /** Serves POST on the path, which starts with a slash. */
        public Builder post(String path, Endpoint endpoint) {
            return route("POST", path, (request, values) -> endpoint.answer(request));
        }

        /**
         * Serves a method on paths with parameters. Where two routes fit, the first one answers.
         *
         * @param method the method in upper case
         * @param template starts with a slash and goes on as a {@link RouteTemplate}
         * @param endpoint gets the request and the parameters' values by their names
         */
        public Builder route(
                String method,
                String template,
                BiFunction<Request, Map<String, String>, Answer> endpoint) {
            routes.add(method, template.substring(1), endpoint);
            return this;
        }

        /** The handler, which no later call changes. */
        public Endpoints build() {
            return new Endpoints(routes.build());
        }
    }
}
