package no.altinn.authentication.exchange;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.auth.ConsumerClaim;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Of which form a claim must be to be taken over, so that every reader understands it alike. */
enum ClaimForm {
    /** A text. */
    TEXT {
        @Override
        boolean fits(JsonNode claim) {
            return claim.isTextual();
        }
    },

    /** A text or a list of texts. */
    TEXTS {
        @Override
        boolean fits(JsonNode claim) {
            Stream<JsonNode> texts =
                    claim.isArray()
                            ? StreamSupport.stream(claim.spliterator(), false)
                            : Stream.of(claim);
            return texts.allMatch(JsonNode::isTextual);
        }
    },

    /** A Norwegian organisation: an object of {@code authority} and {@code ID} (ISO 6523). */
    ORGANISATION {
        @Override
        boolean fits(JsonNode claim) {
            return ConsumerClaim.organisationNumber(claim).isPresent();
        }
    };

    abstract boolean fits(JsonNode claim);
}
