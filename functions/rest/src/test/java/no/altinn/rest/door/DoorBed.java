package no.altinn.rest.door;

import no.altinn.platform.http.Request;
import no.altinn.platform.seal.SealingKeys;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Callers;
import no.altinn.rest.access.KnownReportees;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.app.RestErrors;
import no.altinn.rest.application.Application;
import no.altinn.rest.application.KnownApplications;
import no.altinn.rest.file.ArrivalNames;
import no.altinn.rest.file.Arrivals;
import no.altinn.rest.file.MemoryFiles;
import no.altinn.rest.language.Language;
import no.altinn.testing.time.MutableClock;

import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import javax.crypto.spec.SecretKeySpec;

/**
 * A door for tests: routes behind it, one caller before it, and requests as text. {@link #ALL} is a
 * key with every grant; it is sent unless a request says otherwise. Person A acts for herself and
 * for the organisation 310000001.
 *
 * <pre>{@code
 * DoorBed bed = DoorBed.of(new MessageRoutes(…)).calledBy(DoorBed.A);
 * Answer answer = bed.get("my/messages").accepting("application/hal+json").answer();
 * }</pre>
 */
public final class DoorBed {
    /** Where the app is: links begin with {@code https://rest.example/api}. */
    public static final URI BASE = URI.create("https://rest.example/");

    /** A key with every grant, of an application of {@link #ORIGIN}. */
    public static final String ALL = "11111111-1111-1111-1111-111111111111";

    /** A key that reads messages and nothing else. */
    public static final String READER = "44444444-4444-4444-4444-444444444444";

    public static final String ORIGIN = "https://www.eksempel.no";

    /** Person A. */
    public static final Reportee PERSON =
            new Reportee(
                    50000001,
                    Reportee.Kind.PERSON,
                    "A Nordmann",
                    Optional.empty(),
                    Optional.of("01909012345"),
                    Optional.empty(),
                    Optional.empty(),
                    false);

    /** The organisation that A acts for. */
    public static final Reportee ORGANISATION =
            organisation(51000001, "310000001", Reportee.Kind.ENTERPRISE);

    /** An organisation that A does not act for. */
    public static final Reportee STRANGER =
            organisation(51000009, "310000009", Reportee.Kind.ENTERPRISE);

    public static final Caller.User A =
            new Caller.User(
                    20000001,
                    OptionalInt.of(PERSON.partyId()),
                    PERSON.nationalNumber(),
                    Optional.empty(),
                    3,
                    Optional.empty());

    public static final Caller.Organisation TTD =
            new Caller.Organisation(
                    "991825827", Optional.of("ttd"), 3, Optional.of(Set.of("altinn:serviceowner")));

    private static final List<Application> APPLICATIONS =
            List.of(
                    new Application("a", "All", "991825827", Set.of(ORIGIN), Category.grants()),
                    new Application("r", "Reader", "991825827", Set.of(), Set.of("Message.read")));

    private static final SealingKeys KEYS = () -> List.of(new SecretKeySpec(new byte[32], "AES"));

    private final Router router;
    private final Callers callers;
    private final Reportees reportees;
    private final PlatformAccess platform;
    private final Function<Caller, Optional<Language>> profiles;
    private final MemoryFiles files;
    private final Door door;

    private DoorBed(
            Router router,
            Callers callers,
            Reportees reportees,
            PlatformAccess platform,
            Function<Caller, Optional<Language>> profiles,
            MemoryFiles files) {
        this.router = router;
        this.callers = callers;
        this.reportees = reportees;
        this.platform = platform;
        this.profiles = profiles;
        this.files = files;
        this.door =
                new Door(
                        router,
                        new Door.Guards(
                                new FixedApplications(),
                                callers,
                                platform,
                                reportees,
                                new Arrivals(
                                        files,
                                        files,
                                        new ArrivalNames(KEYS, new SecureRandom(), files.clock())),
                                profiles,
                                BASE),
                        new RestErrors());
    }

    private static Reportee organisation(int partyId, String number, Reportee.Kind kind) {
        return new Reportee(
                partyId,
                kind,
                "Organisation " + number,
                Optional.of(number),
                Optional.empty(),
                Optional.empty(),
                Optional.of("AS"),
                false);
    }

