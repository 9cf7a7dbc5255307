package no.altinn.rest.door;

import no.altinn.platform.http.PercentEncoding;
import no.altinn.platform.http.Request;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Callers;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.representation.Format;
import no.altinn.rest.representation.Negotiation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        List<String> path = path();
        root = path.isEmpty() ? "" : path.get(0).toLowerCase(Locale.ROOT);
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
            return Renderer.render(Reply.redirect(loginAddress()), format);
        }
        requireCaller(match, caller);
        Optional<Reportee> reportee = reportee(match, caller);
        RequestBody body = new RequestBody(request, match.route().maxBody(), place);
        if (!Keys.isRead(request.method())) {
            body.checkLength();
        }
        boolean isQuiet =
                request.method().equals("HEAD")
                        || (match.route().key().isPresent() && !shown.wasSent());
        Visitor visitor = new Visitor(caller, reportee, body);
        requireState(path, visitor);
        Reply reply = match.route().endpoint().answer(visitor.at(request, match.values(), isQuiet));
        return tagged(Renderer.render(reply, format));
    }

    /** What is known of who comes, whichever endpoint is asked. */
    private final class Visitor {
        private final Caller caller;
        private final Optional<Reportee> reportee;
        private final RequestBody body;

        Visitor(Caller caller, Optional<Reportee> reportee, RequestBody body) {
            this.caller = caller;
            this.reportee = reportee;
            this.body = body;
        }

        Visit at(Request asked, Map<String, String> values, boolean isQuiet) {
            return new OpenVisit(
                    asked,
                    asked.query(),
                    values,
                    format,
                    caller,
                    reportee,
                    shown,
                    isQuiet,
                    door.base,
                    door.profiles,
                    body);
        }
    }

    /** The segments below {@code api/}, decoded. */
    private List<String> path() {
        return belowApi().stream()
                .map(
                        segment ->
                                PercentEncoding.decode(segment)
                                        .orElseThrow(
                                                () ->
                                                        RestError.badRequest(
                                                                "The path is no encoded UTF-8")))
                .toList();
    }

    /** The segments as they were sent; what stands before {@code api} is a gateway's. */
    private List<String> belowApi() {
        List<String> segments = Template.split(request.uri().getRawPath());
        int api = 0;
        while (api < segments.size() && !segments.get(api).equalsIgnoreCase("api")) {
            api++;
        }
        if (api == segments.size()) {
            throw RestError.notFound();
        }
        return segments.subList(api + 1, segments.size());
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

    private String loginAddress() {
        String query = request.uri().getRawQuery();
        String asked =
                door.base + "/" + String.join("/", belowApi()) + (query == null ? "" : "?" + query);
        return door.base
                + "/authentication/login?returnUrl="
                + URLEncoder.encode(asked, StandardCharsets.UTF_8);
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
                state.get().route().endpoint().answer(visitor.at(look, state.get().values(), true));
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
        Map<String, String> headers = new LinkedHashMap<>(announced);
        headers.put("Vary", "Accept, Origin");
        headers.put("Cache-Control", caching(reply.status()));
        // Answers quote what others sent: no browser may take one for a page.
        headers.put("X-Content-Type-Options", "nosniff");
        headers.putAll(reply.headers());
        return new Answered(
                new Reply(reply.status(), reply.phrase(), headers, reply.content()),
                route,
                shown.knownId());
    }

    private String caching(int status) {
        return switch (root) {
            case "metadata" ->
                    status == 200 || status == 304 ? "public, max-age=300" : "private, no-cache";
            case "authentication", "private" -> "no-store";
            default -> "private, no-cache";
        };
    }

    @Override
    public void close() {
        place.close();
    }
}
