package no.altinn.rest.message;

import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;

/** A user who does something in a party's box. */
public record Actor(Caller.User user, Reportee party) {
    int partyId() {
        return party.partyId();
    }
}
