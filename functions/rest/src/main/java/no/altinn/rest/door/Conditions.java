package no.altinn.rest.door;

import no.altinn.rest.representation.Format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Requests that hold only for a known state (RFC 9110 §13). */
final class Conditions {
    private static final Set<String> CONDITIONAL_WRITES = Set.of("PUT", "DELETE");

    private Conditions() {}

    /**
     * The reply with its tag, or 304 without its body if the client has it. A reply that was
     * {@linkplain Prepared prepared} has its tag already.
     *
     * @param known the value of {@code If-None-Match}
     */
    static Reply tagged(Reply rendered, Optional<String> known) {
        boolean isPrepared = rendered.headers().containsKey("ETag");
        Reply tagged =
                isPrepared ? rendered : rendered.with("ETag", EntityTag.of(rendered.content()));
        String tag = tagged.headers().get("ETag");
        if (known.isEmpty() || !EntityTag.isAmong(known.get(), tag)) {
            return tagged;
        }
        Reply same = Reply.of(304, new Content.None()).with("ETag", tag);
        for (String kept : List.of("Cache-Control", "Set-Cookie")) {
            if (tagged.headers().containsKey(kept)) {
                same = same.with(kept, tagged.headers().get(kept));
            }
        }
        return same;
    }

    /** Whether a write is to be made only on a known state. */
    static boolean isConditional(String method, Optional<String> wanted) {
        return wanted.isPresent() && CONDITIONAL_WRITES.contains(method);
    }

    /**
     * Requires that a representation of the state has one of the tags.
     *
     * @param wanted the value of {@code If-Match}
     * @param current what a {@code GET} gives now
     * @throws RestError 412 if none has
     */
    static void require(String wanted, Reply current) {
        if (tags(current).noneMatch(tag -> EntityTag.isAmongStrong(wanted, tag))) {
            throw RestError.of(412, "The resource has changed since it was read");
        }
    }

    private static Stream<String> tags(Reply current) {
        String known = current.headers().get("ETag");
        return known == null
                ? Arrays.stream(Format.values())
                        .map(format -> EntityTag.of(Renderer.render(current, format).content()))
                : Stream.of(known);
    }
}
