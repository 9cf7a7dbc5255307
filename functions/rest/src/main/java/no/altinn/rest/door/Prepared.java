package no.altinn.rest.door;

import no.altinn.rest.representation.Format;

/** Replies that are written and tagged once, for an endpoint that gives them many times. */
public final class Prepared {
    private Prepared() {}

    /** The reply as it is written in a representation, with its {@code ETag}. */
    public static Reply of(Reply reply, Format format) {
        Reply rendered = Renderer.render(reply, format);
        return rendered.with("ETag", EntityTag.of(rendered.content()));
    }
}
