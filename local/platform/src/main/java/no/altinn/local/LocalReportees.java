package no.altinn.local;

import no.altinn.local.testdata.Organisation;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Party;
import no.altinn.local.testdata.Person;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parties of the test data, for who writes records before any part of the platform answers. */
record LocalReportees(Parties parties) implements Reportees {
    private static final Set<String> SUB_UNITS = Set.of("BEDR", "AAFY");

    /** None: nobody acts for anyone before the start. */
    @Override
    public List<Reportee> of(Caller.User user) {
        return List.of();
    }

    @Override
    public Optional<Reportee> find(int partyId) {
        return parties.named("urn:altinn:partyid:" + partyId).map(this::reportee);
    }

    @Override
    public Optional<Reportee> organisation(String number) {
        return parties.organisation(number).map(this::reportee);
    }

    @Override
    public Optional<Reportee> person(String nationalNumber) {
        return parties.person(nationalNumber).map(this::reportee);
    }

    private Reportee reportee(Party party) {
        if (party instanceof Organisation unit) {
            return new Reportee(
                    unit.partyId(),
                    SUB_UNITS.contains(unit.form())
                            ? Reportee.Kind.BUSINESS
                            : Reportee.Kind.ENTERPRISE,
                    unit.name(),
                    Optional.of(unit.orgNo()),
                    Optional.empty(),
                    parties.mainUnit(unit).map(Organisation::orgNo),
                    Optional.of(unit.form()),
                    unit.deleted());
        }
        Person person = (Person) party;
        return new Reportee(
                person.partyId(),
                Reportee.Kind.PERSON,
                person.name(),
                Optional.empty(),
                Optional.of(person.nin()),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
