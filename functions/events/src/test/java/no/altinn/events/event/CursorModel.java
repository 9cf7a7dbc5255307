package no.altinn.events.event;

import no.altinn.testing.history.Model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A log of one resource that only grows. An event is registered at one moment between the begin and
 * the end of its append, and the log is in the order of these moments. A reader at a place gets
 * what follows there without a gap: registered events only, and every event that was told to be
 * stored five seconds before the reader asked. The state is how many events are registered.
 *
 * @param log all events, in the order that a reader finds at the end
 * @param told when publishers knew that an event was stored; not there if they never knew
 */
record CursorModel(List<String> log, Map<String, Instant> told)
        implements Model<Integer, CursorModel.Ask, CursorModel.Answer> {
    /** Within this time an event becomes readable. */
    static final Duration READABLE = Duration.ofSeconds(5);

    /**
     * What is asked.
     *
     * @param event the id of one to be appended; empty for a reader
     * @param place how many events the reader has read before
     * @param begun when the reader asked
     */
    record Ask(String event, int place, Instant begun) {
        static Ask append(String event) {
            return new Ask(event, 0, Instant.EPOCH);
        }

        static Ask read(int place, Instant begun) {
            return new Ask("", place, begun);
        }
    }

    /**
     * What is answered.
     *
     * @param events the ids of those that were read
     * @param atEnd whether there were no more
     */
    record Answer(List<String> events, boolean atEnd) {
        static final Answer APPENDED = new Answer(List.of(), false);

        static Answer of(Page page) {
            return new Answer(
                    page.events().stream().map(stored -> stored.event().id()).toList(),
                    page.atEnd());
        }
    }

    @Override
    public Integer initial() {
        return 0;
    }

    @Override
    public Collection<Integer> after(Integer registered, Ask asked, Optional<Answer> output) {
        if (!asked.event().isEmpty()) {
            return appended(registered, asked.event());
        }
        boolean isRight = output.isEmpty() || isRead(registered, asked, output.get());
        return isRight ? List.of(registered) : List.of();
    }

    /** An event that is there already stays where it is. */
    private Collection<Integer> appended(int registered, String event) {
        int place = log.indexOf(event);
        if (place < 0 || place > registered) {
            return List.of();
        }
        return List.of(Math.max(registered, place + 1));
    }

    private boolean isRead(int registered, Ask asked, Answer answer) {
        int end = asked.place() + answer.events().size();
        return end <= registered
                && log.subList(asked.place(), end).equals(answer.events())
                && (!answer.atEnd() || isSettledBefore(end, asked.begun()));
    }

    /** Whether nothing from this place on had to be readable at that time. */
    private boolean isSettledBefore(int end, Instant time) {
        return log.subList(end, log.size()).stream()
                .noneMatch(
                        event ->
                                told.containsKey(event)
                                        && !told.get(event).plus(READABLE).isAfter(time));
    }
}
