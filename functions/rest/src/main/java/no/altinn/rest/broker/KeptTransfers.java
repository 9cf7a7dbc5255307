package no.altinn.rest.broker;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.EntryDocument;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The transfers of all services. A transfer is one record for all its recipients, so every step on
 * its way is one write. Every method throws {@link Unavailable} if the store does not answer.
 * Thread-safe.
 */
public final class KeptTransfers {
    private static final int TRIES = 20;

    private final Entries entries;

    /**
     * The transfers of a table.
     *
     * @param entries those of {@link no.altinn.rest.record.Tables#TRANSFERS}
     */
    public KeptTransfers(Entries entries) {
        this.entries = entries;
    }

    /** One by its reference alone. */
    Optional<Transfer> find(String reference) {
        Search byId = Search.everywhere().with(Table.ID, Set.of(reference)).page(0, 1);
        return entries.search(byId).stream().map(TransferEntry::read).findFirst();
    }

    private Optional<Entry> entry(ServiceKey service, String reference) {
        return entries.find(TransferEntry.partition(service), reference);
    }

    /**
     * Adds a transfer.
     *
     * @return whether its service had none with its reference; else nothing is changed
     */
    boolean add(Transfer transfer, Description description) {
        return entries.add(TransferEntry.of(transfer, description));
    }

    /**
     * Changes a transfer, on top of whatever others changed meanwhile.
     *
     * @param change gives the transfer after it, or refuses; may be asked again
     * @return the transfer after the change
     * @throws Refusal.Absent if there is none any more
     */
    Transfer change(ServiceKey service, String reference, UnaryOperator<Transfer> change) {
        for (int tried = 0; tried < TRIES; tried++) {
            Entry before = entry(service, reference).orElseThrow(Refusal.Absent::new);
            Transfer after = change.apply(TransferEntry.read(before));
            if (entries.replace(TransferEntry.changed(after, before), before.version())) {
                return after;
            }
        }
        throw new Unavailable("A transfer was written by too many at once");
    }

    /** Whether a party has sent so many files of a service, or more, that are still kept. */
    boolean hasSent(ServiceKey service, String number, int files) {
        Search last =
                Search.in(TransferEntry.partition(service))
                        .with(TransferEntry.SENDER, Set.of(number))
                        .page(files - 1, 1);
        return !entries.search(last).isEmpty();
    }

    /**
     * What was sent to a party, the newest first: {@link Search#MOST} at most.
     *
     * @param service of which service; empty for all
     * @param from the first instant of sending; empty for no bound
     * @param to the last one
     */
    List<Transfer> sentTo(
            String number,
            FileStatus status,
            Optional<ServiceKey> service,
            Optional<Instant> from,
            Optional<Instant> to) {
        Search search =
                service.map(key -> Search.in(TransferEntry.partition(key)))
                        .orElseGet(Search::everywhere)
                        .with(
                                TransferEntry.RECIPIENTS,
                                Set.of(TransferEntry.recipientLabel(number, status)))
                        .by(
                                new Search.Order(
                                        TransferEntry.SENT,
                                        true,
                                        from.map(EntryDocument::time),
                                        to.map(EntryDocument::time)));
        return entries.search(search).stream().map(TransferEntry::read).toList();
    }

    /** Whether a service has a file for any of the parties that the party has not confirmed. */
    public boolean hasFor(ServiceKey service, Set<String> numbers) {
        Set<String> wanted =
                numbers.stream()
                        .map(each -> TransferEntry.recipientLabel(each, FileStatus.UPLOADED))
                        .collect(Collectors.toSet());
        Search one =
                Search.in(TransferEntry.partition(service))
                        .with(TransferEntry.RECIPIENTS, wanted)
                        .page(0, 1);
        return !entries.search(one).isEmpty();
    }
}
