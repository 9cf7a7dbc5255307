package no.altinn.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.json.Json;
import no.altinn.testing.openapi.Operation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Sends the examples of operations as they stand in the documents. Where an example names what only
 * an earlier request can have made, such as a message that is not sent in, that request is sent
 * first, and its answer gives the name.
 */
final class RestExamples {
    private static final String USERS = "11111111-1111-1111-1111-111111111111";
    private static final String OWNERS = "22222222-2222-2222-2222-222222222222";
    private static final String ORGANISATION = "55555555-5555-5555-5555-555555555555";
    private static final String JSON = "application/json";

    /** A message that no platform has from the start. */
    private static final String DRAFT = "a10";

    private final Platform platform;
    private final RestDocumentation documents;
    private final String cookie;
    private final Map<String, Supplier<String>> ids = new HashMap<>();

    RestExamples(Platform platform, RestDocumentation documents) {
        this.platform = platform;
        this.documents = documents;
        this.cookie = RestClient.ofUsers(platform).logIn("ola", "Passord-A1");
        ids.put("getSigningText", () -> made("submitMessage", "sign=true", "sign=false"));
        ids.put("getCustomMessageData", this::letterWithData);
        ids.put("replaceRoleDefinition", () -> made("addRoleDefinition", "", ""));
        ids.put("deleteRoleDefinition", () -> made("addRoleDefinition", "", ""));
        ids.put("deleteRole", this::ownRole);
        ids.put("withdrawRight", this::givenRight);
        ids.put("withdrawOnBehalf", () -> made("delegateOnBehalf", "", ""));
        ids.put("getApplication", () -> made("enterApplication", "", ""));
        ids.put("removeApplication", () -> made("enterApplication", "", ""));
        ids.put("getSrrRight", this::rule);
        ids.put("replaceSrrRight", this::rule);
        ids.put("deleteSrrRight", this::rule);
    }

    /** Sends the example of an operation in a representation. */
    Reply send(Operation operation, String accept) {
        if (operation.id().startsWith("withdraw") && !operation.id().equals("withdrawOnBehalf")) {
            send(named("delegate"), JSON);
        }
        return send(operation, accept, "", "");
    }

    private Operation named(String id) {
        return documents
                .operations()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Reply send(Operation operation, String accept, String query, String otherQuery) {
        String address = address(operation).replace(query, otherQuery);
        Call call = login(operation, platform.call(operation.method(), "api" + address));
        return body(operation, call.header("Accept", accept)).send();
    }

    private String address(Operation operation) {
        String path = operation.path();
        for (JsonNode parameter : in(operation, "path")) {
            String name = parameter.get("name").asText();
            path = path.replace("{" + name + "}", value(operation, name, parameter));
        }
        String query =
                in(operation, "query").stream()
                        .map(each -> each.get("name").asText() + "=" + encoded(each.get("example")))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static List<JsonNode> in(Operation operation, String place) {
        return operation.parameters().stream()
                .filter(each -> each.get("in").asText().equals(place) && each.has("example"))
                .toList();
    }

    private static String encoded(JsonNode example) {
        return URLEncoder.encode(example.asText(), StandardCharsets.UTF_8);
    }

    private String value(Operation operation, String name, JsonNode parameter) {
        String example = parameter.get("example").asText();
        if (name.equals("id") && ids.containsKey(operation.id().replace("InMessagebox", ""))) {
            return ids.get(operation.id().replace("InMessagebox", "")).get();
        }
        if (operation.id().equals("rotateSecret")) {
            // The user of the example is made by another example, and perhaps not yet.
            return "system310";
        }
        if (name.equals("ref")) {
            return made("sendFile", "", "");
        }
        return example.equals(DRAFT) ? draft() : example;
    }

    private Call login(Operation operation, Call call) {
        return switch (operation.node().path("x-login").asText()) {
            case "user" -> call.header("ApiKey", USERS).header("Cookie", cookie);
            case "organisation" ->
                    call.header("ApiKey", ORGANISATION)
                            .bearer(
                                    token(
                                            "310000001",
                                            "altinn:enterpriseusers.read"
                                                    + " altinn:enterpriseusers.write"));
            case "service_owner" ->
                    call.header("ApiKey", OWNERS).bearer(token("991825827", "altinn:serviceowner"));
            case "platform" -> call.platformAccess(platform.tokens().platform());
            default -> call.header("ApiKey", USERS);
        };
    }

    /** A token of Maskinporten as it is. */
    private String token(String organisation, String scope) {
        Instant now = Instant.now();
        ObjectNode claims =
                Json.object()
                        .put("iss", platform.base() + "maskinporten/")
                        .put("scope", scope)
                        .put("client_id", "client")
                        .put("iat", now.getEpochSecond())
                        .put("exp", now.plus(Duration.ofMinutes(2)).getEpochSecond());
        claims.putObject("consumer")
                .put("authority", "iso6523-actorid-upis")
                .put("ID", "0192:" + organisation);
        return platform.keys().maskinporten().sign(claims);
    }

    private static Call body(Operation operation, Call call) {
        JsonNode content = operation.node().path("requestBody").path("content");
        if (content.isMissingNode()) {
            return call;
        }
        String type = content.has(JSON) ? JSON : content.fieldNames().next();
        JsonNode example = content.get(type).get("example");
        return call.body(type, type.equals(JSON) ? example.toString() : example.asText());
    }

    /** What another example has made: the end of its {@code Location}. */
    private String made(String operation, String query, String otherQuery) {
        return end(send(named(operation), JSON, query, otherQuery));
    }

    private static String end(Reply reply) {
        return reply.header("Location")
                .orElseThrow(() -> new AssertionError("Nothing was made: " + reply))
                .replaceFirst(".*/", "");
    }

    /** A message at Utfylling, with two forms and an attachment. */
    private String draft() {
        String id = made("submitMessage", "complete=true", "complete=false");
        JsonNode form =
                named("addForm").node().at("/requestBody/content").path(JSON).path("example");
        login(named("addForm"), platform.call("POST", "api/my/messages/" + id + "/forms"))
                .json(form.toString())
                .send();
        return id;
    }

    private String letterWithData() {
        Operation send = named("sendLetter");
        ObjectNode letter =
                send.node().at("/requestBody/content").path(JSON).path("example").deepCopy();
        letter.put("CustomMessageData", "{\"plass\":12}");
        return end(
                login(send, platform.call("POST", "api/serviceowner/correspondences"))
                        .json(letter.toString())
                        .send());
    }

    private String ownRole() {
        for (JsonNode role : send(named("getRoles"), JSON).json()) {
            if (role.has("RoleId")) {
                return role.get("RoleId").asText();
            }
        }
        throw new AssertionError("The user has no role that was given");
    }

    private String givenRight() {
        return send(named("getDelegatedRights"), JSON).json().path(0).path("RightID").asText();
    }

    private String rule() {
        return send(named("addSrrRights"), JSON).json().path(0).path("Id").asText();
    }
}
