package no.altinn.events.subscription;

import com.github.benmanes.caffeine.cache.Interner;

import no.altinn.events.filter.FilterList;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What matching and delivering need of a validated subscription, and nothing else: about 120 bytes,
 * however long the filters are, and the conditions on attributes. Immutable.
 */
public final class Interest {
    /** Interests without a subject come first. */
    static final Comparator<Interest> BY_SUBJECT =
            Comparator.comparing(
                    one -> one.subject, Comparator.nullsFirst(Comparator.naturalOrder()));

    // Below zero when events about sub-units are wanted too: a field of its own would take 8 bytes.
    private final int signedId;
    private final String consumer;
    private final Arrival arrival;
    // The fingerprint's parts: an object of their own would take 20 bytes more.
    private final long first;
    private final long second;
    private final long third;
    private final long fourth;
    // Null here means that every value matches; it never leaves this class.
    private final SourceAddress source;
    private final TextDigest subject;
    private final TextDigest type;
    private final FilterList conditions;

    private Interest(
            int signedId,
            String consumer,
            Arrival arrival,
            Fingerprint fingerprint,
            SourceAddress source,
            TextDigest subject,
            TextDigest type,
            FilterList conditions) {
        this.signedId = signedId;
        this.consumer = consumer;
        this.arrival = arrival;
        this.first = fingerprint.first();
        this.second = fingerprint.second();
        this.third = fingerprint.third();
        this.fourth = fingerprint.fourth();
        this.source = source;
        this.subject = subject;
        this.type = type;
        this.conditions = conditions;
    }

    /** The interest of a subscription that its store finds by its id alone. */
    public static Optional<Interest> of(Subscription subscription) {
        return of(subscription, "");
    }

    /**
     * The interest of a subscription; empty when the subscription gets no events.
     *
     * @param fingerprint by which its store finds it at once
     */
    public static Optional<Interest> of(Subscription subscription, String fingerprint) {
        if (!subscription.isValidated()) {
            return Optional.empty();
        }
        Filters filters = subscription.filters();
        return Optional.of(
                new Interest(
                        filters.includeSubunits() ? -subscription.id() : subscription.id(),
                        subscription.consumer(),
                        subscription.arrival(),
                        Fingerprint.of(fingerprint),
                        filters.source().map(SourceAddress::of).orElse(null),
                        filters.subject().map(TextDigest::of).orElse(null),
                        filters.type().map(TextDigest::of).orElse(null),
                        filters.conditions().orElse(null)));
    }

    /** The same interests, with one object for all parts that are equal. */
    static List<Interest> sharing(List<Interest> interests) {
        Interner<String> consumers = Interner.newStrongInterner();
        Interner<SourceAddress> sources = Interner.newStrongInterner();
        Interner<TextDigest> digests = Interner.newStrongInterner();
        Interner<FilterList> conditions = Interner.newStrongInterner();
        return interests.stream()
                .map(
                        one ->
                                new Interest(
                                        one.signedId,
                                        consumers.intern(one.consumer),
                                        one.arrival,
                                        one.compactFingerprint(),
                                        one.source == null ? null : sources.intern(one.source),
                                        one.subject == null ? null : digests.intern(one.subject),
                                        one.type == null ? null : digests.intern(one.type),
                                        one.conditions == null
                                                ? null
                                                : conditions.intern(one.conditions)))
                .toList();
    }

    /** The id of the subscription. */
    public int id() {
        return Math.abs(signedId);
    }

    /** The fingerprint of the subscription, 43 characters; empty if its store needs none. */
    public String fingerprint() {
        return compactFingerprint().text();
    }

    private Fingerprint compactFingerprint() {
        return new Fingerprint(first, second, third, fourth);
    }

    /** Who gets the events. */
    public String consumer() {
        return consumer;
    }

    /** What happens to an event that the subscription is to get. */
    public Arrival arrival() {
        return arrival;
    }

    /** Whether events about the subject's sub-units are wanted too. */
    boolean includesSubunits() {
        return signedId < 0;
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
     * @param ofUnits every spelling of the unit that the event is about, and of its main unit
     */
    boolean wantsSubject(EventTraits event, Set<TextDigest> ofUnits) {
        return subject == null
                || event.subject().filter(subject::equals).isPresent()
                || (includesSubunits() && ofUnits.contains(subject));
    }

    /** What the event's attributes must fulfil besides. */
    Optional<FilterList> conditions() {
        return Optional.ofNullable(conditions);
    }

    @Override
    public String toString() {
        return "interest of subscription " + id();
    }
}
