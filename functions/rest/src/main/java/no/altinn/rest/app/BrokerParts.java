package no.altinn.rest.app;

import no.altinn.rest.access.Permissions;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.broker.Admission;
import no.altinn.rest.broker.BrokerServices;
import no.altinn.rest.broker.Inbox;
import no.altinn.rest.broker.KeptTransfers;
import no.altinn.rest.broker.Outbox;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.door.Routes;
import no.altinn.rest.endpoint.broker.InboxRoutes;
import no.altinn.rest.endpoint.broker.OutboxRoutes;
import no.altinn.rest.file.Transfers;
import no.altinn.rest.message.Access;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.rest.srr.SrrRules;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;

/** The part of the app that is about files that parties send each other. */
public final class BrokerParts {
    private final List<Routes> routes;

    /**
     * What the broker service needs.
     *
     * @param rules which parties service owners admit
     * @param receipts gives the numbers of receipts; {@link #anyNumber} unless they are known
     */
    public record Needs(
            EntryStore entries,
            Transfers files,
            SrrRules rules,
            Permissions permissions,
            Catalogue catalogue,
            Reportees reportees,
            IntSupplier receipts,
            Clock clock) {}

    public BrokerParts(Needs needs) {
        KeptTransfers transfers = new KeptTransfers(needs.entries().of(Tables.TRANSFERS));
        BrokerServices services =
                new BrokerServices(
                        needs.catalogue(),
                        needs.permissions(),
                        new Access(needs.permissions(), needs.catalogue(), needs.reportees()),
                        needs.clock());
        routes =
                List.of(
                        new OutboxRoutes(
                                new Outbox(
                                        transfers,
                                        services,
                                        new Admission(needs.rules(), needs.reportees()),
                                        needs.files(),
                                        needs.receipts(),
                                        needs.clock())),
                        new InboxRoutes(
                                new Inbox(transfers, services, needs.files(), needs.clock()),
                                transfers));
    }

    /** A number that no other receipt is likely to have. */
    static int anyNumber() {
        return ThreadLocalRandom.current().nextInt(1, Outbox.LAST_RECEIPT + 1);
    }

    public List<Routes> routes() {
        return routes;
    }
}
