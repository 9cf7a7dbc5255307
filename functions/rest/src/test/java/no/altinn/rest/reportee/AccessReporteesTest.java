package no.altinn.rest.reportee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.register.PartyUrn;
import no.altinn.rest.access.Reportee;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class AccessReporteesTest {
    private final Town town = new Town();
    private final AccessReportees reportees = town.reportees;

    private static List<Integer> ids(List<Reportee> list) {
        return list.stream().map(Reportee::partyId).toList();
    }

    @Test
    void aPersonActsForOneselfAndForThoseOfTheRegistersAndForThoseWhoGaveRoles() {
        town.given.put(20000001, Set.of(51000003, 50000002));

        assertThat(ids(reportees.of(Town.A)))
                .containsExactly(50000001, 51000003, 50000002, 51000001, 51000002);
    }

    @Test
    void aPersonWithoutRolesActsForOneselfAlone() {
        assertThat(ids(reportees.of(Town.B))).containsExactly(50000002);
    }

    @Test
    void whatWasGivenCountsAtOnceAndNoLongerThanItIsGiven() {
        reportees.of(Town.B);
        town.given.put(20000002, Set.of(51000003));
        assertThat(ids(reportees.of(Town.B))).containsExactly(50000002, 51000003);
        assertThat(reportees.of(Town.B, 51000003)).isPresent();

        town.given.clear();
        assertThat(ids(reportees.of(Town.B))).containsExactly(50000002);
        assertThat(reportees.of(Town.B, 51000003)).isEmpty();
    }

    @Test
    void anEnterpriseUserActsForItsOrganisationAndThoseWhoGaveRoles() {
        assertThat(ids(reportees.of(Town.SYSTEM))).containsExactly(51000001);

        town.given.put(Town.SYSTEM.userId(), Set.of(51000003, 51000001));
        assertThat(ids(reportees.of(Town.SYSTEM))).containsExactly(51000001, 51000003);
        assertThat(reportees.of(Town.SYSTEM, 50000001)).isEmpty();
    }

    @Test
    void kindsFormsAndParentsAreRegisters() {
        List<Reportee> all = reportees.of(Town.A);

        assertThat(all.get(0))
                .isEqualTo(
                        new Reportee(
                                50000001,
                                Reportee.Kind.PERSON,
                                "Person A",
                                Optional.empty(),
                                Optional.of("01909012345"),
                                Optional.empty(),
                                Optional.empty(),
                                false));
        assertThat(all.get(1).kind()).isEqualTo(Reportee.Kind.ENTERPRISE);
        assertThat(all.get(1).parent()).isEmpty();
        assertThat(all.get(2))
                .isEqualTo(
                        new Reportee(
                                51000002,
                                Reportee.Kind.BUSINESS,
                                "Sub-unit",
                                Optional.of("310000002"),
                                Optional.empty(),
                                Optional.of("310000001"),
                                Optional.of("BEDR"),
                                false));
        assertThat(reportees.organisation("310000004").orElseThrow().isDeleted()).isTrue();
    }

    @Test
    void aParentThatIsToldWithTheRolesIsNotAskedForAgain() {
        reportees.of(Town.A);
        assertThat(town.asked).noneMatch(urn -> urn.startsWith("above"));

        town.given.put(20000002, Set.of(51000002));
        assertThat(reportees.of(Town.B, 51000002).flatMap(Reportee::parent)).contains("310000001");
        assertThat(town.asked).contains("above " + PartyUrn.organization("310000002"));
    }

    @Test
    void oneReporteeIsFoundWithoutReadingAllOthers() {
        assertThat(reportees.of(Town.A, 51000001)).map(Reportee::name).contains("Main unit");
        assertThat(town.asked).containsExactly(PartyUrn.party(51000001));
        assertThat(reportees.of(Town.A, 51000003)).isEmpty();
    }

    @Test
    void aPartyThatRegisterDoesNotKnowIsLeftOut() {
        town.given.put(20000002, Set.of(59999999));

        assertThat(ids(reportees.of(Town.B))).containsExactly(50000002);
        assertThat(reportees.of(Town.B, 59999999)).isEmpty();
    }

    @Test
    void anyPartyIsFoundByItsNumbers() {
        assertThat(reportees.find(51000003)).map(Reportee::id).contains("r51000003");
        assertThat(reportees.organisation("310000003")).isEqualTo(reportees.find(51000003));
        assertThat(reportees.person("02909012346")).isEqualTo(reportees.find(50000002));
        assertThat(reportees.find(1)).isEmpty();
        assertThat(reportees.organisation("02909012346")).isEmpty();
        assertThat(reportees.person("310000003")).isEmpty();
        assertThat(reportees.organisations(List.of("310000002", "999999999", "310000001")))
                .extracting(Reportee::partyId)
                .containsExactly(51000002, 51000001);
    }

    @Test
    void registerIsAskedAgainAfterFiveMinutesAndNotBefore() {
        reportees.find(51000001);
        reportees.find(1);
        town.clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        reportees.find(51000001);
        reportees.find(1);
        assertThat(town.asked).hasSize(2);

        town.clock.advance(Duration.ofSeconds(1));
        reportees.find(51000001);
        assertThat(town.asked).hasSize(3);
        town.known.forget();
        reportees.find(51000001);
        assertThat(town.asked).hasSize(4);
    }

    @Test
    void whomARegisterTellsIsKeptForFiveMinutesAndAFailureIsNot() {
        int[] questions = {0};
        CachedExternalParties external =
                new CachedExternalParties(
                        userId -> {
                            if (questions[0]++ == 0) {
                                throw new Unavailable("away");
                            }
                            return List.of();
                        },
                        town.clock);

        assertThatThrownBy(() -> external.of(1)).isInstanceOf(Unavailable.class);
        external.of(1);
        external.of(1);
        assertThat(questions[0]).isEqualTo(2);
        town.clock.advance(Duration.ofMinutes(5));
        external.of(1);
        assertThat(questions[0]).isEqualTo(3);
        external.forget();
        external.of(1);
        assertThat(questions[0]).isEqualTo(4);
    }
}
