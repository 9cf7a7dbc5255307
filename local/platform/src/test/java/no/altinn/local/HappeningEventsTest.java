package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventReader;
import no.altinn.platform.json.Json;
import no.altinn.rest.happening.Happening;
import no.altinn.rest.happening.HappeningType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;
import java.time.Instant;

/** What the REST app tells is what the Events API takes. */
final class HappeningEventsTest {
    @ParameterizedTest
    @EnumSource
    void anEventOfTheRestAppIsOneOfThePlatform(HappeningType type) {
        Happening happening =
                Happening.of(
                        type,
                        50000001,
                        "r50000001/messages/a1",
                        Instant.parse("2026-01-02T10:00:00Z"),
                        Json.object().put("messageId", "a1"));

        Event event =
                EventReader.ofPlatform(
                        happening.event(URI.create("http://localhost:8080/api/")).toString());

        assertThat(event.id()).isEqualTo(happening.id());
        assertThat(event.resource()).isEqualTo(type.resource());
        assertThat(event.subject()).contains("/party/50000001");
        assertThat(event.type()).isEqualTo(type.text());
    }
}
