package no.altinn.local.maskinporten;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import no.altinn.local.web.Answers;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.JsonObject;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

/** Registers clients and their keys, as Digdir's self-service does, for anyone. Thread-safe. */
final class ClientEndpoints {
    private final Clients clients;

    ClientEndpoints(Clients clients) {
        this.clients = clients;
    }

    /** 201 with the new client. */
    Answer register(Request request) {
        RegisteredClient client =
                clients.register(ClientMetadata.read(JsonObject.read(request.body())));
        return Answer.of(201, MediaType.JSON, client.toJson().toString());
    }

    /** 200 with every client in a list. */
    Answer list(Request request) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        clients.all().forEach(client -> list.add(client.toJson()));
        return Answers.json(list.toString());
    }

    /** 200 with one client. */
    Answer get(Request request, String id) {
        return Answers.json(find(id).toJson().toString());
    }

    /** 204; the client gets no more tokens. */
    Answer delete(Request request, String id) {
        clients.remove(find(id));
        return Answer.empty(204);
    }

    /** 200 with the client's keys. */
    Answer getKeys(Request request, String id) {
        return Answers.json(ClientKeys.toJson(find(id).keys()).toString());
    }

    /** 201 with the client's keys, which replace those that it had. */
    Answer replaceKeys(Request request, String id) {
        RegisteredClient client = find(id);
        clients.replaceKeys(client, ClientKeys.read(json(request.body())));
        return Answer.of(201, MediaType.JSON, ClientKeys.toJson(find(id).keys()).toString());
    }

    private RegisteredClient find(String id) {
        return clients.find(id).orElseThrow(() -> Problem.of(404, "There is no such client."));
    }

    private static JsonNode json(String body) {
        try {
            return Json.parse(body);
        } catch (MalformedJson e) {
            throw Problem.badBody("The body is not valid JSON: " + e.getMessage());
        }
    }
}
