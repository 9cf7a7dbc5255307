package no.altinn.rest.permission;

import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.app.AuthorizationParts;
import no.altinn.rest.delegation.Delegation;
import no.altinn.rest.delegation.Delegations;
import no.altinn.rest.delegation.Gift;
import no.altinn.rest.delegation.Receiver;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.Routes;
import no.altinn.rest.login.EnterpriseUsers;
import no.altinn.rest.login.Passwords;
import no.altinn.rest.login.Turns;
import no.altinn.rest.login.UserName;
import no.altinn.rest.login.Users;
import no.altinn.rest.profile.Profile;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.rest.reportee.AccessReportees;
import no.altinn.rest.reportee.ExternalParties;
import no.altinn.rest.reportee.Town;
import no.altinn.testing.time.MutableClock;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything about roles and rights over the parties of {@link Town}, for tests. A is manager and
 * chief administrator of {@link #MAIN}, B manager of {@link #OTHER} and nobody there. The
 * enterprise user is one of {@link #MAIN}, without any right.
 */
public final class RightsBed {
    public static final int MAIN = 51000001;
    public static final int OTHER = 51000003;
    public static final Receiver PARTY_A = new Receiver.Party(50000001);
    public static final Receiver PARTY_B = new Receiver.Party(50000002);

    public final Town town = new Town();
    public final MutableClock clock = town.clock;
    public final MemoryEntryStore store = new MemoryEntryStore(clock);
    public final TownServices catalogue = new TownServices();
    public final Users users = new Users(store.of(Tables.USERS), clock);

    /** The codes of external roles, by {@code user party}. */
    public final Map<String, Set<String>> external = new HashMap<>();

    public final AuthorizationParts parts =
            new AuthorizationParts(
                    new AuthorizationParts.Ground(
                            store,
                            catalogue,
                            (user, party) -> external.getOrDefault(user + " " + party, Set.of()),
                            this::externalParties,
                            town.known,
                            users,
                            number -> Optional.ofNullable(town.profiles.get(number))),
                    clock);
    public final Delegations delegations = parts.delegations();
    public final Reportees reportees =
            new AccessReportees(
                    this::externalParties, parts.delegatedParties(), town.known, town.calls);
    public final List<Routes> routes = parts.routes(reportees);

    /** The enterprise user {@code system310}. */
    public final Caller.User system = enterpriseUser();

    private final DoorBed door = DoorBed.of(routes.toArray(Routes[]::new)).with(reportees);

    public RightsBed() {
        external.put("20000001 50000001", Set.of("PRIV"));
        external.put("20000001 51000001", Set.of("DAGL"));
        external.put("20000001 51000002", Set.of("DAGL"));
        external.put("20000002 50000002", Set.of("PRIV"));
        external.put("20000002 51000003", Set.of("DAGL"));
        town.profiles.put(
                "02909012346",
                new Profile(
                        20000002,
                        50000002,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty()));
        give(MAIN, PARTY_A, "HADM");
    }

    private List<ExternalParties.ExternalParty> externalParties(int userId) {
        return external.keySet().stream()
                .map(key -> key.split(" "))
                .filter(key -> key[0].equals(Integer.toString(userId)))
                .map(
                        key ->
                                new ExternalParties.ExternalParty(
                                        Integer.parseInt(key[1]), Optional.empty()))
                .toList();
    }

    private Caller.User enterpriseUser() {
        SecureRandom random = new SecureRandom();
        int id =
                new EnterpriseUsers(users, new Passwords(random), new Turns(), random)
                        .add("310000001", UserName.of("system310"))
                        .user()
                        .userId();
        return new Caller.User(
                id,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of("310000001"),
                3,
                Optional.empty());
    }

    public Receiver systemReceiver() {
        return new Receiver.EnterpriseUser(system.userId());
    }

    /** Gives a role, as another user has done before. */
    public Delegation give(int offeredBy, Receiver receiver, String role) {
        return give(offeredBy, receiver, new Gift.Role(role));
    }

    public Delegation give(int offeredBy, Receiver receiver, Gift gift) {
        int subject = receiver instanceof Receiver.Party party ? party.partyId() : RightsBed.MAIN;
        return delegations.give(
                offeredBy, receiver, subject, gift, Delegation.Giver.user("Giver of the test"));
    }

    public DoorBed as(Caller caller) {
        return door.calledBy(caller);
    }

    /** All that a party has given to others than A. */
    public Stream<Delegation> given(int offeredBy) {
        return delegations.of(offeredBy).stream().filter(each -> !each.receiver().equals(PARTY_A));
    }
}
