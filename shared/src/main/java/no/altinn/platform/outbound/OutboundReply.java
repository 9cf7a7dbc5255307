package no.altinn.platform.outbound;

import java.util.Optional;

/** What a service of somebody else answered. Immutable. */
public final class OutboundReply {
    private final int status;
    private final Optional<String> contentType;
    private final byte[] body;

    /** Takes the body over: the caller changes it no more. */
    OutboundReply(int status, Optional<String> contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    /** The HTTP status; redirects are not followed, so 3xx is possible. */
    public int status() {
        return status;
    }

    /** Whether it is 2xx. */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The header {@code Content-Type} as it was sent, whatever it says. */
    public Optional<String> contentType() {
        return contentType;
    }

    /** The body itself, which the caller must not change. */
    public byte[] body() {
        return body;
    }
}