    /** A door to these routes, called by nobody. */
    public static DoorBed of(Routes... routes) {
        return new DoorBed(
                new Router(List.of(routes)),
                request -> new Callers.Login(new Caller.Nobody(), Optional.empty()),
                new FixedReportees(),
                request -> {
                    if (request.header("PlatformAccessToken").isEmpty()) {
                        throw RestError.unauthorized("Send a platform access token");
                    }
                },
                caller -> Optional.empty(),
                new MemoryFiles(MutableClock.at("2026-01-02T09:00:00Z")));
    }

    /** The same, called by this one. */
    public DoorBed calledBy(Caller caller) {
        Callers always = request -> new Callers.Login(caller, Optional.empty());
        return with(always);
    }

    public DoorBed with(Callers others) {
        return new DoorBed(router, others, reportees, platform, profiles, files);
    }

    public DoorBed with(Reportees others) {
        return new DoorBed(router, callers, others, platform, profiles, files);
    }

    /** The same over these files, by whose clock names of files count. */
    public DoorBed with(MemoryFiles others) {
        return new DoorBed(router, callers, reportees, platform, profiles, others);
    }

    /** The same, where the platform's own calls are let in by another rule. */
    public DoorBed guardedBy(PlatformAccess other) {
        return new DoorBed(router, callers, reportees, other, profiles, files);
    }

    /** The same, where every caller's profile has a language. */
    public DoorBed speaking(Language language) {
        return new DoorBed(
                router, callers, reportees, platform, caller -> Optional.of(language), files);
    }

    public Door door() {
        return door;
    }

    /**
     * A request.
     *
     * @param path below {@code api/}, with a query or without
     */
    public Asked get(String path) {
        return ask("GET", path);
    }

    public Asked post(String path, String json) {
        return ask("POST", path).with("Content-Type", "application/json").sending(json);
    }

    public Asked put(String path, String json) {
        return ask("PUT", path).with("Content-Type", "application/json").sending(json);
    }

    public Asked delete(String path) {
        return ask("DELETE", path);
    }

    public Asked ask(String method, String path) {
        return new Asked(method, path, Map.of("ApiKey", ALL), "");
    }

    /** A request that is not sent yet. Immutable. */
    public final class Asked {
        private final String method;
        private final String path;
        private final Map<String, String> headers;
        private final String body;

        private Asked(String method, String path, Map<String, String> headers, String body) {
            this.method = method;
            this.path = path;
            this.headers = headers;
            this.body = body;
        }

        public Asked with(String header, String value) {
            Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            more.putAll(headers);
            more.put(header, value);
            return new Asked(method, path, more, body);
        }

        public Asked without(String header) {
            Map<String, String> fewer = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            fewer.putAll(headers);
            fewer.remove(header);
            return new Asked(method, path, fewer, body);
        }

        public Asked accepting(String accept) {
            return with("Accept", accept);
        }

        public Asked sending(String text) {
            return new Asked(method, path, headers, text);
        }

        public Request request() {
            return new Request(method, URI.create(BASE + "api/" + path), headers, body);
        }

        public Answer answer() {
            Request request = request();
            Answered answered = door.answer(request);
            AnswerLog.note(door, request, answered);
            return new Answer(answered);
        }
    }

    /** What a client got. */
    public record Answer(Answered answered) {
        public int status() {
            return answered.reply().status();
        }

        /** The header's value, empty for none. */
        public String header(String name) {
            return answered.reply().headers().entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
        }

        /** The reason phrase, empty for the usual one. */
        public String reason() {
            return header("X-Reason");
        }

        /** The body's text, empty for none. */
        public String body() {
            return answered.reply().content() instanceof Content.Written written
                    ? written.text()
                    : "";
        }
    }

    private static final class FixedApplications implements KnownApplications {
        @Override
        public Optional<Application> ofKey(String key) {
            return switch (key) {
                case ALL -> Optional.of(APPLICATIONS.get(0));
                case READER -> Optional.of(APPLICATIONS.get(1));
                default -> Optional.empty();
            };
        }

        @Override
        public boolean hasOrigin(String origin) {
            return origin.equals(ORIGIN);
        }
    }

    private static final class FixedReportees extends KnownReportees {
        FixedReportees() {
            super(List.of(PERSON, ORGANISATION, STRANGER));
        }

        @Override
        public List<Reportee> of(Caller.User user) {
            List<Reportee> mine = new ArrayList<>(List.of(PERSON, ORGANISATION));
            user.enterprise()
                    .ifPresent(
                            number ->
                                    mine.removeIf(
                                            each ->
                                                    !each.organisationNumber()
                                                            .equals(Optional.of(number))));
            return mine;
        }
    }
}
