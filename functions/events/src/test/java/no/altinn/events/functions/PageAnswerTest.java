package no.altinn.events.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.Page;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.event.StoredEvent;
import no.altinn.events.policy.Callers;
import no.altinn.events.query.EventPage;
import no.altinn.events.query.ReadEvents;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class PageAnswerTest {
    private static final Event EVENT = SampleEvent.of("id", "a b&c", "subject", "blåbær");
    private final PageAnswer pages = new PageAnswer(URI.create("https://platform.example/"));

    @Test
    void theBodyHoldsTheEventsAsTheyAre() {
        Answer answer =
                pages.of(get("https://h.example/x?after=0"), EventBody.STRUCTURED, page(EVENT));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/cloudevents+json");
        assertThat(answer.body()).isEqualTo("[" + EVENT.json() + "]");
    }

    @Test
    void nothingNewIsAnEmptyArrayWithoutANextLink() {
        Answer answer = pages.of(get("https://h.example/x?after=0"), MediaType.JSON, page());

        assertThat(answer.body()).isEqualTo("[]");
        assertThat(answer.headers()).doesNotContainKey("next");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/events/api/v1/events?after=0,"
                + " https://platform.example/events/api/v1/events?after=a%20b%26c",
        "http://h:8080/x?AFTER=1&after=2&type=a&type=b%26c&size=,"
                + " https://platform.example/x?type=a&type=b%26c&size=&after=a%20b%26c",
        "https://h/x?subject=%2Fparty%2F1+2&from=2022-07-07T11:00:00%2B02:00,"
                + " https://platform.example/x?subject=%2Fparty%2F1%202"
                + "&from=2022-07-07T11%3A00%3A00%2B02%3A00&after=a%20b%26c",
        "https://h//evil.example/x?after=0, https://platform.example/evil.example/x?after=a%20b%26c",
        "https://h/a%20b, https://platform.example/a%20b?after=a%20b%26c"
    })
    void theNextLinkIsBelowTheConfiguredBase(String requested, String next) {
        assertThat(pages.of(get(requested), MediaType.JSON, page(EVENT)).headers())
                .containsEntry("next", next);
    }

    @Test
    void aBaseKeepsItsPath() {
        PageAnswer below = new PageAnswer(URI.create("https://platform.example/proxy/"));

        assertThat(below.of(get("https://h/x"), MediaType.JSON, page(EVENT)).headers().get("next"))
                .startsWith("https://platform.example/proxy/x?");
    }

    private static Request get(String uri) {
        return new Request("GET", URI.create(uri), Map.of("Host", "evil.example"), "");
    }

    /** A page as readers get it. */
    private static EventPage page(Event... events) {
        EventStore store = mock(EventStore.class);
        Cursor end = new Cursor("1");
        List<StoredEvent> stored =
                List.of(events).stream()
                        .map(event -> new StoredEvent(event, end, Instant.EPOCH))
                        .toList();
        when(store.read(any(), any(), anyInt())).thenReturn(new Page(stored, end, true));
        when(store.cursorOf(any(), any())).thenReturn(end);
        EventQuery query =
                new EventQuery(new EventStream.OfResource("urn:altinn:resource:r"), List.of());
        return new ReadEvents(store, Clock.systemUTC())
                .read(new Callers().org(""), (caller, all) -> all, query, "", 50);
    }
}
