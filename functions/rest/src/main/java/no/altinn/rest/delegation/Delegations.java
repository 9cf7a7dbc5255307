package no.altinn.rest.delegation;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * What parties have given (rest-api.md §5). What is withdrawn is found no more at once. Every
 * method throws {@link Unavailable} if the store does not answer. Thread-safe.
 */
public final class Delegations {
    /** How many a party may have, with those that were withdrawn in the last {@link #KEPT}. */
    public static final int MOST = 5_000;

    /** How long a withdrawn one is kept, so that those who read what happens learn of it. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** The bounds of numbers: roles of the catalogue have smaller ones. */
    public static final int FIRST_NUMBER = 1_000_000;

    public static final int LAST_NUMBER = (1 << 30) - 1;

    /** How many receivers one search asks for. */
    private static final int RECEIVERS_AT_ONCE = 200;

    private static final int TRIES = 10;

    private final Entries entries;
    private final IntSupplier numbers;
    private final Clock clock;

    /**
     * The delegations of a table.
     *
     * @param entries those of {@link no.altinn.rest.record.Tables#DELEGATIONS}
     * @param numbers gives any numbers from {@link #FIRST_NUMBER} to {@link #LAST_NUMBER}
     */
    public Delegations(Entries entries, IntSupplier numbers, Clock clock) {
        this.entries = entries;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** All that a party has given, by receiver. */
    public List<Delegation> of(int offeredBy) {
        return entries.search(Search.in(DelegationEntry.partition(offeredBy))).stream()
                .filter(DelegationEntry::isInForce)
                .map(DelegationEntry::read)
                .toList();
    }

    /** What a party has given to any of the receivers. */
    public List<Delegation> of(int offeredBy, Collection<Receiver> receivers) {
        return to(Search.in(DelegationEntry.partition(offeredBy)), receivers);
    }

    /** What all parties have given to any of the receivers; the first 10 000 of them. */
    public List<Delegation> to(Collection<Receiver> receivers) {
        return to(Search.everywhere(), receivers);
    }

    private List<Delegation> to(Search where, Collection<Receiver> receivers) {
        List<String> ids = receivers.stream().map(Receiver::id).distinct().toList();
        List<Delegation> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += RECEIVERS_AT_ONCE) {
            Set<String> some =
                    Set.copyOf(ids.subList(from, Math.min(from + RECEIVERS_AT_ONCE, ids.size())));
            entries.search(where.with(DelegationEntry.COVERED_BY, some)).stream()
                    .map(DelegationEntry::read)
                    .forEach(found::add);
        }
        return found;
    }

    /** One of a party's by its number. */
    public Optional<Delegation> find(int offeredBy, int number) {
        return numbered(Search.in(DelegationEntry.partition(offeredBy)), number).findFirst();
    }

    /** One that a service owner gave, whatever the party, by its number. */
    public Optional<Delegation> givenBy(String serviceOwner, int number) {
        return numbered(Search.everywhere(), number)
                .filter(each -> each.giver().serviceOwner().equals(serviceOwner))
                .findFirst();
    }

    private Stream<Delegation> numbered(Search where, int number) {
        return entries
                .search(where.with(DelegationEntry.NUMBER, Set.of(Integer.toString(number))))
                .stream()
                .filter(DelegationEntry::isInForce)
                .map(DelegationEntry::read);
    }

    /**
     * Gives something, unless the receiver has it from the party already.
     *
     * @param subject the party that events are about
     * @return the delegation, the earlier one if there was one
     * @throws TooMuchGiven if the party has as many as it may
     */
    public Delegation give(
            int offeredBy, Receiver receiver, int subject, Gift gift, Delegation.Giver giver) {
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<Entry> before =
                    entries.find(
                            DelegationEntry.partition(offeredBy),
                            DelegationEntry.id(receiver, gift));
            if (before.filter(DelegationEntry::isInForce).isPresent()) {
                return DelegationEntry.read(before.get());
            }
            if (before.isEmpty()) {
                requireRoom(offeredBy);
            }
            Delegation delegation =
                    new Delegation(
                            offeredBy,
                            freeNumber(offeredBy),
                            receiver,
                            gift,
                            subject,
                            giver,
                            clock.instant());
            Entry entry = DelegationEntry.given(delegation, before);
            boolean isWritten =
                    before.isPresent()
                            ? entries.replace(entry, before.get().version())
                            : entries.add(entry);
            if (isWritten) {
                return delegation;
            }
        }
        throw new Unavailable("A delegation was written by too many at once");
    }

    private void requireRoom(int offeredBy) {
        Search last = Search.in(DelegationEntry.partition(offeredBy)).page(MOST - 1, 1);
        if (!entries.search(last).isEmpty()) {
            throw new TooMuchGiven("A party has %d delegations at most".formatted(MOST));
        }
    }

    private int freeNumber(int offeredBy) {
        for (int tried = 0; tried < TRIES; tried++) {
            int number = numbers.getAsInt();
            if (find(offeredBy, number).isEmpty()) {
                return number;
            }
        }
        throw new IllegalStateException("No number was free for a delegation");
    }

    /**
     * Withdraws a delegation.
     *
     * @return whether it was in force
     */
    public boolean withdraw(Delegation delegation) {
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<Entry> before =
                    entries.find(
                                    DelegationEntry.partition(delegation.offeredBy()),
                                    DelegationEntry.id(delegation.receiver(), delegation.gift()))
                            .filter(DelegationEntry::isInForce)
                            .filter(entry -> isSame(entry, delegation));
            if (before.isEmpty()) {
                return false;
            }
            Instant now = clock.instant();
            Entry entry =
                    DelegationEntry.withdrawn(delegation, before.get(), now)
                            .expiring(now.plus(KEPT));
            if (entries.replace(entry, before.get().version())) {
                return true;
            }
        }
        throw new Unavailable("A delegation was written by too many at once");
    }

    private static boolean isSame(Entry entry, Delegation delegation) {
        return DelegationEntry.read(entry).number() == delegation.number();
    }
}
