package no.altinn.local;

import no.altinn.rest.application.Applications;
import no.altinn.rest.application.Draft;
import no.altinn.rest.door.Category;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Tables;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The applications whose keys are GUIDs of one digit (rest-api.md §7), so that everyone can type
 * them. One that is there already is left alone.
 */
final class LocalApplications {
    private static final String OWNER = "991825827";
    private static final String ORGANISATION = "310000001";
    private static final Set<String> OF_OWNERS = grants(true);
    private static final Set<String> OF_USERS = grants(false);

    private record Known(int digit, Draft draft) {
        UUID key() {
            return guid(digit);
        }

        /** The id is told to everyone, and so must not be the key. */
        UUID id() {
            return new UUID(0, digit);
        }

        private static UUID guid(int digit) {
            return UUID.fromString(
                    "00000000-0000-0000-0000-000000000000".replace("0", Integer.toString(digit)));
        }
    }

    private static final List<Known> ALL =
            List.of(
                    new Known(1, draft("End users", OWNER, Set.of(), OF_USERS)),
                    new Known(2, draft("Service owners", OWNER, Set.of(), OF_OWNERS)),
                    new Known(
                            3,
                            draft(
                                    "Pages",
                                    OWNER,
                                    Set.of("https://www.eksempel.no", "http://localhost:8080"),
                                    OF_USERS)),
                    new Known(
                            4,
                            draft(
                                    "Readers",
                                    OWNER,
                                    Set.of(),
                                    Set.of(Category.MESSAGE.grant(true)))),
                    new Known(5, draft("An organisation", ORGANISATION, Set.of(), OF_USERS)));

    private LocalApplications() {}

    private static Draft draft(
            String name, String organisation, Set<String> origins, Set<String> grants) {
        return new Draft(name, organisation, origins, grants);
    }

    private static Set<String> grants(boolean ofOwners) {
        String owners = Category.SERVICE_OWNER.title() + ".";
        return Category.grants().stream()
                .filter(grant -> grant.startsWith(owners) == ofOwners)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Enters those that are not there. */
    static void enter(EntryStore store, Clock clock) {
        Applications applications =
                new Applications(
                        store.of(Tables.APPLICATIONS), Category.grants(), UUID::randomUUID, clock);
        for (Known known : ALL) {
            if (applications.ofKey(known.key().toString()).isEmpty()) {
                applications.enter(known.draft(), known.id(), known.key());
            }
        }
    }
}
