package no.altinn.events.webhook;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which media types are text that people read, and how it is encoded (RFC 9110 §8.3). */
final class TextType {
    private static final Set<String> TEXTS =
            Set.of(
                    "application/ecmascript",
                    "application/javascript",
                    "application/json",
                    "application/json-seq",
                    "application/jsonl",
                    "application/ndjson",
                    "application/toml",
                    "application/x-javascript",
                    "application/x-ndjson",
                    "application/x-www-form-urlencoded",
                    "application/x-yaml",
                    "application/xml",
                    "application/yaml");

    /** Possessive, so that a long text costs no stack; a name is short. */
    private static final Pattern CHARSET =
            Pattern.compile("(?i);\\s*+charset\\s*+=\\s*+[\"']?+([a-z0-9][a-z0-9._:+-]{0,39})");

    private TextType() {}

    /** Whether an answer of this type is text. */
    static boolean isText(String contentType) {
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end))
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.endsWith("+json")
                || type.endsWith("+xml")
                || type.endsWith("+yaml")
                || TEXTS.contains(type);
    }

    /** The encoding that a type names; UTF-8 when it names none, or none that is known. */
    static Charset charset(String contentType) {
        Matcher name = CHARSET.matcher(contentType);
        if (!name.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(name.group(1));
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
