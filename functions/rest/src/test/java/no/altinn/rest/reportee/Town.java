package no.altinn.rest.reportee;

import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.register.MailingAddress;
import no.altinn.platform.register.MainUnit;
import no.altinn.platform.register.PartyLookup;
import no.altinn.platform.register.PartyUrn;
import no.altinn.platform.register.RegisteredParty;
import no.altinn.rest.access.Action;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Permissions;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.profile.Profile;
import no.altinn.testing.time.MutableClock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A few parties with their users, for tests. A is general manager of a main unit and its sub-unit;
 * B has nothing but what a test gives. Tells what Register was asked.
 */
public final class Town implements PartyLookup, Permissions {
    public static final RegisteredParty.Person PERSON_A =
            new RegisteredParty.Person(
                    50000001, "Person A", false, "01909012345", Optional.of("A"));
    public static final RegisteredParty.Person PERSON_B =
            new RegisteredParty.Person(
                    50000002, "Bo Lang Nordmann", false, "02909012346", Optional.empty());
    public static final RegisteredParty.Unit MAIN =
            new RegisteredParty.Unit(
                    51000001,
                    "Main unit",
                    false,
                    "310000001",
                    Optional.of("AS"),
                    Optional.of("post@eksempel.no"),
                    Optional.of("+4799000010"),
                    Optional.of(
                            new MailingAddress(
                                    Optional.of("Storgata 1"),
                                    Optional.of("8900"),
                                    Optional.of("Brønnøysund"))));
    public static final RegisteredParty.Unit SUB = unit(51000002, "Sub-unit", "310000002", "BEDR");
    public static final RegisteredParty.Unit OTHER =
            unit(51000003, "another organisation", "310000003", "ENK");
    public static final RegisteredParty.Unit STRUCK_OFF =
            new RegisteredParty.Unit(
                    51000004,
                    "Old unit",
                    true,
                    "310000004",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public static final Caller.User A = user(20000001, PERSON_A);
    public static final Caller.User B = user(20000002, PERSON_B);
    public static final Caller.User SYSTEM =
            new Caller.User(
                    30000001,
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.of("310000001"),
                    3,
                    Optional.empty());
    public static final Caller.Organisation TTD =
            new Caller.Organisation(
                    "991825827", Optional.of("ttd"), 3, Optional.of(Set.of("altinn:serviceowner")));

    private static final List<RegisteredParty> ALL =
            List.of(PERSON_A, PERSON_B, MAIN, SUB, OTHER, STRUCK_OFF);

    private final List<RegisteredParty.Unit> made = new ArrayList<>();

    public final MutableClock clock = MutableClock.at("2026-01-02T09:00:00Z");

    /** What Register was asked for: URNs, in the order of the questions. */
    public final List<String> asked = new ArrayList<>();

    /** The parties that gave roles, by the id of the user who has them. */
    public final Map<Integer, Set<Integer>> given = new HashMap<>();

    /** What is allowed or held: {@code user party service}, or {@code user party ROLE}. */
    public final Set<String> allowed = new HashSet<>();

    public final Map<String, Profile> profiles = new HashMap<>();

    public final KnownParties known = new KnownParties(this, clock);
    public final NamedParties named = new NamedParties(known);
    public final SideBySide calls = new SideBySide(Runnable::run, 4);
    public final AllowedReportees allowedReportees = new AllowedReportees(this, calls);
    public final AccessReportees reportees =
            new AccessReportees(
                    Town::external,
                    user -> given.getOrDefault(user.userId(), Set.of()),
                    known,
                    calls);

    public Town() {
        profiles.put(
                "01909012345",
                new Profile(
                        20000001,
                        50000001,
                        Optional.empty(),
                        Optional.of("+4799000001"),
                        Optional.of("a@eksempel.no"),
                        false,
                        Optional.empty()));
    }

    /** So many organisations more, with party ids from 53000000. */
    public List<RegisteredParty.Unit> made(int count) {
        for (int i = 0; i < count; i++) {
            made.add(unit(53000000 + i, "Unit " + i, Integer.toString(320000000 + i), "AS"));
        }
        return made;
    }

    private static RegisteredParty.Unit unit(int id, String name, String number, String form) {
        return new RegisteredParty.Unit(
                id,
                name,
                false,
                number,
                Optional.of(form),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Caller.User user(int userId, RegisteredParty.Person person) {
        return new Caller.User(
                userId,
                OptionalInt.of(person.partyId()),
                Optional.of(person.personIdentifier()),
                Optional.empty(),
                3,
                Optional.empty());
    }

    /** The same user with a bearer token. */
    public static Caller.User with(Caller.User user, String... scopes) {
        return new Caller.User(
                user.userId(),
                user.partyId(),
                user.nationalNumber(),
                user.enterprise(),
                user.level(),
                Optional.of(Set.of(scopes)));
    }

    private static List<ExternalParties.ExternalParty> external(int userId) {
        return userId == A.userId()
                ? List.of(
                        new ExternalParties.ExternalParty(51000001, Optional.empty()),
                        new ExternalParties.ExternalParty(51000002, Optional.of("310000001")),
                        new ExternalParties.ExternalParty(50000001, Optional.empty()))
                : List.of();
    }

    @Override
    public Map<String, RegisteredParty> parties(Collection<String> urns) {
        asked.addAll(new TreeSet<>(urns));
        Map<String, RegisteredParty> found = new HashMap<>();
        Stream.concat(ALL.stream(), made.stream())
                .forEach(party -> party.urns().forEach(urn -> found.put(urn, party)));
        found.keySet().retainAll(urns);
        return found;
    }

    @Override
    public Optional<MainUnit> mainUnit(String urn) {
        asked.add("above " + urn);
        return urn.equals(PartyUrn.organization("310000002"))
                ? Optional.of(new MainUnit(PartyUrn.organization("310000001"), 1, "310000001"))
                : Optional.empty();
    }

    @Override
    public Set<Action> of(Caller.User user, int partyId, ServiceKey service) {
        return allowed.contains("%d %d %s".formatted(user.userId(), partyId, service))
                ? Set.of(Action.READ)
                : Set.of();
    }

    @Override
    public boolean hasRole(Caller.User user, int partyId, Set<String> roleCodes) {
        return roleCodes.stream()
                .anyMatch(
                        code ->
                                allowed.contains(
                                        "%d %d %s".formatted(user.userId(), partyId, code)));
    }
}
