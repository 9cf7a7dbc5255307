package no.altinn.local.testdata;

import no.altinn.local.authorization.Policies;

import java.nio.file.Path;

/** The files that the jar carries. */
public final class Bundled {
    private static final Path NOWHERE = Path.of("no", "such", "folder");

    private Bundled() {}

    /** Everyone of the test data. */
    public static Parties parties() {
        return new LiveFile<>(NOWHERE.resolve("parties.json"), Parties::parse).get();
    }

    /** The policies of the test data. */
    public static Policies policies() {
        return new LiveFile<>(NOWHERE.resolve("policies.json"), Policies::parse).get();
    }
}
