package no.altinn.simulation.schedule;

import no.altinn.events.event.Condition;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStream;
import no.altinn.events.query.EventPage;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.simulation.process.EventsProcess;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Reads the events of a resource from the first on, page by page. Not thread-safe. */
public final class Reader {
    private static final Duration SOONEST = Duration.ofMillis(300);
    private static final Duration LATEST = Duration.ofSeconds(45);

    /** How often a reader looks at least. */
    private static final int LOOKS = 15;

    private final int number;
    private final String org;
    private final String resource;
    private final Stage<EventsProcess> stage;
    private final AltinnToken token;
    private final EventQuery query;
    private String after = "0";
    private boolean isAtEnd;
    private boolean isReading;

    Reader(int number, String org, String resource, Stage<EventsProcess> stage) {
        this.number = number;
        this.org = org;
        this.resource = resource;
        this.stage = stage;
        this.token = stage.token(org);
        // A reader that wants types, be it all of them, is led past what it does not want.
        this.query =
                new EventQuery(
                        new EventStream.OfResource(resource),
                        number % 2 == 0 ? List.of(new Condition.TypeIn(Plan.TYPES)) : List.of());
    }

    /** The reader's number. */
    public int number() {
        return number;
    }

    /** The organisation that reads. */
    public String org() {
        return org;
    }

    /** The resource whose events it reads. */
    public String resource() {
        return resource;
    }

    /** Whether its last look found nothing new. */
    boolean isAtEnd() {
        return isAtEnd;
    }

    /** Reads again and again in this length of time. */
    void plan(Duration length) {
        plan(length, longestWait(length));
    }

    private static Duration longestWait(Duration length) {
        Duration share = length.dividedBy(LOOKS);
        return share.compareTo(LATEST) < 0 ? share.plus(SOONEST) : LATEST;
    }

    private void plan(Duration length, Duration longest) {
        Duration wait = stage.chance().between(SOONEST, longest);
        if (wait.compareTo(length) < 0) {
            stage.world()
                    .after(
                            wait,
                            () -> {
                                look();
                                plan(length.minus(wait), longest);
                            });
        }
    }

    /** Reads a page, unless a read is still under way. */
    void look() {
        if (isReading) {
            return;
        }
        isReading = true;
        AtomicReference<EventPage> page = new AtomicReference<>();
        int size = stage.chance().nextInt(1, 12);
        stage.call(
                "reader " + number + " after " + after,
                Set.of(),
                app -> page.set(app.read().read(token, app.readPolicy(), query, after, size)),
                outcome -> {
                    isReading = false;
                    if (outcome.isDone()) {
                        take(page.get());
                    }
                });
    }

    private void take(EventPage page) {
        page.events()
                .forEach(
                        event ->
                                stage.ledger()
                                        .show(
                                                new Ledger.Shown(
                                                        number, org, event, stage.world().now())));
        if (!page.events().isEmpty()) {
            stage.world()
                    .tell(
                            "reader %d saw %s"
                                    .formatted(
                                            number,
                                            page.events().stream().map(one -> one.id()).toList()));
        }
        isAtEnd = page.after().isEmpty();
        after = page.after().orElse(after);
    }
}
