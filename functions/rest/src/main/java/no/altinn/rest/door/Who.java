package no.altinn.rest.door;

import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;

import java.util.Locale;
import java.util.Optional;

/** Resolves {@code {who}} to a party that the user acts for (rest-resources.md). Thread-safe. */
final class Who {
    private final Reportees reportees;

    Who(Reportees reportees) {
        this.reportees = reportees;
    }

    /**
     * The party.
     *
     * @param segment {@code my}, nine digits or {@code r} and a party's id, in any case
     * @throws RestError 404 if there is no such party; 403 if the user does not act for it
     */
    Reportee of(Caller.User user, String segment) {
        String who = segment.toLowerCase(Locale.ROOT);
        if (who.equals("my")) {
            return self(user).orElseThrow(RestError::notFound);
        }
        Reportee named = named(who).orElseThrow(RestError::notFound);
        return reportees
                .of(user, named.partyId())
                .orElseThrow(() -> RestError.forbidden("The user does not act for this reportee"));
    }

    private Optional<Reportee> self(Caller.User user) {
        if (user.enterprise().isPresent()) {
            return reportees.organisation(user.enterprise().get());
        }
        return user.partyId().isPresent()
                ? reportees.find(user.partyId().getAsInt())
                : Optional.empty();
    }

    private Optional<Reportee> named(String who) {
        if (!who.startsWith("r")) {
            return reportees.organisation(who);
        }
        long partyId = Long.parseLong(who.substring(1));
        return partyId > Integer.MAX_VALUE ? Optional.empty() : reportees.find((int) partyId);
    }
}
