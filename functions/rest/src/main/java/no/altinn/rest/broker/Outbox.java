package no.altinn.rest.broker;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.file.ArrivedFile;
import no.altinn.rest.file.Transfers;
import no.altinn.rest.message.Actor;
import no.altinn.rest.message.FileName;
import no.altinn.rest.message.Refusal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;

/** What parties send (rest-resources.md, Broker). Thread-safe. */
public final class Outbox {
    /** How many files a party may have sent through a service that are still kept. */
    public static final int MOST_FILES = 1_000;

    /** The greatest number that receipts may begin with. */
    public static final int LAST_RECEIPT = Integer.MAX_VALUE - Description.MOST_RECIPIENTS;

    private final KeptTransfers transfers;
    private final BrokerServices services;
    private final Admission admission;
    private final Transfers files;
    private final IntSupplier receipts;
    private final Clock clock;

    /**
     * @param receipts gives any numbers from 1 to {@link #LAST_RECEIPT}
     */
    public Outbox(
            KeptTransfers transfers,
            BrokerServices services,
            Admission admission,
            Transfers files,
            IntSupplier receipts,
            Clock clock) {
        this.transfers = transfers;
        this.services = services;
        this.admission = admission;
        this.files = files;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * Refuses a file that could not be sent, before it comes.
     *
     * @param fileName empty to have one made up
     * @throws Refusal if the service, the name or a recipient is none, the user may not send for
     *     the party, the service's owner admits the party or a recipient not, or the party has sent
     *     as many as it may
     */
    public void check(Actor actor, Description description, Optional<String> fileName) {
        addressees(actor, description, fileName);
        if (transfers.hasSent(description.service(), PartyNumber.of(actor.party()), MOST_FILES)) {
            throw new Refusal.Forbidden(
                    "A reportee has sent %d files at most that are not gone".formatted(MOST_FILES));
        }
    }

    /** The parties that receive, in the order in which they were named. */
    private List<Reportee> addressees(
            Actor actor, Description description, Optional<String> fileName) {
        fileName.ifPresent(FileName::check);
        Service service = services.inUse(description.service());
        services.require(actor, service.key(), Action.WRITE);
        admission.requireSender(service, PartyNumber.of(actor.party()));
        return admission.recipients(service, description.recipients());
    }

    /**
     * Sends a file that has come.
     *
     * @return the transfer, durable with its file
     * @throws Refusal as {@link #check} does, but for the number of files
     */
    public Transfer send(
            Actor actor, Description description, Optional<String> fileName, ArrivedFile file) {
        List<Reportee> addressees = addressees(actor, description, fileName);
        Transfer transfer = transfer(actor, description, fileName, file, addressees);
        // The file's end first: a file that no record names goes away by itself then, while a
        // record whose file went before it would promise what nobody can fetch.
        if (!files.keep(file.name(), Optional.of(transfer.expires()))) {
            throw new Unavailable("A file that has come is not there.");
        }
        if (!transfers.add(transfer, description)) {
            throw new IllegalStateException("A reference was given to two files");
        }
        return transfer;
    }

    private Transfer transfer(
            Actor actor,
            Description description,
            Optional<String> fileName,
            ArrivedFile file,
            List<Reportee> addressees) {
        int receipt = receipts.getAsInt();
        List<Recipient> recipients = new ArrayList<>();
        for (Reportee addressee : addressees) {
            recipients.add(
                    new Recipient(
                            addressee.partyId(),
                            PartyNumber.of(addressee),
                            receipt + 1 + recipients.size(),
                            Optional.empty()));
        }
        String reference = UUID.randomUUID().toString();
        return new Transfer(
                reference,
                description.service(),
                description.sendersReference(),
                fileName.orElse(reference),
                file,
                new Sender(actor.party().partyId(), PartyNumber.of(actor.party()), receipt),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                recipients);
    }

    /**
     * A file that the party has sent.
     *
     * @throws Refusal if there is none, another has sent it, or the user may not read it
     */
    public Transfer look(Actor actor, String reference) {
        Transfer transfer = transfers.find(reference).orElseThrow(Refusal.Absent::new);
        if (!transfer.sender().number().equals(PartyNumber.of(actor.party()))) {
            throw new Refusal.Forbidden("The file was not sent by this reportee");
        }
        services.require(actor, transfer.service(), Action.READ);
        return transfer;
    }
}
