package no.altinn.events.subscription;

import com.github.benmanes.caffeine.cache.Interner;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What matching needs of a validated subscription, and nothing else: about 100 bytes, however long
 * the filters are. Immutable.
 */
public final class Interest {
    /** Interests without a subject come first. */
    static final Comparator<Interest> BY_SUBJECT =
            Comparator.comparing(
                    one -> one.subject, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final int id;
    private final String consumer;
    private final boolean includeSubunits;
    // Null here means that every value matches; it never leaves this class.
    private final SourceAddress source;
    private final TextDigest subject;
    private final TextDigest type;

    private Interest(
            int id,
            String consumer,
            boolean includeSubunits,
            SourceAddress source,
            TextDigest subject,
            TextDigest type) {
        this.id = id;
        this.consumer = consumer;
        this.includeSubunits = includeSubunits;
        this.source = source;
        this.subject = subject;
        this.type = type;
    }

    /** The interest of a subscription; empty when the subscription gets no events. */
    public static Optional<Interest> of(Subscription subscription) {
        if (!subscription.isValidated()) {
            return Optional.empty();
        }
        Filters filters = subscription.filters();
        return Optional.of(
                new Interest(
                        subscription.id(),
                        subscription.consumer(),
                        filters.includeSubunits(),
                        filters.source().map(SourceAddress::of).orElse(null),
                        filters.subject().map(TextDigest::of).orElse(null),
                        filters.type().map(TextDigest::of).orElse(null)));
    }

    /** The same interests, with one object for all parts that are equal. */
    static List<Interest> sharing(List<Interest> interests) {
        Interner<String> consumers = Interner.newStrongInterner();
        Interner<SourceAddress> sources = Interner.newStrongInterner();
        Interner<TextDigest> digests = Interner.newStrongInterner();
        return interests.stream()
                .map(
                        one ->
                                new Interest(
                                        one.id,
                                        consumers.intern(one.consumer),
                                        one.includeSubunits,
                                        one.source == null ? null : sources.intern(one.source),
                                        one.subject == null ? null : digests.intern(one.subject),
                                        one.type == null ? null : digests.intern(one.type)))
                .toList();
    }

    /** The id of the subscription. */
    public int id() {
        return id;
    }

    /** Who gets the events. */
    public String consumer() {
        return consumer;
    }

    /** Whether events about the subject's sub-units are wanted too. */
    boolean includesSubunits() {
        return includeSubunits;
    }

    /** What {@link #wantsTypeAndSource} depends on; equal for interests that it answers alike. */
    Object typeAndSource() {
        return Arrays.asList(type, source);
    }

    /** Whether a subject is demanded. */
    boolean hasSubject() {
        return subject != null;
    }

    /** Where this interest stands to those in a subject, in {@link #BY_SUBJECT}. */
    int compareSubject(TextDigest other) {
        return subject == null ? -1 : subject.compareTo(other);
    }

    /** Whether the event's type and source are wanted. */
    boolean wantsTypeAndSource(EventTraits event) {
        return (type == null || type.equals(event.type()))
                && (source == null || event.source().isAtOrBelow(source));
    }

    /**
     * Whether the event's subject is wanted.
     *
     * @param ofMainUnit the subjects that its main unit has
     */
    boolean wantsSubject(EventTraits event, Set<TextDigest> ofMainUnit) {
        return subject == null
                || event.subject().filter(subject::equals).isPresent()
                || (includeSubunits && ofMainUnit.contains(subject));
    }

    @Override
    public String toString() {
        return "interest of subscription " + id;
    }
}
