package no.altinn.simulation.box;

import no.altinn.platform.concurrent.SideBySide;
import no.altinn.rest.access.Permissions;
import no.altinn.rest.correspondence.Correspondences;
import no.altinn.rest.file.ArrivalNames;
import no.altinn.rest.file.Arrivals;
import no.altinn.rest.file.Files;
import no.altinn.rest.file.Transfers;
import no.altinn.rest.form.FillIn;
import no.altinn.rest.form.FormCheck;
import no.altinn.rest.form.FormSchemas;
import no.altinn.rest.form.FormServices;
import no.altinn.rest.form.FormTasks;
import no.altinn.rest.happening.Account;
import no.altinn.rest.happening.EventsApi;
import no.altinn.rest.happening.RelayBox;
import no.altinn.rest.message.Access;
import no.altinn.rest.message.HandleMessage;
import no.altinn.rest.message.Messages;
import no.altinn.rest.message.ReadMessage;
import no.altinn.rest.message.Readings;
import no.altinn.rest.message.StoredFiles;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.simulation.process.Machine;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

import javax.crypto.spec.SecretKeySpec;

/**
 * The use cases of the message box in one process, put together as the app's composition root does
 * it. Not thread-safe.
 */
record BoxProcess(
        Clock clock,
        ReadMessage reading,
        HandleMessage handling,
        FormTasks forms,
        FillIn filling,
        Correspondences letters,
        Arrivals arrivals,
        RelayBox relay) {
    private static final URI API = URI.create("https://rest.example/");

    /** Everything outside a process, as the process reaches it. */
    record Ports(
            EntryStore entries,
            Files files,
            Transfers transfers,
            Permissions permissions,
            EventsApi events) {}

    /** Builds the use cases over these ports. */
    static BoxProcess over(Ports ports, Machine machine, FormSchemas schemas) {
        Clock clock = machine.clock();
        Services services = new Services();
        Town town = new Town();
        Access access = new Access(ports.permissions(), services, town);
        StoredFiles files = new StoredFiles(ports.files(), ports.transfers());
        FormServices formServices = new FormServices(services, clock);
        Messages messages =
                new Messages(
                        ports.entries(), () -> machine.chance().nextLong(1, 1_000_000_000_000L));
        return new BoxProcess(
                clock,
                new ReadMessage(
                        messages, access, new Readings(ports.entries(), clock), files, clock),
                new HandleMessage(messages, access, files, clock),
                new FormTasks(
                        messages,
                        access,
                        formServices,
                        new FormCheck(schemas, files),
                        files,
                        clock),
                new FillIn(messages, access, formServices, files, clock),
                new Correspondences(messages, services, town, files, clock),
                new Arrivals(
                        ports.files(),
                        ports.transfers(),
                        new ArrivalNames(
                                () ->
                                        List.of(
                                                new SecretKeySpec(
                                                        "0123456789abcdef0123456789abcdef"
                                                                .getBytes(
                                                                        StandardCharsets.US_ASCII),
                                                        "AES")),
                                new SecureRandom(),
                                clock)),
                new RelayBox(ports.events(), API, new SideBySide(Runnable::run, 4), clock));
    }

    /** Tells what happened to the messages in these documents. */
    void tell(String documents) {
        relay.relay(Tables.MESSAGES, Account.KEPT, documents);
    }
}
