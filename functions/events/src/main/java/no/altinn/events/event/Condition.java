package no.altinn.events.event;

import java.time.Instant;
import java.util.List;

/** What an event must be to be read; conditions on one query must all hold. */
public sealed interface Condition {
    /** Calls the visitor's method for this kind, and returns what it returns. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Reads a condition. Each kind has a method, so a new kind does not compile before every reader
     * handles it.
     */
    interface Visitor<R> {
        R subjectIs(SubjectIs condition);

        R alternativeSubjectIs(AlternativeSubjectIs condition);

        R typeIn(TypeIn condition);

        R timeFrom(TimeFrom condition);

        R timeTo(TimeTo condition);

        R sourceLike(SourceLike condition);
    }

    /** The subject is exactly this. */
    record SubjectIs(String subject) implements Condition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.subjectIs(this);
        }
    }

    /** The alternative subject is exactly this. */
    record AlternativeSubjectIs(String alternativeSubject) implements Condition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alternativeSubjectIs(this);
        }
    }

    /** The type is one of these. */
    record TypeIn(List<String> types) implements Condition {
        public TypeIn {
            types = List.copyOf(types);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.typeIn(this);
        }
    }

    /** The time is this or later; an event without time is not read. */
    record TimeFrom(Instant from) implements Condition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.timeFrom(this);
        }
    }

    /** The time is this or earlier; an event without time is not read. */
    record TimeTo(Instant to) implements Condition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.timeTo(this);
        }
    }

    /**
     * The source matches one of the patterns, without case: {@code %} stands for any run of
     * characters, {@code _} for any one.
     */
    record SourceLike(List<String> patterns) implements Condition {
        public SourceLike {
            patterns = List.copyOf(patterns);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sourceLike(this);
        }
    }
}
