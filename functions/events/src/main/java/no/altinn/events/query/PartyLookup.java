package no.altinn.events.query;

import java.util.OptionalInt;

/** Finds the party that an organisation or a person is, for one caller. */
public interface PartyLookup {
    /** The party of an organisation number (nine digits). */
    OptionalInt ofUnit(String organisationNumber);

    /** The party of a national identity number. */
    OptionalInt ofPerson(String identityNumber);
}
