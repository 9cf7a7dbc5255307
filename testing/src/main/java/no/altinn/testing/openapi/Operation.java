package no.altinn.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import no.altinn.testing.json.Json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An operation of an OpenAPI document. Immutable. */
public final class Operation {
    /** Headers of the transfer, of the host and of every answer alike. */
    private static final Set<String> UNDOCUMENTED =
            Set.of(
                    "connection",
                    "content-length",
                    "content-type",
                    "date",
                    "server",
                    "transfer-encoding",
                    "x-content-type-options");

    private static final String NAME = "\\{[^/]+\\}";

    /** That an answer has no body, or an older one, for who does not ask for problem details. */
    private static final String ON_REQUEST = "x-problem-on-request";

    /** Any media type. */
    private static final String ANY = "*/*";

    private static final String PROBLEM = "application/problem+json";

    private final String method;
    private final String path;
    private final Part part;
    private final Schemas schemas;
    private final Map<String, BodyForm> forms;

    Operation(String method, String path, Part part, Schemas schemas, Map<String, BodyForm> forms) {
        this.method = method;
        this.path = path;
        this.part = part;
        this.schemas = schemas;
        this.forms = forms;
    }

    public String id() {
        return part.child("operationId").text();
    }

    /** The method in upper case. */
    public String method() {
        return method;
    }

    /** The template of the path, below the server's address. */
    public String path() {
        return path;
    }

    /** The operation as it is written. */
    public JsonNode node() {
        return part.node();
    }

    /** The parameters of the operation and of its path, wherever they are written. */
    public List<JsonNode> parameters() {
        Part shared = new Part(part.root(), part.pointer().replaceFirst("/[^/]+$", ""));
        return Stream.of(part, shared)
                .flatMap(each -> each.child("parameters").items().stream())
                .map(Part::node)
                .toList();
    }

    /** How many segments of the path are fixed: who has more of them is asked first. */
    int texts() {
        return (int) Arrays.stream(path.split("/")).filter(text -> !text.matches(NAME)).count();
    }

    /**
     * Whether a path is of the operation's.
     *
     * @param segments below the server's address, as they were sent
     */
    boolean isAt(List<String> segments) {
        List<String> template = List.of(path.substring(1).split("/"));
        if (segments.size() != template.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            boolean isName = template.get(i).matches(NAME);
            if (!isName && !template.get(i).equalsIgnoreCase(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Every answer that the document names. */
    public Set<DocumentedAnswer> answers() {
        Set<DocumentedAnswer> answers = new TreeSet<>();
        Part responses = part.child("responses");
        for (String status : responses.names()) {
            Part response = responses.child(status);
            response.child("content").names().forEach(type -> answers.add(answer(status, type)));
            if (!response.child("content").isThere() || isOnRequest(response)) {
                answers.add(answer(status, ""));
            }
        }
        return answers;
    }

    private DocumentedAnswer answer(String status, String mediaType) {
        return new DocumentedAnswer(id(), Integer.parseInt(status), mediaType);
    }

    private static boolean isOnRequest(Part response) {
        return response.child(ON_REQUEST).node().asBoolean();
    }

    /**
     * Holds an answer against the document: its status, its media type, its headers and its body.
     *
     * @return which of the documented answers it is
     * @throws AssertionError if it is none, saying why
     */
    public DocumentedAnswer hold(RealAnswer answer) {
        Part response = part.child("responses").child(Integer.toString(answer.status()));
        List<String> faults = new ArrayList<>();
        if (response.isThere()) {
            checkHeaders(response.child("headers"), answer, faults);
            checkBody(response, answer, faults);
        } else {
            faults.add("the status is not documented");
        }
        if (!faults.isEmpty()) {
            throw new AssertionError("%s: %s: %s".formatted(id(), faults, answer));
        }
        String type = answer.body().isEmpty() ? "" : answer.mediaType();
        boolean isNamed = type.isEmpty() || response.child("content").child(type).isThere();
        return new DocumentedAnswer(id(), answer.status(), isNamed ? type : ANY);
    }

    private void checkHeaders(Part documented, RealAnswer answer, List<String> faults) {
        for (String name : documented.names()) {
            Part header = documented.child(name);
            if (answer.headers().containsKey(name)) {
                schemas.faults(header.child("schema"), TextNode.valueOf(answer.header(name)))
                        .forEach(fault -> faults.add("header " + name + " " + fault));
            } else if (header.child("required").node().asBoolean()) {
                faults.add("header " + name + " is missing");
            }
        }
        answer.headers().keySet().stream()
                .filter(name -> !UNDOCUMENTED.contains(name.toLowerCase(Locale.ROOT)))
                .filter(name -> documented.names().stream().noneMatch(name::equalsIgnoreCase))
                .forEach(name -> faults.add("header " + name + " is not documented"));
    }

    private void checkBody(Part response, RealAnswer answer, List<String> faults) {
        Part content = response.child("content");
        boolean isOnRequest = isOnRequest(response);
        if (answer.body().isEmpty()) {
            if (content.isThere() && (!isOnRequest || answer.asksForProblems())) {
                faults.add("the body is missing");
            }
            return;
        }
        String type = answer.mediaType();
        String range = content.names().contains(type) ? type : ANY;
        if (!content.names().contains(range)) {
            faults.add("the media type " + type + " is not documented");
            return;
        }
        if (isOnRequest && answer.asksForProblems() != type.equals(PROBLEM)) {
            faults.add("problem details come where they are asked for, and nowhere else");
        }
        if (!answer.header("Content-Type").matches("(?i)[^;]+(; *charset=utf-8)?")) {
            faults.add("the media type has odd parameters: " + answer.header("Content-Type"));
        }
        Part schema = content.child(range).child("schema");
        try {
            faults.addAll(schemas.faults(schema, read(type, answer.body(), schema)));
        } catch (IllegalArgumentException e) {
            faults.add(e.getMessage());
        }
    }

    private JsonNode read(String type, String body, Part schema) {
        if (type.endsWith("json")) {
            return Json.parse(body);
        }
        return forms.containsKey(type)
                ? forms.get(type).read(body, schema)
                : TextNode.valueOf(body);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
