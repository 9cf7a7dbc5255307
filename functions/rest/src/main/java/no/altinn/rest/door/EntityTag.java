package no.altinn.rest.door;

import no.altinn.platform.http.EntityTags;

import java.nio.charset.StandardCharsets;

/** Entity tags of what this app answers, by its media type and content. */
final class EntityTag {
    private EntityTag() {}

    /** The strong tag of a body that is written already. */
    static String of(Content content) {
        if (content instanceof Content.Written written) {
            return EntityTags.of(
                    written.mediaType(), written.text().getBytes(StandardCharsets.UTF_8));
        }
        if (content instanceof Content.Bytes bytes) {
            return EntityTags.of(bytes.mediaType(), bytes.bytes());
        }
        return EntityTags.of("", new byte[0]);
    }
}
