package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.jose.InvalidToken;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads {@code authorization_details} (RFC 9396) as Maskinporten fills it for system users. */
public final class SystemUser {
    private static final String TYPE = "urn:altinn:systemuser";

    private SystemUser() {}

    /**
     * Finds the system user's id.
     *
     * @param details one object with one id, or a list of exactly one such; anything else is no
     *     system user
     */
    static Optional<UUID> find(JsonNode details) {
        JsonNode detail = details.isArray() && details.size() == 1 ? details.get(0) : details;
        JsonNode ids = detail.path("systemuser_id");
        return isOne(detail) && ids.isArray() && ids.size() == 1
                ? Claims.uuidOf(ids.get(0).asText(""))
                : Optional.empty();
    }

    /**
     * Checks that details which speak of a system user tell which: its holder must not be taken for
     * the whole organisation.
     *
     * @throws InvalidToken if any is of a system user, and they are not the details of exactly one
     */
    public static void requireKnown(JsonNode details) throws InvalidToken {
        boolean speaksOfOne =
                details.isArray()
                        ? StreamSupport.stream(details.spliterator(), false)
                                .anyMatch(SystemUser::isOne)
                        : isOne(details);
        if (speaksOfOne && find(details).isEmpty()) {
            throw new InvalidToken("The token does not tell which system user it is of");
        }
    }

    private static boolean isOne(JsonNode detail) {
        return TYPE.equals(detail.path("type").textValue());
    }
}
