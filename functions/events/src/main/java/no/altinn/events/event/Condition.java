package no.altinn.events.event;

import java.time.Instant;
import java.util.List;

/** What an event must be to be read; conditions on one query must all hold. */
public sealed interface Condition {
    /** The subject is exactly this. */
    record SubjectIs(String subject) implements Condition {}

    /** The alternative subject is exactly this. */
    record AlternativeSubjectIs(String alternativeSubject) implements Condition {}

    /** The type is one of these. */
    record TypeIn(List<String> types) implements Condition {
        public TypeIn {
            types = List.copyOf(types);
        }
    }

    /** The time is this or later; an event without time is not read. */
    record TimeFrom(Instant from) implements Condition {}

    /** The time is this or earlier; an event without time is not read. */
    record TimeTo(Instant to) implements Condition {}

    /**
     * The source matches one of the patterns, without case: {@code %} stands for any run of
     * characters, {@code _} for any one.
     */
    record SourceLike(List<String> patterns) implements Condition {
        public SourceLike {
            patterns = List.copyOf(patterns);
        }
    }
}
