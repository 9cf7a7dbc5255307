package no.altinn.acceptance.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of the API and of the logins. Thread-safe: one request is answered at a time. */
final class StubRoutes {
    private static final String API = "/events/api/v1/subscriptions";
    private static final Pattern BELOW = Pattern.compile(API + "/(\\d+)(?:/(.*))?");

    private final URI base;
    private final CannedApi api;
    private final Map<String, Answer> refusals = new ConcurrentHashMap<>();

    StubRoutes(URI base, CannedApi api) {
        this.base = base;
        this.api = api;
    }

    /** Answers a method and path so from now on. */
    void refuse(String methodAndPath, int status, String json) {
        refusals.put(methodAndPath, Answer.of(status, MediaType.JSON, json));
    }

    /** Answers it as ever from now on. */
    void allow(String methodAndPath) {
        refusals.remove(methodAndPath);
    }

    /** Lets a job have examined so many events. */
    synchronized void progress(String job, int examined) {
        api.jobOf(job).put("examined", examined);
    }

    synchronized void unsubscribeAll() {
        api.unsubscribeAll();
    }

    synchronized Answer answer(Request request) {
        String path = request.uri().getPath();
        Answer refusal = refusals.get(request.method() + " " + path);
        if (refusal != null) {
            return refusal;
        }
        if (!path.startsWith("/events/")) {
            return login(request, path);
        }
        if (path.equals(API)) {
            return request.method().equals("POST")
                    ? json(201, api.add(Json.parse(request.body())))
                    : json(200, api.list());
        }
        Matcher below = BELOW.matcher(path);
        if (!below.matches() || api.subscription(Integer.parseInt(below.group(1))) == null) {
            return Answer.empty(404);
        }
        return below(
                request,
                Integer.parseInt(below.group(1)),
                Optional.ofNullable(below.group(2)).orElse(""));
    }

    private Answer below(Request request, int id, String rest) {
        ObjectNode one = api.subscription(id);
        String[] parts = rest.split("/", -1);
        return switch (request.method() + " " + parts[0]) {
            case "GET " -> json(200, one);
            case "DELETE " -> {
                api.remove(id);
                yield Answer.empty(200);
            }
            case "GET statistics" ->
                    json(
                            200,
                            api.statistics(
                                    id,
                                    request.query()
                                            .first("hours")
                                            .map(Integer::parseInt)
                                            .orElse(24)));
            case "POST pause" -> json(200, one.put("state", "paused").put("reason", "owner"));
            case "POST resume" -> json(200, one.put("state", "active"));
            case "PUT rate" -> json(200, one.setAll((ObjectNode) Json.parse(request.body())));
            case "POST test" -> json(200, api.test());
            case "GET secret" -> json(200, api.secret());
            case "POST secret" -> json(200, api.rotate(Json.parse(request.body())));
            case "GET jobs" -> json(200, api.jobs());
            case "DELETE jobs" -> json(200, api.jobOf(parts[1]).put("status", "cancelled"));
            case "POST retry", "POST replay" -> json(202, api.begin(parts[0]));
            case "DELETE responses" -> json(202, api.begin("redact"));
            default -> parts[0].equals("deliveries") ? deliveries(request, parts) : notFound();
        };
    }

    private Answer deliveries(Request request, String[] parts) {
        if (parts.length == 1) {
            String status = request.query().first("status").orElse("");
            boolean isSecond = request.query().first("after").isPresent();
            Answer answer = json(200, api.deliveries().list(status, isSecond));
            return status.isEmpty() && !isSecond
                    // The address is the platform's own; the portal may be open under another.
                    ? answer.with("next", "https://platform.example/x?after=~2&size=25")
                    : answer;
        }
        ObjectNode one = api.deliveries().find(parts[1]);
        if (one == null) {
            return notFound();
        }
        if (request.method().equals("POST")) {
            return one.path("status").asText().equals("held")
                    ? problem(409, "The delivery is waiting for its attempt already.")
                    : json(202, one.put("status", "due"));
        }
        if (request.method().equals("DELETE")) {
            one.withArray("attempts").forEach(attempt -> ((ObjectNode) attempt).remove("response"));
        }
        return json(200, one);
    }

    private Answer login(Request request, String path) {
        return switch (path) {
            case "/docs/test-callers.json" -> json(200, callers());
            case "/api/GetEnterpriseToken" -> Answer.text(200, PortalStub.TOKEN);
            case "/idporten/.well-known/openid-configuration" ->
                    json(
                            200,
                            Json.object()
                                    .put("authorization_endpoint", base + "idporten/authorize")
                                    .put("token_endpoint", base + "idporten/token"));
            case "/idporten/authorize" -> back(request);
            case "/idporten/token" ->
                    json(200, Json.object().put("access_token", PortalStub.token("{}")));
            case "/authentication/api/v1/exchange/id-porten", "/authentication/api/v1/refresh" ->
                    Answer.text(
                            200,
                            PortalStub.token(
                                    "{\"urn:altinn:userid\":20000001,\"exp\":4102444800}"));
            default -> Answer.empty(404);
        };
    }

    private Answer back(Request request) {
        String state = request.query().first("state").orElseThrow();
        return Answer.empty(302)
                .with(
                        "Location",
                        base
                                + "events/portal?code=the-code&state="
                                + state
                                + "&iss="
                                + base
                                + "idporten");
    }

    private static JsonNode callers() {
        ObjectNode callers = Json.object();
        callers.putArray("callers")
                .addObject()
                .put("name", "ttd")
                .put("header", "Authorization")
                .put("consumer", "/org/ttd")
                .put("token", "/api/GetEnterpriseToken?env=local&org=ttd");
        return callers;
    }

    static Answer json(int status, JsonNode json) {
        return Answer.of(status, MediaType.JSON, json.toString());
    }

    private static Answer notFound() {
        return Answer.empty(404);
    }

    private static Answer problem(int status, String detail) {
        return Answer.of(
                status,
                MediaType.PROBLEM,
                Json.object().put("status", status).put("detail", detail).toString());
    }
}
