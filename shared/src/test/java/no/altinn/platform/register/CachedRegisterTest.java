package no.altinn.platform.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

final class CachedRegisterTest {
    private static final MainUnit UNIT = new MainUnit("urn:a", 1, "991825827");
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    private final MutableClock clock = MutableClock.at(Instant.ofEpochSecond(1_800_000_000L));
    private final Register asked = mock();
    private final CachedRegister cached = new CachedRegister(asked, clock);

    @Test
    void aMainUnitIsKeptForAnHour() {
        when(asked.mainUnit("urn:sub")).thenReturn(Optional.of(UNIT));

        assertThat(cached.mainUnit("urn:sub")).contains(UNIT);
        clock.advance(Duration.ofMinutes(59));
        assertThat(cached.mainUnit("urn:sub")).contains(UNIT);
        verify(asked, times(1)).mainUnit("urn:sub");

        clock.advance(Duration.ofMinutes(1));
        assertThat(cached.mainUnit("urn:sub")).contains(UNIT);
        verify(asked, times(2)).mainUnit("urn:sub");
    }

    @Test
    void thatThereIsNoMainUnitIsKeptAsWell() {
        when(asked.mainUnit("urn:main")).thenReturn(Optional.empty());

        assertThat(cached.mainUnit("urn:main")).isEmpty();
        assertThat(cached.mainUnit("urn:main")).isEmpty();
        verify(asked, times(1)).mainUnit("urn:main");
    }

    @Test
    void anOrganisationIsKeptAndSoIsThatThereIsNone() {
        Organization known = new Organization(1, "991825827");
        when(asked.organization("urn:a")).thenReturn(Optional.of(known));
        when(asked.organization("urn:b")).thenReturn(Optional.empty());

        for (int i = 0; i < 2; i++) {
            assertThat(cached.organization("urn:a")).contains(known);
            assertThat(cached.organization("urn:b")).isEmpty();
        }
        verify(asked, times(1)).organization("urn:a");
        verify(asked, times(1)).organization("urn:b");
    }

    @Test
    void whatIsForgottenIsAskedAgain() {
        when(asked.mainUnit("urn:sub")).thenReturn(Optional.empty()).thenReturn(Optional.of(UNIT));
        when(asked.partyUuids(List.of("1")))
                .thenReturn(Map.of("1", ONE))
                .thenReturn(Map.of("1", TWO));
        assertThat(cached.mainUnit("urn:sub")).isEmpty();
        assertThat(cached.partyUuids(List.of("1"))).containsValue(ONE);

        cached.forget();

        assertThat(cached.mainUnit("urn:sub")).contains(UNIT);
        assertThat(cached.partyUuids(List.of("1"))).containsValue(TWO);
    }

    @Test
    void anAnswerToAQuestionFromBeforeIsNotKept() {
        when(asked.mainUnit("urn:sub"))
                .thenAnswer(
                        call -> {
                            cached.forget();
                            return Optional.empty();
                        })
                .thenReturn(Optional.of(UNIT));

        assertThat(cached.mainUnit("urn:sub")).isEmpty();
        assertThat(cached.mainUnit("urn:sub")).contains(UNIT);
    }

    @Test
    void aFailureIsNotKept() {
        when(asked.mainUnit("urn:sub"))
                .thenThrow(new RegisterUnavailable("away"))
                .thenReturn(Optional.of(UNIT));

        assertThatThrownBy(() -> cached.mainUnit("urn:sub"))
                .isInstanceOf(RegisterUnavailable.class);
        assertThat(cached.mainUnit("urn:sub")).contains(UNIT);
    }

    @Test
    void onlyPersonsNotFoundYetAreAskedFor() {
        when(asked.partyUuids(List.of("1", "3"))).thenReturn(Map.of("1", ONE));
        when(asked.partyUuids(List.of("3", "2"))).thenReturn(Map.of("2", TWO));

        assertThat(cached.partyUuids(List.of("1", "3"))).containsExactly(Map.entry("1", ONE));
        assertThat(cached.partyUuids(List.of("1", "3", "2", "2")))
                .containsOnly(Map.entry("1", ONE), Map.entry("2", TWO));
        assertThat(cached.partyUuids(List.of("1", "2"))).hasSize(2);
        verify(asked, times(2)).partyUuids(any());
    }

    @Test
    void lookupsInACallersNameAreAlwaysAsked() {
        when(asked.partyOfPerson("n", "a")).thenReturn(OptionalInt.of(1));
        when(asked.partyOfOrganization("o", "a")).thenReturn(OptionalInt.of(2));

        for (int i = 0; i < 2; i++) {
            assertThat(cached.partyOfPerson("n", "a")).hasValue(1);
            assertThat(cached.partyOfOrganization("o", "a")).hasValue(2);
        }
        verify(asked, times(2)).partyOfPerson("n", "a");
        verify(asked, times(2)).partyOfOrganization("o", "a");
    }
}
