package no.altinn.rest.broker;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.file.Transfers;
import no.altinn.rest.message.Actor;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.record.Search;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What parties receive (rest-resources.md, Broker). Thread-safe. */
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final KeptTransfers transfers;
    private final BrokerServices services;
    private final Transfers files;
    private final Clock clock;

    public Inbox(KeptTransfers transfers, BrokerServices services, Transfers files, Clock clock) {
        this.transfers = transfers;
        this.services = services;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Which files are wanted.
     *
     * @param status the status that they have for the recipient
     * @param serviceCode empty for any
     * @param serviceEdition empty for any
     * @param from the first instant of sending; empty for no bound
     * @param to the last one
     */
    public record Wanted(
            FileStatus status,
            Optional<String> serviceCode,
            Optional<Integer> serviceEdition,
            Optional<Instant> from,
            Optional<Instant> to) {
        boolean isOf(ServiceKey service) {
            return serviceCode.map(service.code()::equals).orElse(true)
                    && serviceEdition.map(edition -> edition == service.edition()).orElse(true);
        }
    }

    /**
     * A part of an inbox.
     *
     * @param isCutOff whether there may be more than can be looked at
     */
    public record Part(List<Transfer> files, boolean isCutOff) {
        public Part {
            files = List.copyOf(files);
        }
    }

    /**
     * The files of a party that a user may read, the newest first: those among the newest {@link
     * Search#MOST} of the status.
     */
    public Part list(Actor actor, Wanted wanted) {
        String number = PartyNumber.of(actor.party());
        List<ServiceKey> readable = services.readable(actor, wanted::isOf);
        if (readable.isEmpty()) {
            return new Part(List.of(), false);
        }
        Optional<ServiceKey> only =
                readable.size() == 1 ? Optional.of(readable.get(0)) : Optional.empty();
        List<Transfer> found =
                transfers.sentTo(number, wanted.status(), only, wanted.from(), wanted.to());
        return new Part(
                found.stream().filter(each -> readable.contains(each.service())).toList(),
                found.size() == Search.MOST);
    }

    /**
     * A file that the party has received.
     *
     * @throws Refusal if there is none, it was sent to others alone, or the user may not read it
     */
    public Transfer look(Actor actor, String reference) {
        Transfer transfer = transfers.find(reference).orElseThrow(Refusal.Absent::new);
        if (transfer.recipient(PartyNumber.of(actor.party())).isEmpty()) {
            throw new Refusal.Forbidden("The file was not sent to this reportee");
        }
        services.require(actor, transfer.service(), Action.READ);
        return transfer;
    }

    /** The party's own part of a file that it has received. */
    public Recipient recipient(Actor actor, Transfer transfer) {
        return transfer.recipient(PartyNumber.of(actor.party())).orElseThrow(Refusal.Absent::new);
    }

    /**
     * Confirms that the party has a file. When all recipients have, it goes away sooner.
     *
     * @return the transfer, durable as it is now
     * @throws Refusal if there is none, it was sent to others alone, the user may not read it, or
     *     the party has confirmed before
     */
    public Transfer confirm(Actor actor, String reference) {
        Transfer found = look(actor, reference);
        String number = PartyNumber.of(actor.party());
        Transfer after =
                transfers.change(
                        found.service(),
                        reference,
                        transfer ->
                                transfer.confirmedBy(
                                        number, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        if (after.isDone()) {
            release(after);
        }
        return after;
    }

    /** Lets the file go with its record, and not before: the record is written already. */
    private void release(Transfer transfer) {
        try {
            files.keep(transfer.file().name(), Optional.of(transfer.expires()));
        } catch (Unavailable e) {
            // It is confirmed all the same. The file goes at the time that was set at first.
            LOG.warn("A file that all have is kept for longer: {}", transfer.reference(), e);
        }
    }
}
