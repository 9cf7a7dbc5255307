package no.altinn.local;

import no.altinn.local.standins.TestFiles;
import no.altinn.local.testdata.FilePlaces;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the local platform is started.
 *
 * @param home the repository's folder, where settings, policies and parties are read from
 * @param address the address to listen on
 * @param port the port to listen on; 0 for any that is free
 * @param data the folder in which everything is kept
 * @param reset whether to begin with an empty folder
 * @param policies the file with the policies, instead of the one in a known place
 * @param parties the file with the parties, instead of the one in a known place
 */
public record LocalOptions(
        Path home,
        String address,
        int port,
        Path data,
        boolean reset,
        Optional<Path> policies,
        Optional<Path> parties) {
    /** Policies and parties in the known places. */
    public LocalOptions(Path home, String address, int port, Path data, boolean reset) {
        this(home, address, port, data, reset, Optional.empty(), Optional.empty());
    }

    FilePlaces policyPlaces() {
        return FilePlaces.of(TestFiles.POLICIES, policies, data, home);
    }

    FilePlaces partyPlaces() {
        return FilePlaces.of(TestFiles.PARTIES, parties, data, home);
    }

    FilePlaces servicePlaces() {
        return FilePlaces.of(LocalCatalogue.FILE, Optional.empty(), data, home);
    }
}
