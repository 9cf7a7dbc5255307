package no.altinn.rest.broker;

import no.altinn.rest.access.Caller;
import no.altinn.rest.access.KnownReportees;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.app.BrokerParts;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.FixedCatalogue;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.catalogue.ServiceType;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.Routes;
import no.altinn.rest.file.MemoryFiles;
import no.altinn.rest.file.Transfers;
import no.altinn.rest.language.Text;
import no.altinn.rest.message.Actor;
import no.altinn.rest.message.SettablePermissions;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Tables;
import no.altinn.rest.srr.SrrRight;
import no.altinn.rest.srr.SrrRule;
import no.altinn.rest.srr.SrrRules;
import no.altinn.testing.json.Json;
import no.altinn.testing.time.MutableClock;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The broker service over a store in memory, for tests. By the rules of service 4001 (level 1) and
 * 4002 (level 3), organisation 310000001 sends, 310000002, 310000003 and person B receive. A acts
 * for 310000001, B for 310000002, C for 310000003, each for himself too.
 */
public final class BrokerBed {
    public static final ServiceKey SERVICE = new ServiceKey("4001", 1);
    public static final ServiceKey HIGHER = new ServiceKey("4002", 1);

    public static final String SENDER = "310000001";
    public static final String RECIPIENT = "310000002";
    public static final String OTHER = "310000003";
    public static final String PERSON_B = "02909012346";

    public static final Caller.User A = user(1, 3);
    public static final Caller.User B = user(2, 3);
    public static final Caller.User C = user(3, 3);

    private static final List<Reportee> KNOWN =
            List.of(person(1), person(2), person(3), unit(1), unit(2), unit(3));

    public final MutableClock clock = MutableClock.at("2026-01-02T09:00:00.120Z");
    public final MemoryEntryStore store = new MemoryEntryStore(clock);
    public final MemoryFiles memory = new MemoryFiles(clock);
    public final SettablePermissions permissions = new SettablePermissions();
    public final SrrRules rules = new SrrRules(store.of(Tables.RULES), clock);

    private final AtomicInteger receipts = new AtomicInteger(900);
    private final DoorBed door;

    public BrokerBed() {
        for (ServiceKey service : List.of(SERVICE, HIGHER)) {
            rule(service, SENDER, SrrRight.WRITE, Optional.empty());
            rule(service, RECIPIENT, SrrRight.READ, Optional.of(true));
            rule(service, OTHER, SrrRight.READ, Optional.empty());
            rule(service, PERSON_B, SrrRight.READ, Optional.empty());
        }
        door = door(store, memory);
    }

    /** The service owner's rule for a party. */
    public void rule(
            ServiceKey service, String number, SrrRight right, Optional<Boolean> isRecipient) {
        rules.add("ttd", new SrrRule(service, number, right, Optional.empty(), isRecipient));
    }

    /** The part of the app over other stores. */
    public BrokerParts parts(EntryStore entries, Transfers files) {
        return new BrokerParts(
                new BrokerParts.Needs(
                        entries,
                        files,
                        rules,
                        permissions,
                        new Services(),
                        new Parties(),
                        () -> receipts.getAndAdd(100),
                        clock));
    }

    private DoorBed door(EntryStore entries, Transfers files) {
        return DoorBed.of(parts(entries, files).routes().toArray(Routes[]::new))
                .with(new Parties())
                .with(memory);
    }

    /** A door for a caller. */
    public DoorBed as(Caller caller) {
        return door.calledBy(caller);
    }

    /** The same over other stores, of which one may fail. */
    public DoorBed as(Caller caller, EntryStore entries, Transfers files) {
        return door(entries, files).calledBy(caller);
    }

    public static Caller.User user(int number, int level) {
        return new Caller.User(
                20000000 + number,
                OptionalInt.of(50000000 + number),
                Optional.of(nationalNumber(number)),
                Optional.empty(),
                level,
                Optional.empty());
    }

    private static String nationalNumber(int number) {
        return List.of("01909012345", PERSON_B, "03909012347").get(number - 1);
    }

