package no.altinn.rest.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds parties in a list. For whom a user acts, each test bed tells by itself. */
public abstract class KnownReportees implements Reportees {
    private final List<Reportee> known;

    protected KnownReportees(List<Reportee> known) {
        this.known = List.copyOf(known);
    }

    @Override
    public Optional<Reportee> find(int partyId) {
        return first(each -> each.partyId() == partyId);
    }

    @Override
    public Optional<Reportee> organisation(String number) {
        return first(each -> each.organisationNumber().equals(Optional.of(number)));
    }

    @Override
    public Optional<Reportee> person(String nationalNumber) {
        return first(each -> each.nationalNumber().equals(Optional.of(nationalNumber)));
    }

    private Optional<Reportee> first(Predicate<Reportee> wanted) {
        return known.stream().filter(wanted).findFirst();
    }
}
