package no.altinn.rest.app;

import no.altinn.rest.access.Permissions;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.correspondence.Correspondences;
import no.altinn.rest.door.Routes;
import no.altinn.rest.endpoint.message.AttachmentRoutes;
import no.altinn.rest.endpoint.message.BoxRoutes;
import no.altinn.rest.endpoint.message.CorrespondenceRoutes;
import no.altinn.rest.endpoint.message.FormRoutes;
import no.altinn.rest.endpoint.message.MessageRoutes;
import no.altinn.rest.endpoint.message.SubmitRoutes;
import no.altinn.rest.file.Files;
import no.altinn.rest.file.Transfers;
import no.altinn.rest.form.FillIn;
import no.altinn.rest.form.FormCheck;
import no.altinn.rest.form.FormSchemas;
import no.altinn.rest.form.FormServices;
import no.altinn.rest.form.FormTasks;
import no.altinn.rest.message.Access;
import no.altinn.rest.message.Box;
import no.altinn.rest.message.HandleMessage;
import no.altinn.rest.message.Messages;
import no.altinn.rest.message.ReadMessage;
import no.altinn.rest.message.Readings;
import no.altinn.rest.message.StoredFiles;
import no.altinn.rest.print.Printer;
import no.altinn.rest.record.EntryStore;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/** The part of the app that is about messages. */
public final class MessageBox {
    /** Numbers of messages as people may still read them out. */
    private static final long LARGEST_NUMBER = 9_999_999_999L;

    private final Messages messages;
    private final Correspondences correspondences;
    private final List<Routes> routes;

    /**
     * What messages need.
     *
     * @param numbers gives the numbers of new messages; {@link #anyNumber} unless they are known
     */
    public record Needs(
            EntryStore entries,
            Files files,
            Transfers transfers,
            Permissions permissions,
            Catalogue catalogue,
            Reportees reportees,
            LongSupplier numbers,
            Clock clock) {}

    public MessageBox(Needs needs) {
        Clock clock = needs.clock();
        Access access = new Access(needs.permissions(), needs.catalogue(), needs.reportees());
        StoredFiles files = new StoredFiles(needs.files(), needs.transfers());
        Printer printer = new Printer(files);
        FormServices services = new FormServices(needs.catalogue(), clock);
        FormCheck check = new FormCheck(new FormSchemas(), files);
        messages = new Messages(needs.entries(), needs.numbers());
        Readings readings = new Readings(needs.entries(), clock);
        ReadMessage reading = new ReadMessage(messages, access, readings, files, clock);
        FillIn filling = new FillIn(messages, access, services, files, clock);
        correspondences =
                new Correspondences(messages, needs.catalogue(), needs.reportees(), files, clock);
        routes =
                List.of(
                        new BoxRoutes(new Box(messages, access)),
                        new MessageRoutes(
                                reading,
                                new HandleMessage(messages, access, files, clock),
                                printer),
                        new SubmitRoutes(
                                new FormTasks(messages, access, services, check, files, clock)),
                        new FormRoutes(reading, filling, printer),
                        new AttachmentRoutes(reading, filling),
                        new CorrespondenceRoutes(correspondences));
    }

    /** A number that no message of a box is likely to have. */
    public static long anyNumber() {
        return ThreadLocalRandom.current().nextLong(1, LARGEST_NUMBER + 1);
    }

    public List<Routes> routes() {
        return routes;
    }

    public Correspondences correspondences() {
        return correspondences;
    }

    public Messages messages() {
        return messages;
    }
}
