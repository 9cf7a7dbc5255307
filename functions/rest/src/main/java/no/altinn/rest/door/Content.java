package no.altinn.rest.door;

import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Resource;

import java.util.Optional;

/** The body of a reply. */
public sealed interface Content {
    /** No body. */
    record None() implements Content {}

    /** One resource, in the representation that the client asked for. */
    record One(Resource resource) implements Content {}

    /** A list, in the representation that the client asked for. */
    record Many(Listing listing) implements Content {}

    /** A single text, as a JSON string or an element {@code string}. */
    record Line(String text) implements Content {}

    /** A single truth value, as JSON or an element {@code boolean}. */
    record Truth(boolean flag) implements Content {}

    /**
     * A text of a media type that the client's {@code Accept} does not change: an XSD, form data.
     */
    record Written(String mediaType, String text) implements Content {}

    /**
     * A stored file, which the front streams out under this answer's headers.
     *
     * @param mediaType what it is answered as
     * @param file its name in the store
     * @param md5 its checksum, 16 bytes in Base64; where it is empty, the store is asked
     */
    record Stored(String mediaType, String file, Optional<String> md5) implements Content {}

    /** Bytes of a media type that the client's {@code Accept} does not change: a PDF. */
    final class Bytes implements Content {
        private final String mediaType;
        private final byte[] bytes;

        /** Takes the bytes over: the caller changes them no more. */
        public Bytes(String mediaType, byte[] bytes) {
            this.mediaType = mediaType;
            this.bytes = bytes;
        }

        public String mediaType() {
            return mediaType;
        }

        /** The bytes themselves, which the caller must not change. */
        public byte[] bytes() {
            return bytes;
        }
    }
}
