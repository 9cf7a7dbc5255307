package no.altinn.local.contract;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request as a client of Altinn 2 sends it, byte for byte, and what its answer must be.
 *
 * @param file the request, beside the list that names it
 * @param login who is at the other end: {@code none}, {@code cookie:} and a user name, {@code
 *     maskinporten:} and a scope, {@code certificate:} and an organisation number
 * @param answer the status and the reason phrase
 * @param contains what the body has; empty for anything
 * @param lacks what the body must not have; empty for nothing
 * @param keep a name, an equals sign and an expression with one group, for the later requests;
 *     empty for nothing
 */
record RecordedRequest(
        String client,
        String file,
        String login,
        String answer,
        String contains,
        String lacks,
        String keep) {
    private static final String CLIENTS = "/no/altinn/rest/clients/";
    private static final int COLUMNS = 6;

    /** The requests of a client in their order. */
    static List<RecordedRequest> of(String client) {
        String list = new String(bytes(client + "/expected.csv"), StandardCharsets.UTF_8);
        return list.lines().skip(1).map(line -> row(client, line.split(";", COLUMNS))).toList();
    }

    private static RecordedRequest row(String client, String[] cells) {
        return new RecordedRequest(
                client, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
    }

    /** The request, one byte a character (ISO 8859-1). */
    String request() {
        return new String(bytes(client + "/" + file), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = RecordedRequest.class.getResourceAsStream(CLIENTS + resource)) {
            if (stream == null) {
                throw new FileNotFoundException(resource);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
