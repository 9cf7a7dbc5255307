package no.altinn.rest.reportee;

import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.register.PartyUrn;
import no.altinn.platform.register.RegisteredParty;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.reportee.ExternalParties.ExternalParty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom users act for: a person for oneself, an enterprise user for its organisation, both for those
 * who gave them roles or rights in Altinn, and a person for those of public registers. Thread-safe.
 */
public final class AccessReportees implements Reportees {
    /** The forms of sub-units in the register of organisations. */
    private static final Set<String> SUB_UNITS = Set.of("BEDR", "AAFY");

    private final ExternalParties external;
    private final DelegatedParties delegated;
    private final KnownParties known;
    private final SideBySide calls;

    /**
     * @param external should remember answers: it is asked at every request
     * @param calls how main units are looked up, which Register tells one by one
     */
    public AccessReportees(
            ExternalParties external,
            DelegatedParties delegated,
            KnownParties known,
            SideBySide calls) {
        this.external = external;
        this.delegated = delegated;
        this.known = known;
        this.calls = calls;
    }

    @Override
    public List<Reportee> of(Caller.User user) {
        Map<Integer, Optional<String>> parents = partyIds(user);
        Map<String, RegisteredParty> parties =
                known.all(parents.keySet().stream().map(PartyUrn::party).toList());
        lookUpParents(parties, parents);
        List<Reportee> all = new ArrayList<>();
        parties.values().forEach(party -> all.add(reportee(party, parents.get(party.partyId()))));
        all.sort(oneselfFirst(user));
        return List.copyOf(all);
    }

    /** So that sub-units whose main units nobody told are not asked for one after the other. */
    private void lookUpParents(
            Map<String, RegisteredParty> parties, Map<Integer, Optional<String>> parents) {
        List<String> orphans =
                parties.values().stream()
                        .filter(party -> isUntold(parents, party))
                        .filter(RegisteredParty.Unit.class::isInstance)
                        .map(RegisteredParty.Unit.class::cast)
                        .filter(AccessReportees::isSubUnit)
                        .map(RegisteredParty.Unit::organizationIdentifier)
                        .toList();
        if (!orphans.isEmpty()) {
            calls.each(orphans, known::parentOf);
        }
    }

    private static boolean isUntold(Map<Integer, Optional<String>> parents, RegisteredParty party) {
        return parents.getOrDefault(party.partyId(), Optional.empty()).isEmpty();
    }

    private static Comparator<Reportee> oneselfFirst(Caller.User user) {
        return Comparator.comparing((Reportee each) -> !isOneself(user, each))
                .thenComparing(Reportee::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Reportee::partyId);
    }

    private static boolean isOneself(Caller.User user, Reportee each) {
        return user.enterprise().isPresent()
                ? each.organisationNumber().equals(user.enterprise())
                : user.partyId().isPresent() && user.partyId().getAsInt() == each.partyId();
    }

    @Override
    public Optional<Reportee> of(Caller.User user, int partyId) {
        // Nobody's whole list is read from Register to find one party in it.
        return Optional.ofNullable(partyIds(user).get(partyId))
                .flatMap(
                        parent ->
                                known.find(PartyUrn.party(partyId))
                                        .map(party -> reportee(party, parent)));
    }

    /** The ids of all parties that a user acts for, with those main units that are told already. */
    private Map<Integer, Optional<String>> partyIds(Caller.User user) {
        Map<Integer, Optional<String>> parents = new LinkedHashMap<>();
        if (user.enterprise().isPresent()) {
            known.organisation(user.enterprise().get())
                    .ifPresent(unit -> parents.put(unit.partyId(), Optional.empty()));
        } else {
            user.partyId().ifPresent(own -> parents.put(own, Optional.empty()));
            for (ExternalParty party : external.of(user.userId())) {
                parents.put(party.partyId(), party.parent());
            }
        }
        for (int partyId : delegated.offeredTo(user)) {
            parents.putIfAbsent(partyId, Optional.empty());
        }
        return parents;
    }

    @Override
    public Optional<Reportee> find(int partyId) {
        return known.find(PartyUrn.party(partyId)).map(this::reportee);
    }

    @Override
    public Optional<Reportee> organisation(String number) {
        return known.organisation(number).map(this::reportee);
    }

    @Override
    public List<Reportee> organisations(Collection<String> numbers) {
        List<String> urns = numbers.stream().map(PartyUrn::organization).toList();
        Map<String, RegisteredParty> parties = known.all(urns);
        lookUpParents(parties, Map.of());
        return urns.stream()
                .filter(parties::containsKey)
                .map(urn -> reportee(parties.get(urn)))
                .toList();
    }

    @Override
    public Optional<Reportee> person(String nationalNumber) {
        return known.person(nationalNumber).map(this::reportee);
    }

    private Reportee reportee(RegisteredParty party) {
        return reportee(party, Optional.empty());
    }

    private Reportee reportee(RegisteredParty party, Optional<String> parent) {
        return party instanceof RegisteredParty.Person person
                ? person(person)
                : unit((RegisteredParty.Unit) party, parent);
    }

    private static Reportee person(RegisteredParty.Person person) {
        return new Reportee(
                person.partyId(),
                Reportee.Kind.PERSON,
                person.name(),
                Optional.empty(),
                Optional.of(person.personIdentifier()),
                Optional.empty(),
                Optional.empty(),
                person.isDeleted());
    }

    private Reportee unit(RegisteredParty.Unit unit, Optional<String> parent) {
        boolean isSubUnit = isSubUnit(unit);
        return new Reportee(
                unit.partyId(),
                isSubUnit ? Reportee.Kind.BUSINESS : Reportee.Kind.ENTERPRISE,
                unit.name(),
                Optional.of(unit.organizationIdentifier()),
                Optional.empty(),
                isSubUnit
                        ? parent.or(() -> known.parentOf(unit.organizationIdentifier()))
                        : Optional.empty(),
                unit.unitType(),
                unit.isDeleted());
    }

    private static boolean isSubUnit(RegisteredParty.Unit unit) {
        return unit.unitType().filter(SUB_UNITS::contains).isPresent();
    }
}
