package no.altinn.simulation.store;

import no.altinn.events.event.Condition;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.ResourceUrn;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether an event is in a stream and meets conditions. */
final class EventMatch implements EventStream.Visitor<Boolean>, Condition.Visitor<Boolean> {
    private static final Pattern NOT_WILD = Pattern.compile("[^%_]+");
    private final Event event;

    EventMatch(Event event) {
        this.event = event;
    }

    /** Whether the query is for this event. */
    static boolean of(Event event, EventQuery query) {
        EventMatch match = new EventMatch(event);
        return query.stream().accept(match)
                && query.conditions().stream().allMatch(one -> one.accept(match));
    }

    @Override
    public Boolean ofResource(EventStream.OfResource stream) {
        return event.resource().equals(stream.resource());
    }

    @Override
    public Boolean ofAppsAbout(EventStream.OfAppsAbout stream) {
        return event.resource().startsWith(ResourceUrn.APP_PREFIX)
                && event.subject().equals(Optional.of(stream.subject()));
    }

    @Override
    public Boolean subjectIs(Condition.SubjectIs condition) {
        return event.subject().equals(Optional.of(condition.subject()));
    }

    @Override
    public Boolean alternativeSubjectIs(Condition.AlternativeSubjectIs condition) {
        return event.alternativeSubject().equals(Optional.of(condition.alternativeSubject()));
    }

    @Override
    public Boolean typeIn(Condition.TypeIn condition) {
        return condition.types().contains(event.type());
    }

    @Override
    public Boolean timeFrom(Condition.TimeFrom condition) {
        return event.time().filter(at -> !at.isBefore(condition.from())).isPresent();
    }

    @Override
    public Boolean timeTo(Condition.TimeTo condition) {
        return event.time().filter(at -> !at.isAfter(condition.to())).isPresent();
    }

    @Override
    public Boolean sourceLike(Condition.SourceLike condition) {
        String source = event.source().toString().toLowerCase(Locale.ROOT);
        return condition.patterns().stream()
                .anyMatch(
                        pattern ->
                                regex(pattern.toLowerCase(Locale.ROOT)).matcher(source).matches());
    }

    private static Pattern regex(String pattern) {
        String quoted =
                NOT_WILD.matcher(pattern)
                        .replaceAll(
                                found ->
                                        java.util.regex.Matcher.quoteReplacement(
                                                Pattern.quote(found.group())));
        return Pattern.compile(wild(quoted), Pattern.DOTALL);
    }

    /** Quoted parts hold neither sign, so what is left of them stands for others. */
    private static String wild(String quoted) {
        return quoted.replace("%", ".*").replace("_", ".");
    }
}
