package no.altinn.rest.endpoint.broker;

import no.altinn.rest.broker.Inbox;
import no.altinn.rest.broker.KeptTransfers;
import no.altinn.rest.broker.Recipient;
import no.altinn.rest.broker.Transfer;
import no.altinn.rest.door.Content;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.endpoint.message.SentByUsers;
import no.altinn.rest.message.Actor;
import no.altinn.rest.message.FileName;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Resource;

import java.util.List;
import java.util.Optional;

/** Receiving files. */
public final class InboxRoutes implements Routes {
    private static final String LIMIT = "X-Warning-LimitReached";

    private final Inbox inbox;
    private final KeptTransfers transfers;

    public InboxRoutes(Inbox inbox, KeptTransfers transfers) {
        this.inbox = inbox;
        this.transfers = transfers;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                BrokerRoute.get("/inbox", this::list),
                BrokerRoute.get("/inbox/{ref}", this::file),
                BrokerRoute.get("/inbox/{ref}/receipt", this::receipt),
                BrokerRoute.get("/inbox/{ref}/download", this::download),
                BrokerRoute.get("/files/{ref}", this::download),
                BrokerRoute.post("/inbox/{ref}/confirmdownloaded", this::confirm),
                BrokerRoute.forKeys("/inbox/hasavailablefiles", this::hasAvailableFiles));
    }

    private Reply list(Visit visit) {
        Actor actor = BrokerRequest.actor(visit);
        Inbox.Part part = inbox.list(actor, BrokerRequest.wanted(visit));
        List<Resource> files =
                part.files().stream().map(each -> resource(actor, each, visit)).toList();
        String address = visit.whoAddress(BrokerRoute.NOUN + "/inbox");
        Reply reply =
                Reply.of(
                        Listing.of(
                                FileResource.REL,
                                FileResource.TYPE,
                                files,
                                Link.of("self", address),
                                Link.template("find", address + "/{FileReference}")));
        return part.isCutOff() ? reply.with(LIMIT, "true") : reply;
    }

    private Resource resource(Actor actor, Transfer transfer, Visit visit) {
        return FileResource.received(transfer, inbox.recipient(actor, transfer), visit);
    }

    private Reply file(Visit visit) {
        return Reply.of(resource(BrokerRequest.actor(visit), look(visit), visit));
    }

    private Reply receipt(Visit visit) {
        return receiptOf(visit, look(visit));
    }

    private Reply receiptOf(Visit visit, Transfer transfer) {
        Recipient recipient = inbox.recipient(BrokerRequest.actor(visit), transfer);
        return Reply.of(ReceiptResource.received(transfer, recipient));
    }

    private Reply download(Visit visit) {
        Transfer transfer = look(visit);
        return SentByUsers.file(
                transfer.fileName(),
                new Content.Stored(
                        FileName.mediaType(transfer.fileName()),
                        transfer.file().name(),
                        Optional.of(transfer.file().md5())));
    }

    private Reply confirm(Visit visit) {
        return receiptOf(
                visit, inbox.confirm(BrokerRequest.actor(visit), BrokerRequest.reference(visit)));
    }

    private Reply hasAvailableFiles(Visit visit) {
        boolean hasOne =
                transfers.hasFor(BrokerRequest.service(visit), BrokerRequest.recipients(visit));
        return Reply.of(200, new Content.Truth(hasOne));
    }

    private Transfer look(Visit visit) {
        return inbox.look(BrokerRequest.actor(visit), BrokerRequest.reference(visit));
    }
}
