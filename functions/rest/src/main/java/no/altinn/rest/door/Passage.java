package no.altinn.rest.door;

import no.altinn.platform.http.Request;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Callers;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.representation.Format;
import no.altinn.rest.representation.Negotiation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One request on its way through the door. For one thread. */
final class Passage implements AutoCloseable {
    private final Door door;
    private final Request request;
    private final Format format;
    private final boolean isBrowser;
    private final LargeBodies.Place place;
    private final Keys.Shown shown;
    private final Map<String, String> announced = new LinkedHashMap<>();
    private String route = "-";
    private String root = "";

    Passage(Door door, Request request) {
        this.door = door;
        this.request = request;
        String accept = request.header("Accept").orElse("");
        this.format = Negotiation.of(accept);
        this.isBrowser = Negotiation.isBrowser(accept);
        this.place = door.largeBodies.place();
        this.shown = door.keys.shown(request);
    }

    String route() {
        return route;
    }

    /**
     * What the endpoint answers, after every check before it.
     *
     * @throws RuntimeException if the request is refused
     */
    Reply reply() {
        if (Cors.isPreflight(request)) {
            return Renderer.render(door.cors.preflight(request), format);
        }
        Gone.refuse(request);
        Address address = Address.of(request.uri());
        List<String> path = address.path();
        root = address.root();
        announced.putAll(door.cors.headers(request, shown));
        Gone.refuse(path);
        if (request.method().equals("OPTIONS")) {
            return options(path);
        }
        Router.Match match = door.router.match(request.method(), path);
        route = match.template().toString();
        Keys.require(match.route(), request, shown);
        refuseForeignWrite();
        Caller caller = caller(match.route());
        if (mustLogIn(match, caller)) {
            return Renderer.render(Reply.redirect(address.login(door.base)), format);
        }
        requireCaller(match, caller);
        Optional<Reportee> reportee = reportee(match, caller);
        RequestBody body = new RequestBody(request, match.route().maxBody(), place);
        Handler handler = match.route().handler();
        // A file is measured by what the front says of it.
        if (!Keys.isRead(request.method()) && handler instanceof Endpoint) {
            body.checkLength();
        }
        boolean isQuiet =
                request.method().equals("HEAD")
                        || (match.route().key().isPresent() && !shown.wasSent());
        Visitor visitor = new Visitor(caller, reportee, body);
        requireState(path, visitor);
        Reply reply = answer(handler, visit(visitor, request, match.values(), isQuiet));
        return tagged(Renderer.render(reply, format));
    }

    private Reply answer(Handler handler, Visit visit) {
        if (handler instanceof Receiving receiving) {
            return door.uploads.answer(receiving, visit);
        }
        return door.downloads.completed(((Endpoint) handler).answer(visit));
    }

    /** What is known of who comes, whichever endpoint is asked. */
    private record Visitor(Caller caller, Optional<Reportee> reportee, RequestBody body) {}

    private Visit visit(
            Visitor visitor, Request asked, Map<String, String> values, boolean isQuiet) {
        return new OpenVisit(
                asked,
                asked.query(),
                values,
                format,
                visitor.caller(),
                visitor.reportee(),
                shown,
                isQuiet,
                door.base,
                door.profiles,
                visitor.body());
    }

    private Reply options(List<String> path) {
        Set<String> methods = door.router.methods(path);
        if (methods.isEmpty()) {
            throw RestError.notFound();
        }
        return Reply.done().with("Allow", String.join(", ", methods));
    }

    private void refuseForeignWrite() {
        boolean isForeign = request.header("Origin").isPresent() && announced.isEmpty();
        if (isForeign && !Keys.isRead(request.method())) {
            throw RestError.forbidden("The origin is not allowed");
        }
    }

    private Caller caller(Route asked) {
        if (asked.needs() == Needs.PLATFORM) {
            door.platform.require(request);
            return new Caller.Nobody();
        }
        if (asked.needs() == Needs.NOTHING) {
            return new Caller.Nobody();
        }
        Callers.Login login = door.callers.of(request);
        login.setCookie().ifPresent(cookie -> announced.put("Set-Cookie", cookie));
        return login.caller();
    }

    private boolean mustLogIn(Router.Match match, Caller caller) {
        return caller instanceof Caller.Nobody
                && isBrowser
                && request.method().equals("GET")
                && isForUsers(match);
    }

    private static boolean isForUsers(Router.Match match) {
        return match.route().needs() == Needs.USER || match.template().namesReportee();
    }

    private static void requireCaller(Router.Match match, Caller caller) {
        Login.require(isForUsers(match) ? Needs.USER : match.route().needs(), caller);
        Login.requireScope(match.route().scopes(), caller);
    }

    private Optional<Reportee> reportee(Router.Match match, Caller caller) {
        return match.template().namesReportee()
                ? Optional.of(door.who.of(Login.user(caller), match.values().get(Template.WHO)))
                : Optional.empty();
    }

    /**
     * Where a write is to be made on a known state only: compares the tags of what a {@code GET}
     * gives now. An address such as {@code …/archive} is about the one above it.
     */
    private void requireState(List<String> path, Visitor visitor) {
        Optional<String> wanted = request.header("If-Match");
        if (!Conditions.isConditional(request.method(), wanted)) {
            return;
        }
        Optional<Router.Match> state = door.router.find("GET", path);
        if (state.isEmpty() && path.size() > 1) {
            state = door.router.find("GET", path.subList(0, path.size() - 1));
        }
        if (state.isEmpty()) {
            throw RestError.of(412, "There is no state to compare If-Match with");
        }
        Request look = new Request("GET", request.uri(), request.headers(), "");
        Reply current =
                answer(
                        state.get().route().handler(),
                        visit(visitor, look, state.get().values(), true));
        Conditions.require(wanted.orElse(""), current);
    }

    private Reply tagged(Reply rendered) {
        return Keys.isRead(request.method()) && rendered.status() == 200
                ? Conditions.tagged(rendered, request.header("If-None-Match"))
                : rendered;
    }

    Reply refusal(RestError error) {
        Reply refusal = Renderer.render(error, format);
        return error.status() == 401 && !refusal.headers().containsKey("WWW-Authenticate")
                ? refusal.with("WWW-Authenticate", "Bearer")
                : refusal;
    }

    /** The reply with the headers that every answer has. */
    Answered answered(Reply reply) {
        // An endpoint may spell the name of a header in another case.
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(announced);
        headers.put("Vary", "Accept, Origin");
        headers.put("Cache-Control", CacheControl.of(root, reply.status()));
        // Answers quote what others sent: no browser may take one for a page.
        headers.put("X-Content-Type-Options", "nosniff");
        headers.putAll(reply.headers());
        return new Answered(
                new Reply(reply.status(), reply.phrase(), headers, reply.content()),
                route,
                shown.knownId());
    }

    @Override
    public void close() {
        place.close();
    }
}
