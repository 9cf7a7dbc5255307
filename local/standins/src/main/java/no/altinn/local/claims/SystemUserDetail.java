package no.altinn.local.claims;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.auth.Iso6523Organisation;
import no.altinn.platform.json.Json;

import java.util.UUID;

/** A system user as {@code authorization_details} have it (RFC 9396 §2, tokens §1). */
public final class SystemUserDetail {
    /** The only type of details that there is. */
    public static final String TYPE = "urn:altinn:systemuser";

    private SystemUserDetail() {}

    /**
     * The object for one system user.
     *
     * @param actsFor the number of the organisation that it acts for
     * @param vendor the number of the organisation whose system it is
     */
    public static ObjectNode of(UUID id, String actsFor, String vendor) {
        ObjectNode detail = Json.object().put("type", TYPE);
        detail.putArray("systemuser_id").add(id.toString());
        detail.set("systemuser_org", Iso6523Organisation.of(actsFor));
        // The test data has no systems, and Altinn begins their ids with the vendor's number.
        return detail.put("system_id", vendor + "_local");
    }
}
