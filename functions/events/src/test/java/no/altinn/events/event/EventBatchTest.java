package no.altinn.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.events.app.Refusals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;

class EventBatchTest {
    private static final String EVENT = EventJson.with("\"data\":1e400");

    @Test
    void aBatchOfOneIsABatch() {
        assertThat(EventReader.batch("[" + EVENT + "]"))
                .containsExactly(EventReader.structured(EVENT));
    }

    @Test
    void theEventsKeepTheirOrderAndText() {
        String other = EventJson.where("id", "\"2\"");

        assertThat(EventReader.batch("[ " + other + " ,\n" + EVENT + "]"))
                .extracting(Event::json)
                .containsExactly(EventReader.structured(other).json(), EVENT);
    }

    @Test
    void aBatchHoldsAThousandEvents() {
        assertThat(EventReader.batch(of(1_000))).hasSize(1_000);
    }

    @Test
    void aThousandAndOneAreTooMany() {
        assertInvalid(of(1_001), "at most 1000");
    }

    @Test
    void anEmptyBatchIsNone() {
        assertInvalid("[]", "at least one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1]", "[null]", "[{}]", "[", "[]x", "\"[]\""})
    void whatIsNoArrayOfEventsIsRefused(String json) {
        assertThatExceptionOfType(InvalidEvent.class).isThrownBy(() -> EventReader.batch(json));
    }

    @Test
    void oneBadEventSpoilsTheBatch() {
        assertInvalid("[" + EVENT + "," + EventJson.where("type", "") + "]", "type");
    }

    @Test
    void oneBadResourceSpoilsTheBatch() {
        assertThatExceptionOfType(InvalidResource.class)
                .isThrownBy(
                        () ->
                                EventReader.batch(
                                        "[" + EVENT + "," + EventJson.where("resource", "") + "]"));
    }

    @Test
    void theRefusedEventIsNamedByItsPlaceAndItsId() {
        String bad = EventJson.where("id", "\"a\\u0000b\"");

        assertInvalid("[" + EVENT + "," + bad + "]", "Event [1] (id 'a\uFFFDb'): The attribute '");
        assertInvalid("[{}]", "Event [0] (no id): The attribute 'specversion' is missing.");
        assertInvalid("[" + EVENT + ",1]", "Event [1] (no id): ");
        assertThatExceptionOfType(InvalidResource.class)
                .isThrownBy(
                        () -> EventReader.batch("[" + EventJson.where("resource", "\"x\"") + "]"))
                .withMessage("Event [0] (id '1'): 'Resource' must be a valid urn.");
    }

    @Test
    void theLogIsNotToldTheIdOfARefusedEvent() {
        assertThat(
                        Refusals.reason(
                                () ->
                                        EventReader.batch(
                                                "[" + EventJson.where("resource", "") + "]")))
                .isEqualTo("Event [0]: An event's resource is missing or no URN.");
        assertThat(Refusals.reason(() -> EventReader.batch("[{\"id\":\"x1\"}]")))
                .isEqualTo("Event [0]: The attribute 'specversion' is missing.");
    }

    private static String of(int events) {
        return "[" + String.join(",", Collections.nCopies(events, EVENT)) + "]";
    }

    private static void assertInvalid(String json, String reason) {
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> EventReader.batch(json))
                .withMessageContaining(reason);
    }
}
