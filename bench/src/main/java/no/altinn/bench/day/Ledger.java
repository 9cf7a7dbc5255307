package no.altinn.bench.day;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The events that each reader must get. Each resource has an endpoint; the first resources are
 * polled too, the next are pulled too. The last endpoints are sick and need not get any.
 * Thread-safe.
 */
final class Ledger {
    static final int RESOURCES = 20;
    static final int POLLED = 4;
    static final int PULLED = 2;

    /** A tenth of the endpoints: one hangs, one answers 503. */
    static final int FIRST_SICK = 18;

    private static final Pattern ID = Pattern.compile("\"id\":\"day-(\\d{1,2})-(\\d{1,9})\"");

    private final List<Followed> pushed = followed(RESOURCES);
    private final List<Followed> polled = followed(POLLED);
    private final List<Followed> pulled = followed(PULLED);

    private static List<Followed> followed(int count) {
        return IntStream.range(0, count).mapToObj(any -> new Followed()).toList();
    }

    static String resource(int number) {
        return "ttd-day-" + number;
    }

    static String id(int resource, int number) {
        return "day-" + resource + "-" + number;
    }

    Followed pushed(int resource) {
        return pushed.get(resource);
    }

    /** A reader that polls one of the first resources. */
    Followed polled(int reader) {
        return polled.get(reader);
    }

    /** A subscription that is pulled, of a resource after those. */
    Followed pulled(int subscription) {
        return pulled.get(subscription);
    }

    /** The platform has said that it has the event. */
    void acknowledged(int resource, int number) {
        if (resource < FIRST_SICK) {
            pushed.get(resource).acknowledged(number);
        }
        if (resource < POLLED) {
            polled.get(resource).acknowledged(number);
        } else if (resource < POLLED + PULLED) {
            pulled.get(resource - POLLED).acknowledged(number);
        }
    }

    /** Marks every event that a text holds. */
    static int seen(String text, Followed by) {
        int found = 0;
        for (Matcher id = ID.matcher(text); id.find(); found++) {
            by.seen(Integer.parseInt(id.group(2)));
        }
        return found;
    }

    List<Followed> pushed() {
        return pushed.subList(0, FIRST_SICK);
    }

    List<Followed> polled() {
        return polled;
    }

    List<Followed> pulled() {
        return pulled;
    }

    /** How many acknowledged events some reader has not got. */
    int missing() {
        return Stream.of(pushed(), polled, pulled)
                .flatMap(List::stream)
                .mapToInt(Followed::missing)
                .sum();
    }
}
