package no.altinn.rest.endpoint.openapi;

import no.altinn.rest.representation.Format;
import no.altinn.testing.openapi.BodyForm;
import no.altinn.testing.openapi.RealAnswer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Answers of this app as they are held against its documents. */
public final class RestAnswers {
    /** How bodies are read that are no JSON. */
    public static final Map<String, BodyForm> FORMS =
            Map.of("application/xml", new XmlForm(), "application/hal+xml", new HalXmlForm());

    private static final Set<String> OURS =
            Arrays.stream(Format.values())
                    .map(Format::mediaType)
                    .collect(Collectors.toUnmodifiableSet());

    /** What any answer may have, and no operation has to say. */
    private static final Set<String> EVERYWHERE =
            Set.of(
                    "access-control-allow-credentials",
                    "access-control-allow-origin",
                    "access-control-expose-headers",
                    "cache-control",
                    "content-security-policy",
                    "referrer-policy",
                    "vary",
                    "www-authenticate",
                    "x-reason",
                    "x-transfer-from",
                    "x-transfer-length");

    /** Of every answer that looks at a login; documented where a login begins or ends. */
    private static final String COOKIE = "set-cookie";

    private RestAnswers() {}

    /**
     * An answer.
     *
     * @param template of its route, with a slash before it or without
     */
    public static RealAnswer real(
            String template, int status, Map<String, List<String>> headers, String body) {
        Map<String, List<String>> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        own.putAll(headers);
        EVERYWHERE.forEach(own::remove);
        own.computeIfPresent("Content-Type", (name, type) -> List.of(shortened(type.get(0))));
        if (!template.replaceFirst("^/", "").startsWith("authentication/")) {
            own.remove(COOKIE);
        }
        return new RealAnswer(false, status, own, body);
    }

    /** Parameters are looked at of our own media types alone: a source of lookups may have any. */
    private static String shortened(String type) {
        String name = type.split(";", 2)[0].strip();
        return OURS.contains(name) ? type : name;
    }
}
