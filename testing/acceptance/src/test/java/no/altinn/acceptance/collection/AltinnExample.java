package no.altinn.acceptance.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A request of Altinn's own collection, and what becomes of it here.
 *
 * @param row {@code number} (its place in that collection; 0 for what only prepares others), {@code
 *     part} (its folder there), {@code request} (method and address as they stand there, below
 *     {@code api/}), {@code send} (the address with values, of which those in braces come from
 *     earlier answers), {@code as} (who sends it), perhaps {@code body} and its {@code type},
 *     {@code answer} (the status), and perhaps {@code has} (a part of the answer), {@code keep}
 *     (names and expressions with one group, for later requests) and {@code note}
 */
record AltinnExample(JsonNode row) {
    private static final String USUAL_TYPE = "application/hal+json";
    private static final int GONE = 410;

    /** All of them, in an order in which they can be sent. */
    static List<AltinnExample> all() {
        try (InputStream rows =
                Objects.requireNonNull(
                        AltinnExample.class.getResourceAsStream("altinn-examples.json"))) {
            return StreamSupport.stream(new ObjectMapper().readTree(rows).spliterator(), false)
                    .map(AltinnExample::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int number() {
        return row.path("number").intValue();
    }

    boolean isPreparation() {
        return number() == 0;
    }

    String method() {
        return request().split(" ", 2)[0];
    }

    /** Method and address as they stand in that collection. */
    String request() {
        return row.path("request").textValue();
    }

    /** The address with values. */
    String send() {
        return row.path("send").textValue();
    }

    /** Who sends it: {@code nobody}, {@code ola}, {@code ttd}, {@code platform}. */
    String sender() {
        return row.path("as").textValue();
    }

    int answer() {
        return row.path("answer").intValue();
    }

    boolean isGone() {
        return answer() == GONE;
    }

    Optional<String> body() {
        JsonNode body = row.path("body");
        return body.isMissingNode()
                ? Optional.empty()
                : Optional.of(body.isTextual() ? body.textValue() : body.toString());
    }

    String type() {
        return row.path("type").asText(USUAL_TYPE);
    }

    /** What the answer has; nothing in particular if empty. */
    String has() {
        return row.path("has").asText();
    }

    String note() {
        return row.path("note").asText();
    }

    /** Whether the address that is sent is that of the collection, with values. */
    boolean isTheirs() {
        String address =
                Pattern.compile(":\\w+|\\{who}|roleTypeID|(?<==)(?=&|$)")
                        .matcher(Pattern.compile("[.?]").matcher(path()).replaceAll("\\\\$0"))
                        .replaceAll("[^/?&]*");
        return Pattern.matches(address, send());
    }

    private String path() {
        return request().split(" ", 2)[1];
    }

    /** Its line in the table of the documentation. */
    String line() {
        String answer = isGone() ? "410: " + note() : String.valueOf(answer());
        String note = isGone() || note().isEmpty() ? "" : "; " + note();
        return "| %d | %s | `%s` | %s%s |"
                .formatted(number(), row.path("part").textValue(), request(), answer, note);
    }

    @Override
    public String toString() {
        return "%d %s: %d".formatted(number(), request(), answer());
    }
}
