package no.altinn.rest.permission;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.access.Action;
import no.altinn.rest.access.Permissions;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.delegation.Delegation;
import no.altinn.rest.delegation.Gift;
import no.altinn.rest.delegation.Receiver;
import no.altinn.rest.reportee.Town;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class RolePermissionsTest {
    private static final ServiceKey FORM = new ServiceKey("1001", 1);
    private static final ServiceKey OTHER_FORM = new ServiceKey("1002", 1);
    private static final ServiceKey GONE = new ServiceKey("9999", 1);

    private final RightsBed bed = new RightsBed();
    private final Permissions permissions = bed.parts.permissions();

    private Set<Action> ofB(ServiceKey service) {
        return permissions.of(Town.B, RightsBed.MAIN, service);
    }

    @Nested
    class RolesOfRegisters {
        @Test
        void countForTheirPartyAlone() {
            assertThat(permissions.of(Town.A, RightsBed.MAIN, FORM)).contains(Action.values());
            assertThat(permissions.of(Town.A, 50000001, FORM)).contains(Action.values());
            assertThat(permissions.of(Town.A, RightsBed.OTHER, FORM)).isEmpty();
            assertThat(permissions.hasRole(Town.A, RightsBed.MAIN, Set.of("DAGL"))).isTrue();
            assertThat(permissions.hasRole(Town.A, RightsBed.OTHER, Set.of("DAGL"))).isFalse();
        }

        @Test
        void areNoEnterpriseUsers() {
            bed.external.put(bed.system.userId() + " 51000001", Set.of("DAGL"));

            assertThat(permissions.of(bed.system, RightsBed.MAIN, FORM)).isEmpty();
        }

        @Test
        void bringNothingForAServiceThatIsGone() {
            assertThat(permissions.of(Town.A, RightsBed.MAIN, GONE)).isEmpty();
        }
    }

    @Nested
    class GivenRoles {
        @Test
        void countAtOnceAndAtOnceNoMore() {
            assertThat(ofB(FORM)).isEmpty();

            Delegation given = bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "UTINN");
            assertThat(ofB(FORM)).contains(Action.values());
            assertThat(permissions.hasRole(Town.B, RightsBed.MAIN, Set.of("UTINN"))).isTrue();

            bed.delegations.withdraw(given);
            assertThat(ofB(FORM)).isEmpty();
            assertThat(permissions.hasRole(Town.B, RightsBed.MAIN, Set.of("UTINN"))).isFalse();
        }

        @Test
        void bringWhatTheCatalogueLetsThemDo() {
            bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "LOPER");

            assertThat(ofB(FORM)).containsExactly(Action.READ);
        }

        @Test
        void areTheirReceiversAlone() {
            bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "UTINN");

            assertThat(permissions.of(Town.B, 51000002, FORM)).isEmpty();
            assertThat(permissions.of(bed.system, RightsBed.MAIN, FORM)).isEmpty();
        }

        @Test
        void reachEnterpriseUsers() {
            bed.give(RightsBed.MAIN, bed.systemReceiver(), "UTINN");

            assertThat(permissions.of(bed.system, RightsBed.MAIN, FORM)).contains(Action.values());
            assertThat(ofB(FORM)).isEmpty();
        }
    }

    @Nested
    class GivenRights {
        @Test
        void countForTheirServiceAlone() {
            bed.give(RightsBed.MAIN, RightsBed.PARTY_B, new Gift.Right(FORM, Action.SIGN));

            assertThat(permissions.of(Town.B, RightsBed.MAIN, List.of(FORM, OTHER_FORM)))
                    .containsEntry(FORM, Set.of(Action.SIGN))
                    .containsEntry(OTHER_FORM, Set.of());
        }

        @Test
        void outliveTheirServiceInTheCatalogue() {
            bed.give(RightsBed.MAIN, RightsBed.PARTY_B, new Gift.Right(GONE, Action.READ));

            assertThat(ofB(GONE)).containsExactly(Action.READ);
        }
    }

    @Nested
    class WhatOrganisationsWereGiven {
        @Test
        void theirManagersHave() {
            bed.give(RightsBed.MAIN, new Receiver.Party(RightsBed.OTHER), "LOPER");

            assertThat(ofB(FORM)).containsExactly(Action.READ);
            assertThat(bed.parts.delegatedParties().offeredTo(Town.B)).contains(RightsBed.MAIN);
        }

        @Test
        void thoseWithAnotherRoleThereHaveNot() {
            bed.external.put("20000002 51000003", Set.of("REGN"));
            bed.give(RightsBed.MAIN, new Receiver.Party(RightsBed.OTHER), "LOPER");

            assertThat(ofB(FORM)).isEmpty();
            assertThat(bed.parts.delegatedParties().offeredTo(Town.B)).isEmpty();
        }

        @Test
        void theirEnterpriseUsersHaveNot() {
            bed.give(RightsBed.OTHER, new Receiver.Party(RightsBed.MAIN), "UTINN");

            assertThat(permissions.of(bed.system, RightsBed.OTHER, FORM)).isEmpty();
        }
    }

    @Test
    void usersActForThoseWhoGaveThemAnythingUntilItIsWithdrawn() {
        Delegation given =
                bed.give(RightsBed.MAIN, RightsBed.PARTY_B, new Gift.Right(FORM, Action.READ));
        assertThat(bed.parts.delegatedParties().offeredTo(Town.B)).containsExactly(RightsBed.MAIN);

        bed.delegations.withdraw(given);

        assertThat(bed.parts.delegatedParties().offeredTo(Town.B)).isEmpty();
    }

    @Test
    void aManagerOfManyOrganisationsHasWhatAnyOfThemWasGiven() {
        for (int party = 52000000; party < 52001000; party++) {
            bed.external.put("20000002 " + party, Set.of("DAGL"));
        }
        bed.give(RightsBed.MAIN, new Receiver.Party(52000999), "LOPER");

        assertThat(ofB(FORM)).containsExactly(Action.READ);
    }
}
