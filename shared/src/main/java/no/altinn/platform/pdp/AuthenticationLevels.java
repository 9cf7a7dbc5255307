package no.altinn.platform.pdp;

import no.altinn.platform.auth.AltinnToken;

import java.util.List;
import java.util.OptionalInt;

/**
 * How surely a caller must be authenticated.
 *
 * @param minimum for everyone; {@link Integer#MIN_VALUE} when nothing is demanded
 * @param minimumOfOrg what a service owner may meet instead; {@link Integer#MAX_VALUE} when there
 *     is no such exception
 */
record AuthenticationLevels(int minimum, int minimumOfOrg) {
    private static final String MINIMUM = "urn:altinn:minimum-authenticationlevel";
    private static final String MINIMUM_OF_ORG = "urn:altinn:minimum-authenticationlevel-org";

    static AuthenticationLevels of(List<Obligation> obligations) {
        return new AuthenticationLevels(
                strictest(obligations, MINIMUM).orElse(Integer.MIN_VALUE),
                strictest(obligations, MINIMUM_OF_ORG).orElse(Integer.MAX_VALUE));
    }

    boolean metBy(AltinnToken caller) {
        return caller.authenticationLevel() >= leastFor(caller);
    }

    /** The least level that this caller must have; empty when none or none that is a number. */
    OptionalInt askedOf(AltinnToken caller) {
        int least = leastFor(caller);
        return least == Integer.MIN_VALUE || least == Integer.MAX_VALUE
                ? OptionalInt.empty()
                : OptionalInt.of(least);
    }

    private int leastFor(AltinnToken caller) {
        return caller.org().isPresent() ? Math.min(minimum, minimumOfOrg) : minimum;
    }

    private static OptionalInt strictest(List<Obligation> obligations, String name) {
        return obligations.stream()
                .filter(obligation -> obligation.is(name))
                .mapToInt(AuthenticationLevels::level)
                .max();
    }

    /** No caller meets a level that cannot be read. */
    private static int level(Obligation obligation) {
        try {
            return Integer.parseInt(obligation.value().strip());
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }
}
