package no.altinn.local.host.http;

import com.microsoft.azure.functions.HttpMethod;

import no.altinn.local.host.FunctionCatalog;
import no.altinn.local.host.FunctionFailed;
import no.altinn.local.host.FunctionInvoker;
import no.altinn.local.host.HostedFunction;
import no.altinn.local.host.InvocationRequest;
import no.altinn.local.host.Trace;
import no.altinn.local.host.Trigger;
import no.altinn.local.host.route.Router;
import no.altinn.local.web.BodyReader;
import no.altinn.local.web.HeaderMap;
import no.altinn.local.web.UnreadBody;
import no.altinn.platform.http.BodyAwaited;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers requests with the HTTP functions of one app, on the server's own threads. Of the
 * functions in the order of names without case, the first whose route and methods fit answers. A
 * path or method that no function has is left to the next handler.
 *
 * <p>A body of unknown length (chunked) arrives empty, as in Azure.
 */
public final class FunctionsHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(FunctionsHandler.class);

    /** The host's default for FUNCTIONS_REQUEST_BODY_SIZE_LIMIT, in bytes. */
    static final long BODY_LIMIT = 104_857_600;

    private record Target(HttpMethod method, HostedFunction function) {}

    private final Router<Target> routes;
    private final FunctionInvoker invoker;
    private final CallTime callTime;
    private final long bodyLimit;

    /** Serves the HTTP functions of a catalog. */
    public FunctionsHandler(FunctionCatalog catalog, FunctionInvoker invoker, CallTime callTime) {
        this(catalog, invoker, callTime, BODY_LIMIT);
    }

    FunctionsHandler(
            FunctionCatalog catalog, FunctionInvoker invoker, CallTime callTime, long bodyLimit) {
        this.routes = routes(catalog);
        this.invoker = invoker;
        this.callTime = callTime;
        this.bodyLimit = bodyLimit;
    }

    private static Router<Target> routes(FunctionCatalog catalog) {
        Router.Builder<Target> routes = Router.builder();
        for (HostedFunction function : catalog.firedBy(Trigger.Http.class)) {
            Trigger.Http http = function.trigger(Trigger.Http.class);
            for (HttpMethod method : http.methods()) {
                routes.add(method.name(), http.route(), new Target(method, function));
            }
        }
        return routes.build();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<Router.Match<Target>> match =
                routes.find(request.getMethod(), request.getHttpURI().getPath());
        match.ifPresent(found -> read(request, new Answering(found, request, response, callback)));
        return match.isPresent();
    }

    private void read(Request request, Answering answering) {
        if (answering.isChunked()) {
            BodyReader.skip(request, bodyLimit, answering);
        } else {
            BodyReader.read(request, bodyLimit, answering);
        }
    }

    private WireAnswer answer(Router.Match<Target> match, HttpRequest request) {
        Map<String, String> headers = request.headers();
        Trace trace =
                Trace.continued(
                        headers.getOrDefault("traceparent", ""),
                        headers.getOrDefault("tracestate", ""));
        InvocationRequest invocation =
                new InvocationRequest(request, new HttpValues(match.values(), request), trace);
        try {
            return WireAnswer.of(invoker.invoke(match.target().function(), invocation));
        } catch (FunctionFailed e) {
            LOG.debug("{} is answered with 500", match.target().function().name(), e);
        } catch (IllegalArgumentException e) {
            LOG.error("The answer of {} cannot be sent", match.target().function().name(), e);
        }
        return WireAnswer.empty(500);
    }

    private static HttpRequest request(
            Router.Match<Target> match, Request request, Supplier<Optional<String>> body) {
        HttpURI uri = request.getHttpURI();
        String authority = request.getHeaders().get(HttpHeader.HOST);
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        return new HttpRequest(
                match.target().method(),
                new RequestAddress(
                        uri.getScheme() == null ? "http" : uri.getScheme(),
                        authority == null ? Request.getServerName(request) : authority,
                        uri.getPath(),
                        query),
                HeaderMap.of(request),
                QueryValues.of(query),
                body);
    }

    private static Optional<String> awaited() {
        throw new BodyAwaited();
    }

    /** Answers one request when its body has been read, or before. */
    private final class Answering implements BodyReader.Outcome {
        private final Router.Match<Target> match;
        private final Request request;
        private final Response response;
        private final Callback callback;

        Answering(
                Router.Match<Target> match, Request request, Response response, Callback callback) {
            this.match = match;
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        @Override
        public boolean answersWithoutBody() {
            if (callTime == CallTime.WITH_BODY) {
                return false;
            }
            try {
                Supplier<Optional<String>> body =
                        isChunked() ? Optional::empty : FunctionsHandler::awaited;
                write(
                        answer(match, request(match, request, body)),
                        UnreadBody.behind(request, response, callback));
                return true;
            } catch (BodyAwaited e) {
                return false;
            }
        }

        @Override
        public void complete(byte[] body) {
            Optional<String> text =
                    body.length == 0
                            ? Optional.empty()
                            : Optional.of(new String(body, StandardCharsets.UTF_8));
            write(answer(match, request(match, request, () -> text)), callback);
        }

        private boolean isChunked() {
            return !request.getHeaders().contains(HttpHeader.CONTENT_LENGTH);
        }

        @Override
        public void tooLarge() {
            write(WireAnswer.empty(413), UnreadBody.behind(request, response, callback));
        }

        @Override
        public void failed(Throwable cause) {
            callback.failed(cause);
        }

        private void write(WireAnswer answer, Callback then) {
            if (answer.breaksConnection()) {
                LOG.error("A body with status {} breaks the connection", answer.status());
                request.getConnectionMetaData().getConnection().getEndPoint().close();
                then.failed(new IllegalStateException("A body where HTTP allows none"));
                return;
            }
            response.setStatus(answer.status());
            answer.headers().forEach(response.getHeaders()::put);
            if (answer.tellsLength()) {
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
            }
            response.write(true, ByteBuffer.wrap(answer.body()), then);
        }
    }
}
