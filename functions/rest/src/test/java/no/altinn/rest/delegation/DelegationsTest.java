package no.altinn.rest.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.json.Json;
import no.altinn.rest.access.Action;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.happening.Happening;
import no.altinn.rest.happening.HappeningType;
import no.altinn.rest.happening.Happenings;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Tables;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

class DelegationsTest {
    private static final Receiver RECEIVER = new Receiver.Party(50000002);
    private static final Gift ROLE = new Gift.Role("UTINN");
    private static final Gift RIGHT = new Gift.Right(new ServiceKey("1001", 1), Action.READ);
    private static final Delegation.Giver GIVER = Delegation.Giver.user("A");

    private final MutableClock clock = MutableClock.at("2026-01-02T09:00:00Z");
    private final Entries entries = new MemoryEntryStore(clock).of(Tables.DELEGATIONS);
    private final AtomicInteger numbers = new AtomicInteger(Delegations.FIRST_NUMBER);
    private final Delegations delegations =
            new Delegations(entries, numbers::getAndIncrement, clock);

    private Delegation give(Gift gift) {
        return delegations.give(51000001, RECEIVER, 50000002, gift, GIVER);
    }

    private List<Happening> happened() {
        return entries.search(Search.in("51000001")).stream()
                .flatMap(entry -> Happenings.of(entry.head()).stream())
                .toList();
    }

    @Test
    void whatIsGivenIsFoundByGiverReceiverAndNumber() {
        Delegation role = give(ROLE);
        Delegation right = give(RIGHT);

        assertThat(delegations.of(51000001)).containsExactlyInAnyOrder(role, right);
        assertThat(delegations.of(51000001, Set.of(RECEIVER)))
                .containsExactlyInAnyOrder(role, right);
        assertThat(delegations.to(Set.of(RECEIVER))).containsExactlyInAnyOrder(role, right);
        assertThat(delegations.find(51000001, role.number())).contains(role);
        assertThat(role.at()).isEqualTo(clock.instant());
    }

    @Test
    void nobodyElseFindsIt() {
        Delegation role = give(ROLE);

        assertThat(delegations.of(51000002)).isEmpty();
        assertThat(delegations.of(51000001, Set.of(new Receiver.Party(50000003)))).isEmpty();
        assertThat(delegations.to(Set.of(new Receiver.EnterpriseUser(50000002)))).isEmpty();
        assertThat(delegations.find(51000002, role.number())).isEmpty();
        assertThat(delegations.givenBy("ttd", role.number())).isEmpty();
    }

    @Test
    void theSameIsGivenOnce() {
        Delegation first = give(ROLE);
        clock.advance(Duration.ofHours(1));

        assertThat(give(ROLE)).isEqualTo(first);
        assertThat(delegations.of(51000001)).hasSize(1);
        assertThat(happened()).hasSize(1);
    }

    @Test
    void whatIsWithdrawnIsFoundNoMore() {
        Delegation role = give(ROLE);

        assertThat(delegations.withdraw(role)).isTrue();

        assertThat(delegations.of(51000001)).isEmpty();
        assertThat(delegations.to(Set.of(RECEIVER))).isEmpty();
        assertThat(delegations.find(51000001, role.number())).isEmpty();
        assertThat(delegations.withdraw(role)).isFalse();
    }

    @Test
    void itsEndIsToldAndGoesAwayLater() {
        Delegation role = give(ROLE);
        clock.advance(Duration.ofHours(1));
        delegations.withdraw(role);

        assertThat(happened())
                .extracting(Happening::type)
                .containsExactly(HappeningType.ROLE_DELEGATED, HappeningType.ROLE_DELETED);
        assertThat(happened().get(1).subject()).isEqualTo(50000002);
        assertThat(happened().get(1).source())
                .isEqualTo("r51000001/authorization/delegations/r50000002");

        clock.advance(Delegations.KEPT);
        assertThat(entries.search(Search.in("51000001"))).isEmpty();
    }

    @Test
    void anEventOfARightNamesItsServiceAndNobody() {
        delegations.withdraw(give(RIGHT));

        assertThat(happened())
                .extracting(Happening::type)
                .containsExactly(HappeningType.RIGHT_DELEGATED, HappeningType.RIGHT_DELETED);
        assertThat(happened().get(0).data())
                .isEqualTo(
                        Json.parse(
                                """
                                {"service":"1001","edition":1,"action":"READ",
                                 "offeredBy":51000001,"number":1000000}"""));
    }

    @Test
    void whatIsGivenAgainIsNewAndStays() {
        Delegation first = give(ROLE);
        delegations.withdraw(first);
        Delegation second = give(ROLE);

        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(delegations.withdraw(first)).isFalse();
        clock.advance(Delegations.KEPT);
        assertThat(delegations.of(51000001)).containsExactly(second);
        assertThat(happened()).hasSize(3);
    }

    @Test
    void aNumberThatIsTakenIsNotGivenAgain() {
        Delegation first = give(ROLE);
        numbers.set(first.number());

        assertThat(give(RIGHT).number()).isNotEqualTo(first.number());
    }

    @Test
    void whatAServiceOwnerGaveOnlyThatOneFinds() {
        Delegation given =
                delegations.give(
                        51000001, RECEIVER, 50000002, ROLE, new Delegation.Giver("", "ttd"));

        assertThat(delegations.givenBy("ttd", given.number())).contains(given);
        assertThat(delegations.givenBy("skd", given.number())).isEmpty();
    }

    @Test
    void aPartyGivesNoMoreThanItMay() {
        for (int i = 0; i < Delegations.MOST; i++) {
            entries.put(Entry.of("51000001", "u" + (i + 1), Map.of(), Json.object(), ""));
        }

        assertThatExceptionOfType(TooMuchGiven.class)
                .isThrownBy(() -> give(ROLE))
                .withMessage("A party has 5000 delegations at most");
        assertThat(delegations.of(51000001)).isEmpty();
    }

    @Test
    void nothingThatIsLoggedNamesAPerson() {
        assertThat(give(ROLE).toString()).doesNotContain("name=A").contains("giver=,");
    }
}
