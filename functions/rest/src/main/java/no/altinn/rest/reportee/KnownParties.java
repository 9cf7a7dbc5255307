package no.altinn.rest.reportee;

import com.github.benmanes.caffeine.cache.Cache;

import no.altinn.platform.register.MainUnit;
import no.altinn.platform.register.PartyLookup;
import no.altinn.platform.register.PartyUrn;
import no.altinn.platform.register.RegisteredParty;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Register tells of parties, kept for five minutes, also that it knows none. Every method
 * throws {@link no.altinn.platform.client.Unavailable} if Register does not answer. Thread-safe.
 */
public final class KnownParties {
    private final PartyLookup register;
    private final Clock clock;
    // Replaced as a whole, so that an answer to an earlier question is not kept afterwards.
    private volatile Memory memory;

    private record Memory(
            Cache<String, Optional<RegisteredParty>> parties,
            Cache<String, Optional<String>> parents) {
        static Memory empty(Clock clock) {
            return new Memory(ShortMemory.of(clock), ShortMemory.of(clock));
        }
    }

    public KnownParties(PartyLookup register, Clock clock) {
        this.register = register;
        this.clock = clock;
        this.memory = Memory.empty(clock);
    }

    /** Forgets everything, for a caller who knows that parties have changed. */
    public void forget() {
        memory = Memory.empty(clock);
    }

    /** The party that a {@link PartyUrn} names. */
    public Optional<RegisteredParty> find(String urn) {
        return Optional.ofNullable(all(List.of(urn)).get(urn));
    }

    /** The person with a national number. */
    public Optional<RegisteredParty.Person> person(String nationalNumber) {
        return find(PartyUrn.person(nationalNumber))
                .filter(RegisteredParty.Person.class::isInstance)
                .map(RegisteredParty.Person.class::cast);
    }

    /** The organisation with a number. */
    public Optional<RegisteredParty.Unit> organisation(String number) {
        return find(PartyUrn.organization(number))
                .filter(RegisteredParty.Unit.class::isInstance)
                .map(RegisteredParty.Unit.class::cast);
    }

    /** The parties that {@link PartyUrn}s name, by the URN; unknown ones are left out. */
    public Map<String, RegisteredParty> all(Collection<String> urns) {
        Cache<String, Optional<RegisteredParty>> parties = memory.parties();
        Map<String, Optional<RegisteredParty>> known = new HashMap<>(parties.getAllPresent(urns));
        List<String> missing =
                urns.stream().distinct().filter(urn -> !known.containsKey(urn)).toList();
        if (!missing.isEmpty()) {
            Map<String, RegisteredParty> fetched = register.parties(missing);
            missing.forEach(urn -> known.put(urn, Optional.ofNullable(fetched.get(urn))));
            missing.forEach(urn -> parties.put(urn, known.get(urn)));
        }
        Map<String, RegisteredParty> found = new HashMap<>();
        known.forEach((urn, party) -> party.ifPresent(any -> found.put(urn, any)));
        return found;
    }

    /**
     * The number of a sub-unit's main unit.
     *
     * @param number the sub-unit's
     */
    public Optional<String> parentOf(String number) {
        return memory.parents()
                .get(
                        number,
                        any ->
                                register.mainUnit(PartyUrn.organization(any))
                                        .map(MainUnit::organizationIdentifier)
                                        .filter(parent -> !parent.isEmpty()));
    }
}
