package no.altinn.local.testdata;

import no.altinn.local.authorization.Policies;

import java.time.Clock;
import java.util.List;

/** The files that the jar carries. */
public final class Bundled {
    private Bundled() {}

    private static FilePlaces nowhere(String name) {
        return new FilePlaces(name, List.of(), true);
    }

    /** Everyone of the test data. */
    public static Parties parties() {
        return partyFile().get();
    }

    /** The policies of the test data. */
    public static Policies policies() {
        return policyFile().get();
    }

    /** The parties as a file of the jar. */
    public static LiveFile<Parties> partyFile() {
        return new LiveFile<>(nowhere("parties.json"), Parties::parse, Clock.systemUTC());
    }

    /** The policies as a file of the jar. */
    public static LiveFile<Policies> policyFile() {
        return new LiveFile<>(nowhere("policies.json"), Policies::parse, Clock.systemUTC());
    }
}
