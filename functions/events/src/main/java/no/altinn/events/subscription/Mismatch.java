package no.altinn.events.subscription;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventAttributes;
import no.altinn.platform.log.LogText;

import java.util.Optional;

/**
 * Why an event on a subscription's resource does not match it, in words for a log. {@link Interest}
 * decides what matches; it keeps no texts that could be shown.
 *
 * @param attribute of the event, which the filter does not want
 * @param words such as {@code type is a, the filter wants b}
 */
public record Mismatch(Attribute attribute, String words) {
    /** What of an event a filter looks at. */
    public enum Attribute {
        TYPE,
        SOURCE,
        SUBJECT,
        /** Any attribute that a condition asks for. */
        ANY
    }

    /**
     * The first filter that the event does not pass.
     *
     * @param filters those of a subscription on the event's resource
     * @return empty when the event passes all of them
     */
    public static Optional<Mismatch> of(Event event, Filters filters) {
        return type(event, filters)
                .map(words -> new Mismatch(Attribute.TYPE, words))
                .or(() -> source(event, filters).map(it -> new Mismatch(Attribute.SOURCE, it)))
                // Before the subject: that of a sub-unit is wanted too, and cannot be told from
                // others.
                .or(() -> condition(event, filters).map(it -> new Mismatch(Attribute.ANY, it)))
                .or(() -> subject(event, filters).map(it -> new Mismatch(Attribute.SUBJECT, it)));
    }

    private static Optional<String> condition(Event event, Filters filters) {
        return filters.conditions()
                .flatMap(conditions -> conditions.firstNotPassed(EventAttributes.of(event)))
                .map(
                        condition ->
                                "it does not pass the filter "
                                        + LogText.quoted(condition.replace('"', '\'')));
    }

    private static Optional<String> type(Event event, Filters filters) {
        return filters.type()
                .filter(wanted -> !wanted.equals(event.type()))
                .map(wanted -> words("type", event.type(), LogText.word(wanted)));
    }

    private static Optional<String> source(Event event, Filters filters) {
        SourceAddress source = SourceAddress.of(event.source());
        return filters.source()
                .filter(wanted -> !source.isAtOrBelow(SourceAddress.of(wanted)))
                .map(Object::toString)
                .map(wanted -> words("source", event.source().toString(), LogText.word(wanted)));
    }

    private static Optional<String> subject(Event event, Filters filters) {
        return filters.subject()
                .filter(wanted -> !event.subject().equals(Optional.of(wanted)))
                .map(wanted -> wantedSubject(wanted, filters))
                .map(
                        wanted ->
                                event.subject()
                                        .map(subject -> words("subject", subject, wanted))
                                        .orElse("it has no subject, the filter wants " + wanted));
    }

    private static String wantedSubject(String subject, Filters filters) {
        return LogText.word(subject)
                + filters.alternativeSubject()
                        .map(it -> ", asked for as " + LogText.word(it))
                        .orElse("")
                + (filters.includeSubunits() ? ", or a sub-unit of it" : "");
    }

    private static String words(String attribute, String value, String wanted) {
        return "%s is %s, the filter wants %s".formatted(attribute, LogText.word(value), wanted);
    }
}
