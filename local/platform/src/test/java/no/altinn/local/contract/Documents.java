package no.altinn.local.contract;

import no.altinn.authentication.app.AuthenticationApp;
import no.altinn.events.app.EventsApp;
import no.altinn.platform.http.Accept;
import no.altinn.platform.http.MediaType;
import no.altinn.testing.openapi.ApiDocument;
import no.altinn.testing.openapi.DocumentedAnswer;
import no.altinn.testing.openapi.Operation;
import no.altinn.testing.openapi.RealAnswer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The apps' own documents, which every answer to a {@link Call} is held against. */
final class Documents {
    static final ApiDocument EVENTS = read(EventsApp.class, "/no/altinn/events/help/openapi.json");
    static final ApiDocument AUTHENTICATION =
            read(AuthenticationApp.class, "/no/altinn/authentication/help/openapi.json");

    /** What the server itself answers to a request that is too long to be handed to any app. */
    private static final int HEAD_TOO_LARGE = 431;

    /** Half a character, which Jackson refuses to read in a member's name. */
    private static final Pattern LONE_SURROGATE =
            Pattern.compile("\\\\u[dD][89a-fA-F][0-9a-fA-F]{2}");

    private Documents() {}

    private static ApiDocument read(Class<?> app, String name) {
        try (InputStream document = app.getResourceAsStream(name)) {
            return ApiDocument.of(new String(document.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ApiDocument> all() {
        return List.of(EVENTS, AUTHENTICATION);
    }

    /** Every operation of every document. */
    static Stream<Operation> operations() {
        return all().stream().flatMap(document -> document.operations().stream());
    }

    /**
     * Holds an answer against the document of its operation.
     *
     * @return which of the documented answers it is; empty for paths and methods of no document,
     *     and for what no app was asked
     * @throws AssertionError if it is none of those of its operation
     */
    static Optional<DocumentedAnswer> hold(Call call, Reply reply) {
        if (reply.status() == HEAD_TOO_LARGE) {
            return Optional.empty();
        }
        return all().stream()
                .flatMap(each -> each.find(call.method(), call.uri().getRawPath()).stream())
                .findFirst()
                .map(operation -> operation.hold(real(call, reply)));
    }

    private static RealAnswer real(Call call, Reply reply) {
        boolean asksForProblems =
                call.headers().entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase("Accept"))
                        .anyMatch(
                                header -> Accept.parse(header.getValue()).names(MediaType.PROBLEM));
        String body = LONE_SURROGATE.matcher(reply.body()).replaceAll("?");
        return new RealAnswer(asksForProblems, reply.status(), reply.headers().map(), body);
    }
}
