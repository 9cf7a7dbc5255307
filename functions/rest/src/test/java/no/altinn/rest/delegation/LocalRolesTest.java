package no.altinn.rest.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.rest.access.Action;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class LocalRolesTest {
    private static final Gift.Right RIGHT = new Gift.Right(new ServiceKey("1001", 1), Action.READ);

    private final MemoryEntryStore store =
            new MemoryEntryStore(MutableClock.at("2026-01-02T09:00:00Z"));
    private final AtomicInteger numbers = new AtomicInteger(Delegations.FIRST_NUMBER);
    private final LocalRoles roles =
            new LocalRoles(store.of(Tables.DELEGATIONS), numbers::getAndIncrement);

    private LocalRole add(String name) {
        return roles.add(51000001, name, "Om", List.of(RIGHT));
    }

    @Test
    void aRoleIsOfThePartyThatMadeIt() {
        LocalRole role = add("Lesere");

        assertThat(roles.of(51000001)).containsExactly(role);
        assertThat(roles.find(51000001, role.id())).contains(role);
        assertThat(roles.of(51000002)).isEmpty();
        assertThat(roles.find(51000002, role.id())).isEmpty();
        assertThat(LocalRole.isCode(role.code())).isTrue();
    }

    @Test
    void aRoleIsReplacedAndRemoved() {
        LocalRole first = add("Lesere");
        LocalRole second = add("Andre");
        LocalRole renamed = new LocalRole(51000001, first.id(), "Skrivere", "", List.of(RIGHT));

        roles.replace(renamed);
        assertThat(roles.of(51000001)).containsExactly(renamed, second);

        roles.remove(renamed);
        assertThat(roles.of(51000001)).containsExactly(second);
    }

    @Test
    void idsAreNotGivenTwice() {
        LocalRole first = add("Lesere");
        numbers.set(first.id());

        assertThat(add("Andre").id()).isNotEqualTo(first.id());
    }

    @Test
    void aPartyHasNoMoreThanItMay() {
        for (int i = 0; i < LocalRoles.MOST; i++) {
            add("Rolle " + i);
        }

        assertThatExceptionOfType(TooMuchGiven.class)
                .isThrownBy(() -> add("En til"))
                .withMessage("A party has 50 local roles at most");
    }

    @Test
    void aRoleNeedsANameAndRightsWithinBounds() {
        refused("RoleName must be 1 to 255 characters", " ", "", List.of(RIGHT));
        refused("RoleName must be 1 to 255 characters", "n".repeat(256), "", List.of(RIGHT));
        refused("RoleDescription must be 255 characters", "n", "d".repeat(256), List.of(RIGHT));
        refused("A local role must have 1 to 100 Rights", "n", "", List.of());
        refused("A local role must have 1 to 100 Rights", "n", "", Collections.nCopies(101, RIGHT));
        assertThat(roles.of(51000001)).isEmpty();
    }

    private void refused(String why, String name, String description, List<Gift.Right> rights) {
        assertThatExceptionOfType(InvalidLocalRole.class)
                .isThrownBy(() -> roles.add(51000001, name, description, rights))
                .withMessageStartingWith(why);
    }
}
