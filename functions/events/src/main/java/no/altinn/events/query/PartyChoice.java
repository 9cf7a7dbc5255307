package no.altinn.events.query;

import no.altinn.platform.http.QueryParameters;
import no.altinn.platform.http.Request;

import java.util.Optional;
import java.util.OptionalInt;

/** Whose app events are asked for: one of a party, a unit or a person. */
sealed interface PartyChoice {
    record Party(int id) implements PartyChoice {}

    record Unit(String organisationNumber) implements PartyChoice {}

    record Person(String identityNumber) implements PartyChoice {}

    /**
     * The choice; empty when there is none.
     *
     * @throws InvalidQuery if there is more than one, or one is wrong
     */
    static Optional<PartyChoice> of(Request request) {
        QueryParameters parameters = request.query();
        Optional<String> party = parameters.first("party").filter(text -> !text.equals("0"));
        Optional<String> unit = parameters.first("unit");
        Optional<String> person = request.header("person").filter(text -> !text.isEmpty());
        if (party.isPresent() && person.isPresent()) {
            throw new InvalidQuery("Only one of 'Party' or 'Person' can be defined.");
        }
        if (party.isPresent() && unit.isPresent()) {
            throw new InvalidQuery("Only one of 'Party' or 'Unit' can be defined.");
        }
        if (unit.isPresent() && !unit.get().matches("[0-9]{9}")) {
            throw new InvalidQuery("Value of 'Unit' needs to be exactly 9 digits.");
        }
        return party.<PartyChoice>map(text -> new Party(Integers.parse("Party", text)))
                .or(() -> unit.map(Unit::new))
                .or(() -> person.map(Person::new));
    }

    /**
     * The subject that app events of the party carry.
     *
     * @throws UnknownParty if the unit or person is unknown
     */
    default String subject(PartyLookup parties) {
        OptionalInt party;
        if (this instanceof Unit unit) {
            party = parties.ofUnit(unit.organisationNumber);
        } else if (this instanceof Person person) {
            party = parties.ofPerson(person.identityNumber);
        } else {
            party = OptionalInt.of(((Party) this).id);
        }
        return "/party/" + party.orElseThrow(UnknownParty::new);
    }
}
