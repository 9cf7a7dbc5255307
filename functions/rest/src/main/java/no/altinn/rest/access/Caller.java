package no.altinn.rest.access;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Who sends a request. */
public sealed interface Caller {
    /**
     * A person, or an enterprise user, who acts for an organisation.
     *
     * @param userId positive
     * @param partyId the person's own party; empty for an enterprise user
     * @param nationalNumber eleven digits; empty for an enterprise user
     * @param enterprise the organisation number of an enterprise user; empty for a person
     * @param level how surely the user was authenticated, 0 to 4
     * @param scopes what the bearer token may be used for; empty for logins without scopes
     */
    record User(
            int userId,
            OptionalInt partyId,
            Optional<String> nationalNumber,
            Optional<String> enterprise,
            int level,
            Optional<Set<String>> scopes)
            implements Caller {
        public User {
            scopes = scopes.map(Set::copyOf);
        }

        /** Tells nothing of the person: persons never reach a log. */
        @Override
        public String toString() {
            return "User " + userId;
        }
    }

    /**
     * An organisation that calls by itself, with a token or a certificate.
     *
     * @param number nine digits
     * @param serviceOwners its codes among service owners, for example {@code ttd}; empty if it is
     *     none, several where several have its number
     * @param level how surely it was authenticated, 0 to 4
     * @param scopes what the bearer token may be used for; empty for a certificate
     */
    record Organisation(
            String number, List<String> serviceOwners, int level, Optional<Set<String>> scopes)
            implements Caller {
        public Organisation {
            serviceOwners = List.copyOf(serviceOwners);
            scopes = scopes.map(Set::copyOf);
        }

        /** An organisation that is one service owner or none. */
        public Organisation(
                String number,
                Optional<String> serviceOwner,
                int level,
                Optional<Set<String>> scopes) {
            this(number, serviceOwner.stream().toList(), level, scopes);
        }
    }

    /** A request without a login. */
    record Nobody() implements Caller {}

    /** How surely the caller was authenticated: 0 for nobody. */
    default int authenticationLevel() {
        if (this instanceof User user) {
            return user.level();
        }
        return this instanceof Organisation organisation ? organisation.level() : 0;
    }

    /** What a bearer token may be used for; empty for a login without scopes. */
    default Optional<Set<String>> grantedScopes() {
        if (this instanceof User user) {
            return user.scopes();
        }
        return this instanceof Organisation organisation ? organisation.scopes() : Optional.empty();
    }
}
