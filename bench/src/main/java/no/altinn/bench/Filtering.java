package no.altinn.bench;

import no.altinn.events.event.Event;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.filter.FilterList;
import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.Interest;
import no.altinn.events.subscription.MatchSubscriptions;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.simulation.outside.EmptyRegister;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What it costs to match one event with the subscriptions on its resource, each of which asks for
 * another value of an attribute. None of them is told apart by the index.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Filtering {
    @Param({"exact", "prefix", "sql"})
    private String dialect;

    private MatchSubscriptions match;
    private Event event;

    @Setup
    public void subscribe() {
        FakeSubscriptionStore store = new FakeSubscriptionStore();
        for (int id = 1; id <= 10_000; id++) {
            store.put(
                    SampleSubscription.of(
                            id, SampleSubscription.filters().conditions(filter(id)).build()));
        }
        // The subscriptions never get old here, so that none are read again.
        Clock still = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        match = new MatchSubscriptions(new SubscriptionIndex(store, still), new EmptyRegister());
        event = SampleEvent.of("subject", "/party/50000001", "zone", "z5000.");
        if (match.matching(event).size() != 1) {
            throw new IllegalStateException("One subscription matches");
        }
    }

    private FilterList filter(int id) {
        String filter =
                dialect.equals("sql")
                        ? "{\"sql\":\"zone = '%s'\"}"
                        : "{\"" + dialect + "\":{\"zone\":\"%s\"}}";
        return FilterList.stored("[" + filter.formatted("z" + id + ".") + "]");
    }

    /** An event that one of 10 000 subscriptions wants. */
    @Benchmark
    public List<Interest> oneOfTenThousand() {
        return match.matching(event);
    }
}
