package no.altinn.local.webhooks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * A body as people read it: JSON with line breaks, its numbers and the order of its members as they
 * came; any other text as it is. It has 10 000 characters at most.
 */
final class PrettyBody {
    private static final int LONGEST = 10_000;

    // What is cut has no end, so the generator must not write one.
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();

    private PrettyBody() {}

    static String of(String body) {
        String shown = json(body).orElse(body);
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    }

    private static Optional<String> json(String body) {
        StringWriter pretty = new StringWriter();
        try (JsonParser in = JSON.createParser(body);
                JsonGenerator out = JSON.createGenerator(pretty)) {
            out.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            // Deep JSON has long indents: a body within the bounds could become a huge page.
            while (pretty.getBuffer().length() <= LONGEST) {
                JsonToken token = in.nextToken();
                if (token == null) {
                    break;
                }
                copy(token, in, out);
            }
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(pretty.toString());
    }

    private static void copy(JsonToken token, JsonParser in, JsonGenerator out) throws IOException {
        if (token.isNumeric()) {
            // As a number of Java it could become another one: 1.0, 1e400.
            out.writeNumber(in.getText());
        } else {
            out.copyCurrentEvent(in);
        }
    }
}
