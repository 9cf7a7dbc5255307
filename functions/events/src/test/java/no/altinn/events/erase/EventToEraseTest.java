package no.altinn.events.erase;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.app.Refusals;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.TestEvents;
import no.altinn.platform.http.QueryParameters;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class EventToEraseTest {
    private static final String SOURCE = "source=https%3A%2F%2Fttd.example.no%2Fsource";

    private static EventToErase read(String resource, String id, String query) {
        return EventToErase.of(resource, id, QueryParameters.parse(query));
    }

    private static EventKey key(String id, Map<String, String> attributes) {
        return TestEvents.event(id, attributes).key();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "å <&>", "a+b", "100%", "a:b?c"})
    void anEventIsNamedByItsResourceItsIdAndItsSource(String id) {
        EventToErase wanted = read(TestEvents.RESOURCE, id, SOURCE);

        assertThat(wanted.resource()).isEqualTo(TestEvents.RESOURCE);
        assertThat(wanted.keys()).containsExactly(key(id, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"a%2Fb, a/b", "a%2fb%2F, a/b/"})
    void anEncodedSlashIsASlashBeforeItIsItself(String sent, String id) {
        assertThat(read(TestEvents.RESOURCE, sent, SOURCE).keys())
                .containsExactly(key(id, Map.of()), key(sent, Map.of()));
    }

    @Test
    void aResourceMayHaveSlashes() {
        String urn = "urn:altinn:resource:ttd/a";

        assertThat(read("urn:altinn:resource:ttd%2Fa", "1", SOURCE).keys())
                .containsExactly(key("1", Map.of("resource", urn)));
    }

    @Test
    void anOlderNameOfAnAppLeadsToItsEvents() {
        String source = "https://ttd.apps.altinn.no/ttd/permits";

        assertThat(read("urn:altinn:resource:altinnapp.ttd.x", "1", "source=" + source).keys())
                .containsExactly(
                        key(
                                "1",
                                Map.of(
                                        "resource",
                                        "urn:altinn:resource:app_ttd_permits",
                                        "source",
                                        source)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "source", "source=", "sauce=a", "source=a&source=b"})
    void theSourceMustBeThereOnce(String query) {
        assertThat(Refusals.answer(() -> read(TestEvents.RESOURCE, "1", query)).status())
                .isEqualTo(400);
        assertThat(Refusals.detail(() -> read(TestEvents.RESOURCE, "1", query)))
                .startsWith("The 'source' parameter must be there once");
    }

    @Test
    void aSourceThatIsNoUriIsRefused() {
        assertThat(Refusals.detail(() -> read(TestEvents.RESOURCE, "1", "source=a+b")))
                .startsWith("The 'source' parameter must be a URI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "urn:altinn:resource:altinnapp.ttd.x", "urn:x:Å"})
    void aResourceThatIsNoUrnIsRefused(String resource) {
        assertThat(Refusals.detail(() -> read(resource, "1", SOURCE)))
                .isEqualTo("'Resource' must be a valid urn.");
    }
}
