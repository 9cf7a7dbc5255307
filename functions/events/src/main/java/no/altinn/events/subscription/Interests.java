package no.altinn.events.subscription;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The interests in one resource, in the order of their subjects: matching looks only at the
 * interests that may want an event's subject, however many there are. The order costs no memory
 * beside the list. Immutable.
 */
public final class Interests implements Iterable<Interest> {
    /** Of conditions, which take about ten bytes a character as they act. */
    private static final int CHARACTERS_AN_INTEREST = 12;

    private static final Comparator<Interest> BY_ID = Comparator.comparingInt(Interest::id);

    // Those without a subject come first; interests in one subject are in the order of their ids.
    private final List<Interest> bySubject;
    // One for each type and source with which some subscription wants sub-units.
    private final List<Interest> wantingSubunits;

    private Interests(List<Interest> bySubject, List<Interest> wantingSubunits) {
        this.bySubject = bySubject;
        this.wantingSubunits = wantingSubunits;
    }

    /** The interests, with one object for all parts that are equal. */
    static Interests of(List<Interest> interests) {
        List<Interest> sorted = new ArrayList<>(Interest.sharing(interests));
        sorted.sort(Interest.BY_SUBJECT.thenComparing(BY_ID));
        Set<Object> seen = new HashSet<>();
        return new Interests(
                List.copyOf(sorted),
                sorted.stream()
                        .filter(Interest::includesSubunits)
                        .filter(one -> seen.add(one.typeAndSource()))
                        .toList());
    }

    /** What they take in memory, as so many interests without conditions. */
    int weight() {
        long conditions =
                bySubject.stream()
                        .flatMap(one -> one.conditions().stream())
                        .distinct()
                        .mapToLong(one -> 1 + one.text().length() / CHARACTERS_AN_INTEREST)
                        .sum();
        return (int) Math.min(Integer.MAX_VALUE, bySubject.size() + conditions);
    }

    /** All of them, the oldest subscription first. */
    @Override
    public Iterator<Interest> iterator() {
        return bySubject.stream().sorted(BY_ID).iterator();
    }

    /** Whether a subscription that wants the event's type and source wants sub-units too. */
    boolean wantSubunits(EventTraits event) {
        return wantingSubunits.stream().anyMatch(one -> one.wantsTypeAndSource(event));
    }

    /**
     * The interests that want the event's type, source and subject, the oldest subscription first.
     *
     * @param ofUnits every spelling of the unit that the event is about, and of its main unit
     */
    List<Interest> wanting(EventTraits event, Set<TextDigest> ofUnits) {
        Set<TextDigest> subjects = new HashSet<>(ofUnits);
        event.subject().ifPresent(subjects::add);
        return Stream.concat(withoutSubject(), subjects.stream().flatMap(this::about))
                .filter(one -> one.wantsTypeAndSource(event))
                .filter(one -> one.wantsSubject(event, ofUnits))
                .sorted(BY_ID)
                .toList();
    }

    private Stream<Interest> withoutSubject() {
        return bySubject.stream().takeWhile(one -> !one.hasSubject());
    }

    private Stream<Interest> about(TextDigest subject) {
        return bySubject.subList(firstNotBefore(subject), bySubject.size()).stream()
                .takeWhile(one -> one.compareSubject(subject) == 0);
    }

    /** A binary search for the first of possibly several interests in the subject. */
    private int firstNotBefore(TextDigest subject) {
        int low = 0;
        int high = bySubject.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bySubject.get(middle).compareSubject(subject) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
