package no.altinn.local.testdata;

import java.util.List;
import java.util.UUID;

/** A person or an organisation that events can be about. */
public sealed interface Party permits Person, Organisation {
    /** A name to show. */
    String name();

    /** Altinn's number of the party. */
    int partyId();

    /** The party's UUID. */
    UUID uuid();

    /** What the authorities name the party by, as a URN. */
    String externalUrn();

    /** Every URN that names the party. */
    List<String> urns();
}
