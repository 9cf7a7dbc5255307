package no.altinn.local.webhooks;

import no.altinn.local.web.Answers;
import no.altinn.local.web.BoundedBody;
import no.altinn.local.web.HeaderMap;
import no.altinn.local.web.OwnPages;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Receives webhooks under {@code /webhooks/{name}} and keeps the last 1 000 of each name. GET lists
 * them, as a page for a browser; DELETE forgets them; every other method delivers. PUT on {@code
 * …/behaviour} makes the next ones fail or wait, and GET tells how they are answered. A delayed
 * answer holds no thread. Thread-safe.
 */
public final class WebhookReceiver extends Handler.Abstract {
    private final Inboxes inboxes = new Inboxes();
    private final Clock clock;

    /**
     * @param clock tells when a request was received
     */
    public WebhookReceiver(Clock clock) {
        this.clock = clock;
    }

    /** Serves {@code GET /local/inboxes} and {@code /local/inboxes/{name}} for the start page. */
    public Handler desk() {
        return new InboxDesk(inboxes).handler();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        Optional<WebhookRoute> route =
                WebhookRoute.find(request.getMethod(), request.getHttpURI().getPath());
        if (route.isPresent()) {
            take(route.get(), request, response, callback);
        }
        return route.isPresent();
    }

    private void take(WebhookRoute route, Request request, Response response, Callback callback)
            throws IOException {
        switch (route.action()) {
            case OVERVIEW -> overview(response, callback);
            case LIST -> list(route.name(), request, response, callback);
            case FORGET -> forget(route.name(), response, callback);
            case SHOW_BEHAVIOUR -> showBehaviour(route.name(), response, callback);
            case BEHAVE -> behave(route.name(), request, response, callback);
            case EMPTY ->
                    press(
                            route.name(),
                            () -> inboxes.empty(route.name()),
                            request,
                            response,
                            callback);
            case FAIL ->
                    press(
                            route.name(),
                            () -> inboxes.behave(route.name(), Behaviour.FAILING_THREE_TIMES),
                            request,
                            response,
                            callback);
            case RECEIVE -> receive(route.name(), request, response, callback);
        }
    }

    private void overview(Response response, Callback callback) {
        String page = WebhooksPage.render(inboxes.summaries());
        Answers.write(Answers.html(page), response, callback);
    }

    private void list(String name, Request request, Response response, Callback callback)
            throws IOException {
        response.getHeaders().put(HttpHeader.VARY, Browser.VARY);
        if (Browser.wantsPage(request.getHeaders())) {
            String page = InboxPage.render(name, inboxes.requests(name), inboxes.behaviour(name));
            Answers.write(Answers.html(page), response, callback);
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            InboxJson.write(inboxes.requests(name), out);
        }
        callback.succeeded();
    }

    /** A button of the page was pressed; the browser goes back to the page. */
    private static void press(
            String name, Runnable action, Request request, Response response, Callback callback) {
        BoundedBody.read(
                request,
                response,
                callback,
                body -> Answers.write(pressed(name, action, request), response, callback));
    }

    private static Answer pressed(String name, Runnable action, Request request) {
        if (OwnPages.isOfAnotherSite(request.getHeaders())) {
            return Answer.empty(403);
        }
        try {
            action.run();
            return Answer.empty(303).with("Location", "/webhooks/" + name);
        } catch (Problem e) {
            return e.answer();
        }
    }

    private void forget(String name, Response response, Callback callback) {
        inboxes.empty(name);
        Answers.write(Answer.empty(204), response, callback);
    }

    private void showBehaviour(String name, Response response, Callback callback) {
        Answers.write(Answers.json(inboxes.behaviour(name).toJson()), response, callback);
    }

    private void behave(String name, Request request, Response response, Callback callback) {
        BoundedBody.read(
                request,
                response,
                callback,
                body -> Answers.write(behaving(name, body), response, callback));
    }

    private Answer behaving(String name, String body) {
        try {
            Behaviour behaviour = Behaviour.parse(body);
            inboxes.behave(name, behaviour);
            return Answers.json(behaviour.toJson());
        } catch (Problem e) {
            return e.answer();
        }
    }

    private void receive(String name, Request request, Response response, Callback callback) {
        BoundedBody.read(
                request,
                response,
                callback,
                body -> {
                    try {
                        Behaviour behaviour = inboxes.receive(name, received(request, body));
                        answer(behaviour, request, response, callback);
                    } catch (Problem e) {
                        Answers.write(e.answer(), response, callback);
                    }
                });
    }

    private ReceivedRequest received(Request request, String body) {
        return new ReceivedRequest(
                clock.instant(), request.getMethod(), HeaderMap.of(request), body);
    }

    private static void answer(
            Behaviour behaviour, Request request, Response response, Callback callback) {
        Answer answer = behaviour.said().with(behaviour.status());
        if (behaviour.delayMs() == 0) {
            Answers.write(answer, response, callback);
            return;
        }
        // Jetty would end an exchange on which nothing moves for half a minute.
        request.addIdleTimeoutListener(timeout -> false);
        request.getComponents()
                .getScheduler()
                .schedule(
                        () -> Answers.write(answer, response, callback),
                        behaviour.delayMs(),
                        TimeUnit.MILLISECONDS);
    }
}
