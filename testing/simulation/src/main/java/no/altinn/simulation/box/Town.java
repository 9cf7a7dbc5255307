package no.altinn.simulation.box;

import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.message.Actor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Two persons, of whom the second may act for the first as long as a delegation lasts. */
final class Town implements Reportees {
    static final String NUMBER = "01909012345";

    private static final Reportee FIRST = person(50_000_001, "Kari Nordmann", NUMBER);
    private static final Reportee SECOND = person(50_000_002, "Ola Nordmann", "02909012345");

    /** The first person, who acts in a box of her own. */
    static final Actor OWNER = new Actor(user(20_001, FIRST), FIRST);

    /** The second person, who acts in the first person's box. */
    static final Actor DELEGATE = new Actor(user(20_002, SECOND), FIRST);

    private static Reportee person(int party, String name, String number) {
        return new Reportee(
                party,
                Reportee.Kind.PERSON,
                name,
                Optional.empty(),
                Optional.of(number),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static Caller.User user(int id, Reportee self) {
        return new Caller.User(
                id,
                OptionalInt.of(self.partyId()),
                self.nationalNumber(),
                Optional.empty(),
                3,
                Optional.empty());
    }

    @Override
    public List<Reportee> of(Caller.User user) {
        return List.of(FIRST, SECOND);
    }

    @Override
    public Optional<Reportee> find(int partyId) {
        return List.of(FIRST, SECOND).stream().filter(one -> one.partyId() == partyId).findFirst();
    }

    @Override
    public Optional<Reportee> organisation(String number) {
        return Optional.empty();
    }

    @Override
    public Optional<Reportee> person(String nationalNumber) {
        return List.of(FIRST, SECOND).stream()
                .filter(one -> one.nationalNumber().equals(Optional.of(nationalNumber)))
                .findFirst();
    }
}