    private static Reportee person(int number) {
        return new Reportee(
                50000000 + number,
                Reportee.Kind.PERSON,
                "Person " + number,
                Optional.empty(),
                Optional.of(nationalNumber(number)),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static Reportee unit(int number) {
        return new Reportee(
                51000000 + number,
                Reportee.Kind.ENTERPRISE,
                "Organisation " + number,
                Optional.of(Integer.toString(310000000 + number)),
                Optional.empty(),
                Optional.empty(),
                Optional.of("AS"),
                false);
    }

    /** A user who acts for the organisation of the same number, as rules know it. */
    public static Actor actor(int number) {
        return new Actor(user(number, 3), unit(number));
    }

    /** What a sender says, as JSON. */
    public static String description(String... recipients) {
        return "{\"ServiceCode\":\"4001\",\"ServiceEditionCode\":1,\"SendersReference\":\"x\","
                + "\"Recipients\":[\"%s\"],\"Properties\":{\"a\":\"b\"},\"FileList\":[]}"
                        .formatted(String.join("\",\"", recipients));
    }

    /** The path below {@code {who}/} to which a file is sent. */
    public static String outbox(String fileName, String description) {
        return "brokerservice/outbox?fileName=%s&brokerServiceDescription=%s"
                .formatted(encoded(fileName), encoded(description));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The front's question before the file comes. */
    public static DoorBed.Asked begin(DoorBed door, String path, int length) {
        return door.ask("POST", path)
                .with("X-Transfer", "begin")
                .with("X-Transfer-Length", Integer.toString(length));
    }

    /** What a client gets that sends a file by way of a front. */
    public DoorBed.Answer send(DoorBed through, String path, byte[] bytes) {
        DoorBed.Answer begun = begin(through, path, bytes.length).answer();
        if (begun.status() != 200) {
            return begun;
        }
        MemoryFiles.Outcome put = memory.put(URI.create(begun.header("X-Transfer-To")), bytes);
        if (put.status() != 201) {
            throw new AssertionError("The file did not come: " + put.status());
        }
        return through.ask("POST", path)
                .with("X-Transfer", "commit")
                .with("X-Transfer-Length", Integer.toString(bytes.length))
                .with("X-Transfer-File", begun.header("X-Transfer-File"))
                .answer();
    }

    /** Sends a file of three bytes from A's organisation, and gives its reference. */
    public String sent(String... recipients) {
        return sentAs("a.txt", description(recipients));
    }

    public String sentAs(String fileName, String description) {
        DoorBed.Answer answer =
                send(as(A), SENDER + "/" + outbox(fileName, description), new byte[] {1, 2, 3});
        if (answer.status() != 201) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return Json.parse(answer.body()).path("FileReference").asText();
    }

    /** The bytes that the front would send in an answer. */
    public MemoryFiles.Outcome fetched(DoorBed.Answer answer) {
        return memory.get(URI.create(answer.header("X-Transfer-From")));
    }

    public Entries transfers() {
        return store.of(Tables.TRANSFERS);
    }

    /** Every record of a file, with its body. */
    public List<Entry> records() {
        return transfers().search(Search.everywhere()).stream()
                .map(each -> transfers().find(each.partition(), each.id()).orElseThrow())
                .toList();
    }

    private static final class Services extends FixedCatalogue {
        private static final Text TTD = Text.same("Testdepartementet");

        Services() {
            super(
                    List.of(
                            service("4001", ServiceType.BROKER, 1, "2099-01-01T00:00:00Z"),
                            service("4002", ServiceType.BROKER, 3, "2099-01-01T00:00:00Z"),
                            service("4003", ServiceType.BROKER, 1, "2025-01-01T00:00:00Z"),
                            service("2001", ServiceType.CORRESPONDENCE, 1, "2099-01-01T00:00:00Z")),
                    List.of());
        }

        private static Service service(String code, ServiceType type, int level, String until) {
            return new Service(
                    new ServiceKey(code, 1),
                    type,
                    "ttd",
                    TTD,
                    Text.same("Tjeneste " + code),
                    Instant.parse("2020-01-01T00:00:00Z"),
                    Instant.parse(until),
                    List.of(),
                    List.of(),
                    List.of(),
                    level,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of("PRIV", EnumSet.allOf(Action.class)));
        }
    }

    private static final class Parties extends KnownReportees {
        Parties() {
            super(KNOWN);
        }

        @Override
        public List<Reportee> of(Caller.User user) {
            int number = user.userId() % 10;
            return List.of(BrokerBed.person(number), BrokerBed.unit(number));
        }
    }

    /** A user whose token has these scopes alone. */
    public static Caller.User scoped(Caller.User user, String... scopes) {
        return new Caller.User(
                user.userId(),
                user.partyId(),
                user.nationalNumber(),
                user.enterprise(),
                user.level(),
                Optional.of(Set.of(scopes)));
    }
}
