package no.altinn.rest.permission;

import no.altinn.rest.delegation.Gift;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A right that a user has for a party.
 *
 * @param id what clients know it by, positive; of a right by a role at least {@link
 *     #FIRST_OF_ROLES}
 * @param isDirect whether it was given by itself; else a role brings it
 */
public record HeldRight(int id, Gift.Right right, boolean isDirect) {
    /** The least id of a right by a role: no delegation has it. */
    public static final int FIRST_OF_ROLES = 1 << 30;

    /** A right by a role. It has the same id for everybody. */
    static HeldRight byRole(Gift.Right right) {
        CRC32 sum = new CRC32();
        sum.update(right.key().getBytes(StandardCharsets.UTF_8));
        return new HeldRight(
                FIRST_OF_ROLES | (int) (sum.getValue() & (FIRST_OF_ROLES - 1)), right, false);
    }
}
