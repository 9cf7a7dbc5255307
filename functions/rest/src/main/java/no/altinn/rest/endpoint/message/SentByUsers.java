package no.altinn.rest.endpoint.message;

import no.altinn.rest.door.Reply;

/** What others wrote, such as users or sources of lookups, and browsers must not run. */
public final class SentByUsers {
    private SentByUsers() {}

    /** The reply with headers that keep a browser from running it. */
    public static Reply guarded(Reply reply) {
        return reply.with("X-Content-Type-Options", "nosniff")
                .with("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}
