package no.altinn.rest.endpoint.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a route knows of itself: who may ask, and what the checks before its endpoint refuse. So
 * nobody has to write it.
 *
 * @param hasBody whether the endpoint reads a body
 */
record Facts(Route route, boolean hasBody) {
    private static final String KEY = "ApiKey";
    private static final String BEARER = "Bearer";
    private static final String ENDUSER = "altinn:enduser";
    private static final String SERVICE_OWNER = "altinn:serviceowner";

    boolean isRead() {
        return route.method().equals("GET");
    }

    private boolean namesReportee() {
        return route.template().contains("{who}");
    }

    private boolean isForUsers() {
        return route.needs() == Needs.USER || namesReportee();
    }

    /** The ways to be let in, any one of which will do; none for a route that is open. */
    ArrayNode security() {
        ArrayNode ways = Json.object().arrayNode();
        if (isForUsers()) {
            scopes().forEach(scope -> way(ways, BEARER, scope));
            way(ways, "Cookie", "");
            return ways;
        }
        switch (route.needs()) {
            case ORGANISATION, SERVICE_OWNER -> {
                scopes().forEach(scope -> way(ways, BEARER, scope));
                way(ways, "Certificate", "");
            }
            case ANYBODY -> {
                way(ways, "", "");
                way(ways, BEARER, "");
                way(ways, "Cookie", "");
            }
            case PLATFORM -> way(ways, "PlatformAccessToken", "");
            case NOTHING, USER -> {
                if (route.key().isPresent()) {
                    way(ways, "", "");
                }
            }
        }
        return ways;
    }

    private void way(ArrayNode ways, String login, String scope) {
        ObjectNode way = ways.addObject();
        if (route.key().isPresent()) {
            way.putArray(KEY);
        }
        if (!login.isEmpty()) {
            ArrayNode needed = way.putArray(login);
            if (!scope.isEmpty()) {
                needed.add(scope);
            }
        }
    }

    /** Any one of which a token needs; a single empty one if any token will do. */
    private Set<String> scopes() {
        if (route.scopes().isEmpty()) {
            return Set.of("");
        }
        Set<String> scopes = new TreeSet<>(route.scopes());
        if (scopes.stream().noneMatch(scope -> scope.startsWith(SERVICE_OWNER))) {
            scopes.add(ENDUSER);
        }
        return scopes;
    }

    /** The most bytes of a body: of the file, where one goes past this app. */
    long mostBytes() {
        return route.mostFileBytes().orElse(route.maxBody());
    }

    /** What the reader is told at the end of a description; empty for nothing. */
    String notes() {
        List<String> notes = new ArrayList<>();
        route.key().ifPresent(key -> notes.add("**Key:** `" + key.grant(isRead()) + "`."));
        if (!route.scopes().isEmpty()) {
            notes.add("**Scope of a token**, any one of: `" + String.join("`, `", scopes()) + "`.");
        }
        if (hasBody) {
            notes.add("**Body:** at most %d bytes.".formatted(mostBytes()));
        }
        return String.join(" ", notes);
    }

    /** The causes of refusals before the endpoint, and of what else the door answers. */
    Map<Integer, List<String>> refusals() {
        Map<Integer, List<String>> all = new TreeMap<>();
        add(all, Answers.BY_THE_SERVER, "The address with its query is over 32 KiB.");
        route.key()
                .ifPresent(
                        key -> {
                            add(all, 400, "There is no key.");
                            add(all, 403, "The key lacks the grant.");
                        });
        logins(all);
        if (namesReportee()) {
            add(all, 403, "The user does not act for `{who}`.");
            add(all, 404, "There is no party `{who}`.");
        }
        if (isRead()) {
            add(all, 304, "The client has this state already: `If-None-Match`.");
        } else {
            writes(all);
        }
        return all;
    }

    private void logins(Map<Integer, List<String>> all) {
        if (isForUsers() && isRead()) {
            add(all, 302, "A browser without a login is led to it.");
        }
        if (isForUsers()) {
            add(
                    all,
                    401,
                    "No user is logged in, the login is no good, or the token lacks the scope.");
            add(all, 403, "An organization calls.");
        } else if (route.needs() == Needs.ORGANISATION || route.needs() == Needs.SERVICE_OWNER) {
            add(
                    all,
                    401,
                    "No organization calls, its login is no good, or the token lacks the scope.");
        } else if (route.needs() == Needs.PLATFORM) {
            add(all, 401, "There is no platform access token that is good.");
        }
        if (route.needs() == Needs.SERVICE_OWNER) {
            add(all, 403, "The organization is no service owner.");
        }
        if (route.needs() != Needs.NOTHING) {
            add(all, 503, "A part of the platform is away.");
        }
    }

    private void writes(Map<Integer, List<String>> all) {
        add(all, 403, "A page of another origin calls.");
        add(all, 413, "The body is over %d bytes.".formatted(mostBytes()));
        if (route.mostFileBytes().isPresent()) {
            add(all, 400, "`Content-MD5` is none, or the file's is another.");
            add(all, 411, "The file came in chunks, without `Content-Length`.");
            add(all, 415, "The file has a `Content-Encoding`.");
        } else if (hasBody) {
            add(all, 400, "The body is missing or broken.");
            add(all, 411, "The body came in chunks, without `Content-Length`.");
            add(all, 415, "The body is of another media type, or has a `Content-Encoding`.");
        }
        if (route.maxBody() > Route.USUAL_BODY) {
            add(all, 503, "Too many large bodies come at once: `Retry-After`.");
        }
        if (Set.of("PUT", "DELETE").contains(route.method())) {
            add(all, 412, "`If-Match` names another state.");
        }
    }

    private static void add(Map<Integer, List<String>> all, int status, String cause) {
        all.computeIfAbsent(status, any -> new ArrayList<>()).add(cause);
    }
}
