package no.altinn.rest.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.rest.access.Reportee;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.delegation.Delegations;
import no.altinn.rest.delegation.Gift;
import no.altinn.rest.delegation.LocalRoles;
import no.altinn.rest.delegation.Receivers;
import no.altinn.rest.record.Tables;
import no.altinn.rest.reportee.Town;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class AdministrationTest {
    private final RightsBed bed = new RightsBed();
    private final LocalRoles localRoles =
            new LocalRoles(bed.store.of(Tables.DELEGATIONS), () -> Delegations.FIRST_NUMBER);
    private final Administration administration =
            new Administration(
                    new Holdings(
                            (user, party) -> bed.external.get(user + " " + party),
                            user -> List.of(),
                            bed.delegations,
                            localRoles),
                    bed.delegations,
                    localRoles,
                    bed.catalogue);
    private final Reportee main = bed.reportees.find(RightsBed.MAIN).orElseThrow();

    private void give(List<Gift> gifts) {
        administration.give(
                Town.A, main, new Receivers.Found(RightsBed.PARTY_B, 50000002), gifts, "A");
    }

    @Test
    void oneRequestGivesNoMoreThanItMay() {
        List<Gift> tooMany =
                IntStream.range(0, Administration.MOST_AT_ONCE + 1)
                        .mapToObj(
                                i -> (Gift) new Gift.Right(new ServiceKey("s" + i, 1), Action.READ))
                        .toList();

        for (List<Gift> gifts : List.of(tooMany, List.<Gift>of())) {
            assertThatExceptionOfType(Refused.Senseless.class)
                    .isThrownBy(() -> give(gifts))
                    .withMessage("Roles and Rights must be 1 to 100 together");
        }
        assertThat(bed.given(RightsBed.MAIN)).isEmpty();
    }

    @Test
    void aRightToAServiceThatIsGoneIsNotGivenOn() {
        Gift.Right gone = new Gift.Right(new ServiceKey("9999", 1), Action.READ);
        bed.give(RightsBed.MAIN, RightsBed.PARTY_A, gone);

        assertThatExceptionOfType(Refused.Forbidden.class).isThrownBy(() -> give(List.of(gone)));
    }

    @Test
    void whoWasAdministratorIsNoneOnceThatIsWithdrawn() {
        administration.require(Town.A, main);
        bed.delegations.of(RightsBed.MAIN).forEach(bed.delegations::withdraw);

        assertThatExceptionOfType(Refused.Forbidden.class)
                .isThrownBy(() -> administration.require(Town.A, main))
                .withMessage("The user must have the role ADMAI or HADM");
    }
}
