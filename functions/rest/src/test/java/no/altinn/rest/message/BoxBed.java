package no.altinn.rest.message;

import no.altinn.rest.access.Caller;
import no.altinn.rest.access.KnownReportees;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.app.MessageBox;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.correspondence.Correspondences;
import no.altinn.rest.correspondence.Letter;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.Routes;
import no.altinn.rest.file.MemoryFiles;
import no.altinn.rest.form.FormCheck;
import no.altinn.rest.form.FormSchemas;
import no.altinn.rest.form.FormServices;
import no.altinn.rest.form.FormTasks;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.testing.time.MutableClock;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The whole message box over a store in memory, for tests. */
public final class BoxBed {
    public final MutableClock clock = MutableClock.at("2026-01-02T09:00:00.120Z");
    public final MemoryEntryStore store = new MemoryEntryStore(clock);
    public final MemoryFiles memory = new MemoryFiles(clock);
    public final SettablePermissions permissions = new SettablePermissions();
    public final FixedServices services = FixedServices.withOthers();
    public final Reportees reportees = new FixedParties();

    private final AtomicLong numbers = new AtomicLong();

    public final Messages messages = new Messages(store, numbers::incrementAndGet);
    public final Access access = new Access(permissions, services, reportees);
    public final StoredFiles files = new StoredFiles(memory, memory);
    public final FormServices formServices = new FormServices(services, clock);
    public final FormTasks tasks =
            new FormTasks(
                    messages,
                    access,
                    formServices,
                    new FormCheck(new FormSchemas(), files),
                    files,
                    clock);
    public final Correspondences correspondences =
            new Correspondences(messages, services, reportees, files, clock);
    public final DoorBed door = door(List.of());

    /** A door to the box and to more, called by person A. */
    public DoorBed door(List<Routes> more) {
        MessageBox app =
                new MessageBox(
                        new MessageBox.Needs(
                                store,
                                memory,
                                memory,
                                permissions,
                                services,
                                reportees,
                                numbers::incrementAndGet,
                                clock));
        List<Routes> routes = new ArrayList<>(app.routes());
        routes.addAll(more);
        return DoorBed.of(routes.toArray(Routes[]::new))
                .with(reportees)
                .with(memory)
                .calledBy(DoorBed.A);
    }

    /** The file that the front would send in an answer. */
    public byte[] fetched(DoorBed.Answer answer) {
        return memory.get(URI.create(answer.header("X-Transfer-From"))).bytes();
    }

    /** Person A in her own box. */
    public Actor actor() {
        return new Actor(DoorBed.A, DoorBed.PERSON);
    }

    /** The same person, authenticated at this level. */
    public static Caller.User atLevel(int level) {
        return new Caller.User(
                DoorBed.A.userId(),
                DoorBed.A.partyId(),
                DoorBed.A.nationalNumber(),
                Optional.empty(),
                level,
                Optional.empty());
    }

    /** Sends A a letter of service 2001. */
    public Message send(String subject) {
        return send("2001", subject, false);
    }

    public Message send(String service, String subject, boolean toConfirm) {
        return correspondences.send(
                List.of("ttd"), letter("01909012345", service, subject, toConfirm));
    }

    public static Letter letter(
            String reportee, String service, String subject, boolean toConfirm) {
        return new Letter(
                reportee,
                new ServiceKey(service, 1),
                subject,
                "Kort sagt",
                "<p>Blåbærsyltetøy</p>",
                "",
                toConfirm,
                Optional.empty(),
                List.of(),
                "",
                List.of());
    }

    /** The body of a form that is sent in. */
    public static String form(String service, String formData) {
        return """
        {"Type":"FormTask","ServiceCode":"%s","ServiceEdition":1,"_embedded":{"forms":[
        {"Type":"MainForm","DataFormatId":"5000","DataFormatVersion":"40000","FormData":"%s"}],
        "attachments":[]}}"""
                .formatted(service, formData);
    }

    private static final class FixedParties extends KnownReportees {
        FixedParties() {
            super(List.of(DoorBed.PERSON, DoorBed.ORGANISATION, DoorBed.STRANGER));
        }

        @Override
        public List<Reportee> of(Caller.User user) {
            return user.userId() == DoorBed.A.userId()
                    ? List.of(DoorBed.PERSON, DoorBed.ORGANISATION)
                    : List.of(DoorBed.STRANGER);
        }
    }
}
