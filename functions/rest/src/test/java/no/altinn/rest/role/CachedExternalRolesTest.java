package no.altinn.rest.role;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

final class CachedExternalRolesTest {
    private final MutableClock clock = MutableClock.at("2026-01-02T09:00:00Z");
    private final List<String> asked = new ArrayList<>();
    private final CachedExternalRoles roles =
            new CachedExternalRoles(
                    (userId, partyId) -> {
                        asked.add(userId + " " + partyId);
                        return Set.of("DAGL");
                    },
                    clock);

    @Test
    void theRolesOfEachUserForEachPartyAreKeptForFiveMinutes() {
        assertThat(roles.of(1, 2)).containsExactly("DAGL");
        roles.of(1, 2);
        roles.of(2, 1);
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        roles.of(1, 2);
        assertThat(asked).containsExactly("1 2", "2 1");

        clock.advance(Duration.ofMillis(1));
        roles.of(1, 2);
        assertThat(asked).hasSize(3);
        roles.forget();
        roles.of(1, 2);
        assertThat(asked).hasSize(4);
    }
}
