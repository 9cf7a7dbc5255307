package no.altinn.events.subscription;

import no.altinn.events.filter.FilterList;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which events a subscription wants. Immutable; equal when all filters are. */
public final class Filters {
    /** A character of the conditions takes so many in memory, since they are kept as they act. */
    private static final int READ_CONDITION = 10;

    private final String resource;
    private final boolean includeSubunits;
    // Null here means that every value matches; it never leaves this class.
    private final URI source;
    private final String subject;
    private final String alternativeSubject;
    private final String type;
    private final FilterList conditions;

    private Filters(Builder builder) {
        this.resource = builder.resource;
        this.includeSubunits = builder.includeSubunits;
        this.source = builder.source;
        this.subject = builder.subject;
        this.alternativeSubject = builder.alternativeSubject;
        this.type = builder.type;
        this.conditions = builder.conditions;
    }

    /** Filters that match every event of a resource (in lower case) until more is said. */
    public static Builder onResource(String resource) {
        return new Builder(resource);
    }

    /** The resource's URN in lower case. */
    public String resource() {
        return resource;
    }

    /** What the event's source must be or be below. */
    public Optional<URI> source() {
        return Optional.ofNullable(source);
    }

    /** What the event's subject must be. */
    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    /** The subject as the subscriber named it; {@link #subject} is what it was found to be. */
    public Optional<String> alternativeSubject() {
        return Optional.ofNullable(alternativeSubject);
    }

    /** What the event's type must be. */
    public Optional<String> type() {
        return Optional.ofNullable(type);
    }

    /** What the event's attributes must fulfil besides. */
    public Optional<FilterList> conditions() {
        return Optional.ofNullable(conditions);
    }

    /** Whether events about the subject's sub-units are wanted too. */
    public boolean includeSubunits() {
        return includeSubunits;
    }

    /** Whether no filter is too long; see {@link TextBound}. */
    boolean keepBounds() {
        return texts().allMatch(TextBound.FILTER::holds);
    }

    /** How many characters they have. */
    int length() {
        return resource.length()
                + texts().mapToInt(String::length).sum()
                + READ_CONDITION * conditions().map(it -> it.text().length()).orElse(0);
    }

    /** What is set, but the resource, whose length its form bounds. */
    private Stream<String> texts() {
        return Stream.of(source().map(URI::toString), subject(), alternativeSubject(), type())
                .flatMap(Optional::stream);
    }

    private List<Object> parts() {
        return Arrays.asList(
                resource, source, subject, alternativeSubject, type, includeSubunits, conditions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Filters filters && parts().equals(filters.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return "filters on " + resource;
    }

    /** Collects filters; what is not set matches every event. */
    public static final class Builder {
        private final String resource;
        private boolean includeSubunits;
        private URI source;
        private String subject;
        private String alternativeSubject;
        private String type;
        private FilterList conditions;

        private Builder(String resource) {
            this.resource = Objects.requireNonNull(resource);
        }

        public Builder source(URI value) {
            source = value;
            return this;
        }

        public Builder subject(String value) {
            subject = value;
            return this;
        }

        public Builder alternativeSubject(String value) {
            alternativeSubject = value;
            return this;
        }

        public Builder type(String value) {
            type = value;
            return this;
        }

        public Builder conditions(FilterList value) {
            conditions = value;
            return this;
        }

        public Builder includeSubunits(boolean value) {
            includeSubunits = value;
            return this;
        }

        public Filters build() {
            return new Filters(this);
        }
    }
}
