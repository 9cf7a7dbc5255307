package no.altinn.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.dialect.Dialects;

import no.altinn.testing.json.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An AsyncAPI 3 document that real messages are held against. Thread-safe. */
public final class MessageDocument {
    private final Part document;
    private final Schemas schemas;

    private MessageDocument(JsonNode root) {
        this.document = Part.of(root);
        this.schemas = new Schemas(root, Dialects.getDraft7());
    }

    /** Reads a document of JSON. */
    public static MessageDocument of(String json) {
        return new MessageDocument(Json.parse(json));
    }

    /** The document as it is written. */
    public JsonNode root() {
        return document.root();
    }

    /**
     * What of a message is not as the document says of an operation's only message.
     *
     * @param headers by their names in lower case
     */
    public List<String> faults(String operation, Map<String, String> headers, JsonNode payload) {
        ObjectNode named = Json.object();
        headers.forEach(named::put);
        return faults(message(operation), named, payload);
    }

    /** What of a message's body is not as the document says of an operation's only message. */
    public List<String> faultsOfPayload(String operation, JsonNode payload) {
        return schemas.faults(message(operation).child("payload"), payload);
    }

    private Part message(String operation) {
        return document.child("operations").child(operation).child("messages").child("0");
    }

    private List<String> faults(Part message, JsonNode headers, JsonNode payload) {
        List<String> faults = new ArrayList<>();
        schemas.faults(message.child("headers"), headers)
                .forEach(fault -> faults.add("headers " + fault));
        schemas.faults(message.child("payload"), payload)
                .forEach(fault -> faults.add("payload " + fault));
        return faults;
    }

    /** What of the examples of the messages is not as the schemas say. */
    public List<String> faultsOfExamples() {
        Part messages = document.child("components").child("messages");
        List<String> faults = new ArrayList<>();
        for (String name : messages.names()) {
            Part message = messages.child(name);
            for (Part example : message.child("examples").items()) {
                faults(message, example.child("headers").node(), example.child("payload").node())
                        .forEach(fault -> faults.add(name + ": " + fault));
            }
        }
        return faults;
    }
}
