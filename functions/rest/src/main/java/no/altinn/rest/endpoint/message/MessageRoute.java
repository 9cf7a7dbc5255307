package no.altinn.rest.endpoint.message;

import no.altinn.rest.door.Category;
import no.altinn.rest.door.Endpoint;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Receiver;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Visit;
import no.altinn.rest.file.ArrivedFile;
import no.altinn.rest.file.Transfers;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes routes below {@code {who}/messages}, and the same below {@code {who}/messagebox}. */
final class MessageRoute {
    /** The most of a body with files in it: 30 MiB. */
    static final int LARGE_BODY = 30 << 20;

    private static final Set<String> LIST =
            Set.of("altinn:enduser", "altinn:instances.meta", "altinn:instances.read");
    private static final Set<String> READ = Set.of("altinn:enduser", "altinn:instances.read");
    private static final Set<String> WRITE = Set.of("altinn:enduser", "altinn:instances.write");

    private static final List<String> NOUNS = List.of("messages", "messagebox");

    private MessageRoute() {}

    /** Answers a request with the addresses of the box in the request's words. */
    @FunctionalInterface
    interface BoxEndpoint {
        Reply answer(Visit visit, MessageAddresses addresses);
    }

    /** Takes files that come with requests to a box. */
    interface BoxReceiver {
        void begin(Visit visit, long length);

        Reply commit(Visit visit, MessageAddresses addresses, ArrivedFile file);
    }

    /** A list of messages, which a scope of its own is enough for. */
    static Stream<Route> list(String path, BoxEndpoint endpoint) {
        return of("GET", path, LIST, endpoint);
    }

    static Stream<Route> get(String path, BoxEndpoint endpoint) {
        return of("GET", path, READ, endpoint);
    }

    static Stream<Route> post(String path, BoxEndpoint endpoint) {
        return of("POST", path, WRITE, endpoint);
    }

    /** A route whose requests bring a file past this app. */
    static Stream<Route> receiving(String path, BoxReceiver receiver) {
        return NOUNS.stream()
                .map(
                        noun ->
                                Route.receiving(
                                        "POST",
                                        "{who}/" + noun + path,
                                        Category.MESSAGE,
                                        Needs.USER,
                                        WRITE,
                                        Transfers.MOST_BYTES,
                                        taking(noun, receiver)));
    }

    private static Receiver taking(String noun, BoxReceiver receiver) {
        return new Receiver() {
            @Override
            public void begin(Visit visit, long length) {
                receiver.begin(visit, length);
            }

            @Override
            public Reply commit(Visit visit, ArrivedFile file) {
                return receiver.commit(visit, MessageAddresses.of(visit, noun), file);
            }
        };
    }

    static Stream<Route> put(String path, BoxEndpoint endpoint) {
        return of("PUT", path, WRITE, endpoint);
    }

    static Stream<Route> delete(String path, BoxEndpoint endpoint) {
        return of("DELETE", path, WRITE, endpoint);
    }

    private static Stream<Route> of(
            String method, String path, Set<String> scopes, BoxEndpoint endpoint) {
        return NOUNS.stream()
                .map(
                        noun ->
                                Route.of(
                                        method,
                                        "{who}/" + noun + path,
                                        Category.MESSAGE,
                                        Needs.USER,
                                        scopes,
                                        answering(noun, endpoint)));
    }

    private static Endpoint answering(String noun, BoxEndpoint endpoint) {
        return visit -> endpoint.answer(visit, MessageAddresses.of(visit, noun));
    }
}
