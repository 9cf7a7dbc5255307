package no.altinn.rest.endpoint.message;

import no.altinn.rest.door.Content;
import no.altinn.rest.door.Reply;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What others wrote, such as users or sources of lookups, and browsers must not run. */
public final class SentByUsers {
    private SentByUsers() {}

    /** The reply with headers that keep a browser from running it. */
    public static Reply guarded(Reply reply) {
        return reply.with("X-Content-Type-Options", "nosniff")
                .with("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    /** 200 with a file, which a browser saves under its name. */
    public static Reply file(String name, Content file) {
        return guarded(Reply.of(200, file)).with("Content-Disposition", disposition(name));
    }

    /** The name as RFC 6266 has it, so that no letter of a name ends or adds a header. */
    private static String disposition(String name) {
        String encoded =
                URLEncoder.encode(name, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
        return "attachment; filename*=UTF-8''" + encoded;
    }
}
