package no.altinn.rest.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The parties that users act for. Implementations are thread-safe. */
public interface Reportees {
    /**
     * All that a user acts for, by name: first the person, or the organisation of an enterprise
     * user.
     */
    List<Reportee> of(Caller.User user);

    /** One that a user acts for, by the id of the party. */
    default Optional<Reportee> of(Caller.User user, int partyId) {
        return of(user).stream().filter(each -> each.partyId() == partyId).findFirst();
    }

    /** Any party of the Register, by its id. */
    Optional<Reportee> find(int partyId);

    /** Any organisation of the Register, by its number. */
    Optional<Reportee> organisation(String number);

    /** Organisations of the Register in the order of their numbers; unknown ones are left out. */
    default List<Reportee> organisations(Collection<String> numbers) {
        return numbers.stream().map(this::organisation).flatMap(Optional::stream).toList();
    }

    /** Any person of the Register, by the national number. */
    Optional<Reportee> person(String nationalNumber);
}
