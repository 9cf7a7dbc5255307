package no.altinn.events.query;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.policy.Callers;
import no.altinn.platform.auth.AltinnToken;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whoever follows {@code next} reads every permitted event once, in order, and comes to an end. */
class CursorPropertyTest {
    private static final AltinnToken CALLER = new Callers().org("");
    private static final EventQuery QUERY =
            new EventQuery(new EventStream.OfResource("urn:altinn:resource:r"), List.of());

    /** An event to be stored: its id, and whether it meets the conditions and may be read. */
    record Planned(String id, boolean meets, boolean permitted) {}

    @Property(tries = 400)
    void followingNextNeverSkipsNeverRepeatsAndEnds(
            @ForAll("plans") List<Planned> plans,
            @ForAll @IntRange(min = 1, max = 7) int size,
            @ForAll @IntRange(min = 1, max = 9) int examinedAtOnce) {
        List<Event> events = new ArrayList<>();
        List<Event> expected = new ArrayList<>();
        Set<EventKey> meeting = new HashSet<>();
        Set<EventKey> permitted = new HashSet<>();
        for (int i = 0; i < plans.size(); i++) {
            Planned plan = plans.get(i);
            Event event = SampleEvent.of("id", plan.id, "source", "https://s.example/" + i);
            events.add(event);
            if (plan.meets) {
                meeting.add(event.key());
            }
            if (plan.permitted) {
                permitted.add(event.key());
            }
            if (plan.meets && plan.permitted) {
                expected.add(event);
            }
        }
        FakeEventStore store =
                new FakeEventStore(event -> meeting.contains(event.key()), examinedAtOnce);
        store.append(events);

        assertThat(followed(store, permitted, size, plans.size() + 2)).isEqualTo(expected);
    }

    private static List<Event> followed(
            FakeEventStore store, Set<EventKey> permitted, int size, int mostPages) {
        ReadEvents read = new ReadEvents(store, Clock.systemUTC());
        ReadPolicy policy =
                (caller, events) ->
                        events.stream().filter(event -> permitted.contains(event.key())).toList();
        List<Event> all = new ArrayList<>();
        String after = "0-none";
        for (int pages = 0; pages < mostPages; pages++) {
            EventPage page = read.read(CALLER, policy, QUERY, after, size);
            assertThat(page.events()).hasSizeLessThanOrEqualTo(size);
            all.addAll(page.events());
            Optional<String> next = page.after();
            if (next.isEmpty()) {
                return all;
            }
            after = next.get();
        }
        throw new AssertionError("no end after " + mostPages + " pages at " + after);
    }

    @Provide
    Arbitrary<List<Planned>> plans() {
        Arbitrary<String> ids =
                Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 40).map(Object::toString),
                        Arbitraries.integers().between(0, 40).map(i -> "~" + i),
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(3));
        return Combinators.combine(ids, Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(Planned::new)
                .list()
                .ofMaxSize(40);
    }
}
