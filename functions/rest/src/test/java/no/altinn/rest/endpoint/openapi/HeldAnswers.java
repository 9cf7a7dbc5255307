package no.altinn.rest.endpoint.openapi;

import no.altinn.platform.http.Request;
import no.altinn.rest.door.Answered;
import no.altinn.rest.door.Content;
import no.altinn.testing.openapi.DocumentedAnswer;
import no.altinn.testing.openapi.Operation;
import no.altinn.testing.openapi.RealAnswer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds answers against the documents, and keeps which of the documented ones were given. */
final class HeldAnswers {
    /** Stands for what is no text. */
    private static final String BYTES = "bytes";

    private final RestDocuments documents;
    private final Set<String> faults = new LinkedHashSet<>();
    private final Set<DocumentedAnswer> given = new TreeSet<>();

    HeldAnswers(RestDocuments documents) {
        this.documents = documents;
    }

    void note(Request request, Answered answered) {
        if (answered.route().equals("-") || isForTheFront(answered)) {
            // Of no route: nothing is there, or it has other methods. Or for no client.
            return;
        }
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        Optional<Operation> operation = documents.of(method, answered.route());
        if (operation.isEmpty()) {
            faults.add(method + " " + answered.route() + " is not documented");
            return;
        }
        try {
            given.add(operation.get().hold(real(answered)));
        } catch (AssertionError e) {
            faults.add(e.getMessage());
        }
    }

    private static boolean isForTheFront(Answered answered) {
        return answered.reply().headers().containsKey("X-Transfer-To");
    }

    private static RealAnswer real(Answered answered) {
        Map<String, List<String>> headers = new TreeMap<>();
        answered.reply().headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return RestAnswers.real(
                answered.route(), answered.reply().status(), headers, body(answered));
    }

    private static String body(Answered answered) {
        Content content = answered.reply().content();
        if (content instanceof Content.Written written) {
            return written.text();
        }
        return content instanceof Content.None ? "" : BYTES;
    }

    /** What was answered otherwise than documented. */
    Set<String> faults() {
        return faults;
    }

    /** Which documented answers were given. */
    Set<DocumentedAnswer> given() {
        return given;
    }
}
