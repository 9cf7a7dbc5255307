package no.altinn.events.functions;

import no.altinn.events.query.PartyLookup;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.register.Register;

import java.util.OptionalInt;

/** Asks Register in a caller's name. */
record CallersPartyLookup(Register register, AltinnToken caller) implements PartyLookup {
    @Override
    public OptionalInt ofUnit(String organisationNumber) {
        return register.partyOfOrganization(organisationNumber, caller.value());
    }

    @Override
    public OptionalInt ofPerson(String identityNumber) {
        return register.partyOfPerson(identityNumber, caller.value());
    }
}
