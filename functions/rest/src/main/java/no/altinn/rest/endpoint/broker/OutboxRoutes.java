package no.altinn.rest.endpoint.broker;

import no.altinn.rest.broker.Outbox;
import no.altinn.rest.broker.Transfer;
import no.altinn.rest.door.Content;
import no.altinn.rest.door.Receiver;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.file.ArrivedFile;

import java.util.List;
import java.util.Optional;

/** Sending files, and what became of them. */
public final class OutboxRoutes implements Routes {
    private final Outbox outbox;

    public OutboxRoutes(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                BrokerRoute.receiving("/outbox", new Sending()),
                BrokerRoute.get("/outbox/{ref}", this::file),
                BrokerRoute.get("/outbox/{ref}/receipt", this::receipt));
    }

    /** Takes a file that is sent. */
    private final class Sending implements Receiver {
        @Override
        public void begin(Visit visit, long length) {
            outbox.check(BrokerRequest.actor(visit), SentDescription.of(visit), fileName(visit));
        }

        @Override
        public Reply commit(Visit visit, ArrivedFile file) {
            Transfer transfer =
                    outbox.send(
                            BrokerRequest.actor(visit),
                            SentDescription.of(visit),
                            fileName(visit),
                            file);
            return Reply.created(visit.whoAddress(FileResource.outboxPath(transfer)))
                    .with(new Content.One(FileResource.sent(transfer, visit)));
        }

        private Optional<String> fileName(Visit visit) {
            return visit.parameter("fileName");
        }
    }

    private Reply file(Visit visit) {
        return Reply.of(FileResource.sent(look(visit), visit));
    }

    private Reply receipt(Visit visit) {
        return Reply.of(ReceiptResource.sent(look(visit)));
    }

    private Transfer look(Visit visit) {
        return outbox.look(BrokerRequest.actor(visit), BrokerRequest.reference(visit));
    }
}
