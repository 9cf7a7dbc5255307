package no.altinn.local.host.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;

/** How the host writes the bodies that functions return. */
final class AnswerBody {
    private static final ObjectWriter INDENTED =
            JsonMapper.builder()
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build()
                    .writerWithDefaultPrettyPrinter();

    private AnswerBody() {}

    /** Whether the body goes out as text, and so with a charset. */
    static boolean isText(Object body) {
        return !(body instanceof byte[]);
    }

    /**
     * The bytes to send: those given, text in UTF-8, numbers and truth values as .NET writes them,
     * anything else as indented JSON.
     *
     * @throws IllegalArgumentException if the object cannot be written as JSON
     */
    static byte[] bytes(Object body) {
        return body instanceof byte[] bytes ? bytes : text(body).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Object body) {
        if (body instanceof CharSequence || body instanceof Number) {
            return body.toString();
        }
        if (body instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        try {
            return INDENTED.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body cannot be written as JSON", e);
        }
    }
}
