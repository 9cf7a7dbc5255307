package no.altinn.events.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventStore;
import no.altinn.platform.auth.PlatformAccessToken;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

class RegisterAppEventTest {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final EventStore events = mock(EventStore.class);
    private final RegisterAppEvent register =
            new RegisterAppEvent(
                    events,
                    Clock.fixed(Instant.parse("2026-01-02T03:04:05.678901234Z"), ZoneOffset.UTC),
                    () -> ID);

    @Test
    void anAppsOwnEventIsStored() {
        Event event = accept("ttd", "app", "https://ttd.apps.example/ttd/app/instances/1/2");

        assertThat(event.id()).isEqualTo(ID.toString());
        assertThat(event.resource()).isEqualTo("urn:altinn:resource:app_ttd_app");
        verify(events).append(List.of(event));
    }

    @Test
    void itsTimeIsNowInMicroseconds() {
        assertThat(accept("ttd", "app", "https://ttd.apps.example/ttd/app").json())
                .contains("\"time\":\"2026-01-02T03:04:05.678901Z\"");
    }

    @ParameterizedTest
    @CsvSource({
        "ttd, app, https://h.example/ttd/app2/x",
        "ttd, app, https://h.example/ttd/ap",
        "ttd, app, https://h.example/skd/app",
        "ttd, app, https://h.example/x/ttd/app",
        "ttd, app, https://h.example/TTD/App",
        "platform, app, https://h.example/ttd/app"
    })
    void aForeignSourceIsRefusedInTheWordsOfTheContract(String issuer, String app, String source) {
        assertThatExceptionOfType(ForeignSource.class)
                .isThrownBy(() -> accept(issuer, app, source))
                .withMessage(
                        "%s/%s is not authorized to create events for %s", issuer, app, source);
        verifyNoInteractions(events);
    }

    private Event accept(String issuer, String app, String source) {
        return register.accept(
                new PlatformAccessToken(issuer, app),
                "{\"source\":\"%s\",\"specversion\":\"1.0\",\"type\":\"t\",\"subject\":\"s\"}"
                        .formatted(source));
    }
}
