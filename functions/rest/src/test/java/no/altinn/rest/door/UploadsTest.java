package no.altinn.rest.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.access.Caller;
import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.door.DoorBed.Asked;
import no.altinn.rest.file.ArrivedFile;
import no.altinn.rest.file.MemoryFiles;
import no.altinn.rest.file.Transfers;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/** What the front is answered about files that clients send. */
class UploadsTest {
    private static final String PATH = "my/box?name=a.txt";
    private static final byte[] FILE = "bytes".getBytes(StandardCharsets.UTF_8);
    private static final String MD5 = "SzpiGLs+OnMD6KFxpg/Pkg==";

    private static final Caller.User B =
            new Caller.User(
                    20000002,
                    OptionalInt.of(DoorBed.PERSON.partyId()),
                    Optional.of("02909012346"),
                    Optional.empty(),
                    3,
                    Optional.empty());

    private final MutableClock clock = MutableClock.at("2026-01-02T10:00:00Z");
    private final MemoryFiles files = new MemoryFiles(clock);
    private final List<String> begun = new ArrayList<>();
    private final List<ArrivedFile> taken = new ArrayList<>();
    private Supplier<Reply> onCommit = () -> Reply.created("https://rest.example/api/x");

    private final Receiver receiver =
            new Receiver() {
                @Override
                public void begin(Visit visit, long length) {
                    if (visit.parameter("name").filter("bad"::equals).isPresent()) {
                        throw RestError.badRequest("Not this one");
                    }
                    begun.add(visit.who().name() + " " + length);
                }

                @Override
                public Reply commit(Visit visit, ArrivedFile file) {
                    Reply reply = onCommit.get();
                    taken.add(file);
                    return reply;
                }
            };

    private final DoorBed bed =
            DoorBed.of(
                            () ->
                                    List.of(
                                            route("{who}/box"),
                                            route("{who}/other"),
                                            Route.of(
                                                    "GET",
                                                    "{who}/box",
                                                    Category.MESSAGE,
                                                    Needs.USER,
                                                    Set.of(),
                                                    visit -> Reply.done())))
                    .with(files)
                    .calledBy(DoorBed.A);

    private Route route(String template) {
        return Route.receiving(
                "POST",
                template,
                Category.MESSAGE,
                Needs.USER,
                Set.of("altinn:x"),
                1_000,
                receiver);
    }

    private static Asked begin(DoorBed bed, String path, long length) {
        return bed.ask("POST", path)
                .with("X-Transfer", "begin")
                .with("X-Transfer-Length", Long.toString(length))
                .with("Content-Type", "image/x-odd");
    }

    private Answer begin() {
        return begin(bed, PATH, FILE.length).answer();
    }

    private void send(Answer begun, byte[] bytes) {
        assertThat(files.put(URI.create(begun.header("X-Transfer-To")), bytes).status())
                .isEqualTo(201);
    }

    private static Asked commit(DoorBed bed, String path, Answer begun, long length) {
        return bed.ask("POST", path)
                .with("X-Transfer", "commit")
                .with("X-Transfer-Length", Long.toString(length))
                .with("X-Transfer-File", begun.header("X-Transfer-File"));
    }

    private Asked commit(Answer begun) {
        return commit(bed, PATH, begun, FILE.length);
    }

    private void refused(Answer answer, int status, String reason) {
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains(reason);
        assertThat(answer.header("X-Transfer-To")).isEmpty();
    }

    @Test
    void aFileIsAskedForSentAndTaken() {
        Answer begun = begin();
        assertThat(begun.status()).isEqualTo(200);
        assertThat(this.begun).containsExactly("A Nordmann 5");
        send(begun, FILE);

        Answer committed = commit(begun).answer();

        assertThat(committed.status()).isEqualTo(201);
        assertThat(committed.header("Location")).isEqualTo("https://rest.example/api/x");
        String name = begun.header("X-Transfer-File");
        assertThat(taken).containsExactly(new ArrivedFile(name, 5, MD5));
        clock.advance(Duration.ofDays(100));
        assertThat(files.read(name)).isPresent();
    }

    @Test
    void aRequestThatCameNotByWayOfTheFrontIsToldSo() {
        String reason =
                "Files are sent by way of the front, which sets the header X-Transfer to begin or"
                        + " commit";

        refused(bed.post(PATH, "{}").answer(), 400, reason);
        refused(bed.post(PATH, "").with("Content-Length", "99999999").answer(), 400, reason);
        refused(begin(bed, PATH, 5).with("X-Transfer", "end").answer(), 400, reason);
    }

    @Test
    void whatIsTooLongIsRefusedBeforeItComes() {
        assertThat(begin(bed, PATH, 1_000).answer().status()).isEqualTo(200);
        refused(begin(bed, PATH, 1_001).answer(), 413, "The file must not be over 1000 bytes");
        assertThat(begun).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "5x", "", "1234567890123456789"})
    void aLengthIsANumber(String length) {
        refused(
                begin(bed, PATH, 5).with("X-Transfer-Length", length).answer(),
                400,
                "The length of the file must be a number of bytes");
    }

    @Test
    void aFileWithoutALengthIsRefused() {
        refused(
                begin(bed, PATH, 5).without("X-Transfer-Length").answer(),
                411,
                "Send a Content-Length: files are not taken with Transfer-Encoding chunked");
    }

    @Test
    void aFileInACodingIsRefused() {
        refused(
                begin(bed, PATH, 5).with("Content-Encoding", "gzip").answer(),
                415,
                "The file must be sent without a Content-Encoding");
    }

    @Test
    void noRouteTakesMoreThanTheStoreDoes() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Route.receiving(
                                        "POST",
                                        "x",
                                        Category.MESSAGE,
                                        Needs.USER,
                                        Set.of(),
                                        Transfers.MOST_BYTES + 1,
                                        receiver));
    }

    @Test
    void everythingIsCheckedBeforeTheFileComes() {
        assertThat(begin(bed, PATH, 5).without("ApiKey").answer().status()).isEqualTo(400);
        assertThat(begin(bed, PATH, 5).with("ApiKey", DoorBed.READER).answer().status())
                .isEqualTo(403);
        assertThat(begin(bed.calledBy(new Caller.Nobody()), PATH, 5).answer().status())
                .isEqualTo(401);
        assertThat(begin(bed.calledBy(DoorBed.TTD), PATH, 5).answer().status()).isEqualTo(403);
        assertThat(begin(bed, "310000009/box", 5).answer().status()).isEqualTo(403);
        assertThat(begin(bed.calledBy(scoped("altinn:y")), PATH, 5).answer().status())
                .isEqualTo(401);
        refused(begin(bed, "my/box?name=bad", 5).answer(), 400, "Not this one");
        assertThat(begun).isEmpty();
        assertThat(begin(bed.calledBy(scoped("altinn:x")), PATH, 5).answer().status())
                .isEqualTo(200);
    }

    private static Caller.User scoped(String scope) {
        return new Caller.User(
                DoorBed.A.userId(),
                DoorBed.A.partyId(),
                DoorBed.A.nationalNumber(),
                Optional.empty(),
                3,
                Optional.of(Set.of(scope)));
    }

    @Test
    void everythingIsCheckedAgainWhenTheFileIsThere() {
        Answer begun = begin();
        send(begun, FILE);

        assertThat(commit(begun).without("ApiKey").answer().status()).isEqualTo(400);
        assertThat(commit(begun).with("ApiKey", DoorBed.READER).answer().status()).isEqualTo(403);
        assertThat(commit(bed.calledBy(new Caller.Nobody()), PATH, begun, 5).answer().status())
                .isEqualTo(401);
        assertThat(commit(bed.calledBy(scoped("altinn:y")), PATH, begun, 5).answer().status())
                .isEqualTo(401);
        assertThat(taken).isEmpty();
        assertThat(commit(begun).answer().status()).isEqualTo(201);
    }

    private static final String FOREIGN =
            "The file was not expected for this request by this caller";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sent/2026-01-02/AAAA",
                "sent/2026-01-02/a",
                "messages/r50000001/a",
                "../../etc/passwd",
                " ",
                "sent/2026-01-02/"
                        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void aNameThatWasNeverGivenOutIsRefused(String name) {
        refused(commit(begin()).with("X-Transfer-File", name).answer(), 403, FOREIGN);
    }

    @Test
    void aNameThatWasChangedIsRefused() {
        Answer begun = begin();
        send(begun, FILE);
        String name = begun.header("X-Transfer-File");
        for (int i = 0; i < name.length(); i++) {
            char other = name.charAt(i) == 'x' ? 'y' : 'x';
            String changed = name.substring(0, i) + other + name.substring(i + 1);

            assertThat(commit(begun).with("X-Transfer-File", changed).answer().status())
                    .as(changed)
                    .isEqualTo(403);
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void aCommitWithoutANameIsRefused() {
        refused(
                commit(begin()).without("X-Transfer-File").answer(),
                400,
                "Required header 'X-Transfer-File' is missing.");
    }

    @Test
    void aFileIsForTheCallerWhoAskedForIt() {
        Answer begun = begin();
        send(begun, FILE);

        refused(commit(bed.calledBy(B), PATH, begun, 5).answer(), 403, FOREIGN);

        assertThat(taken).isEmpty();
        assertThat(commit(begun).answer().status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "my/other?name=a.txt, 5",
        "r50000001/box?name=a.txt, 5",
        "310000001/box?name=a.txt, 5",
        "my/box?name=b.txt, 5",
        "my/box, 5",
        "my/box?name=a.txt, 6"
    })
    void aFileIsForTheRequestThatItWasAskedForBy(String path, long length) {
        Answer begun = begin();
        send(begun, FILE);

        refused(commit(bed, path, begun, length).answer(), 403, FOREIGN);

        assertThat(taken).isEmpty();
        assertThat(files.read(begun.header("X-Transfer-File"))).isPresent();
    }

    @Test
    void aCommitBeforeTheFileIsRefused() {
        Answer begun = begin();

        refused(
                commit(begun).answer(),
                409,
                "The file has not come; it must be sent before it is committed");

        send(begun, FILE);
        assertThat(commit(begun).answer().status()).isEqualTo(201);
    }

    @Test
    void aSecondCommitTakesNothingAndRemovesNothing() {
        Answer begun = begin();
        send(begun, FILE);
        commit(begun).answer();

        refused(commit(begun).answer(), 409, "The file has been committed already");
        refused(
                commit(begun).with("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==").answer(),
                409,
                "The file has been committed already");

        assertThat(taken).hasSize(1);
        assertThat(files.read(begun.header("X-Transfer-File"))).isPresent();
    }

    @Test
    void aNameCountsForADay() {
        Answer begun = begin();
        clock.advance(Duration.ofMinutes(14));
        send(begun, FILE);
        clock.advance(Duration.ofHours(23).plusMinutes(46));

        refused(
                commit(begun).answer(),
                403,
                "The file was expected until 24 hours after it was announced; send it again");
    }

    @Test
    void aFileOfAnotherLengthIsRemoved() {
        Answer begun = begin();
        send(begun, new byte[4]);

        refused(
                commit(begun).answer(),
                400,
                "The file that came has another length than was announced");

        assertThat(files.read(begun.header("X-Transfer-File"))).isEmpty();
        assertThat(taken).isEmpty();
    }

    @Test
    void aFileWithAnotherChecksumIsRemoved() {
        Answer begun = begin();
        send(begun, FILE);

        refused(
                commit(begun).with("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==").answer(),
                400,
                "The file that came does not match Content-MD5");

        assertThat(files.read(begun.header("X-Transfer-File"))).isEmpty();
        assertThat(taken).isEmpty();
    }

    @Test
    void aFileWithItsChecksumIsTaken() {
        Answer begun = begin(bed, PATH, 5).with("Content-MD5", MD5).answer();
        send(begun, FILE);

        assertThat(commit(begun).with("Content-MD5", MD5).answer().status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "no base64!", "", "4b8d160d43652d18d762ea2f57344e9b"})
    void whatIsNoChecksumIsRefusedBeforeTheFileComes(String checksum) {
        refused(
                begin(bed, PATH, 5).with("Content-MD5", checksum).answer(),
                400,
                "Content-MD5 must be 16 bytes in Base64");
        assertThat(begun).isEmpty();
    }

    @Test
    void aFileThatIsRefusedAfterAllIsRemoved() {
        Answer begun = begin();
        send(begun, FILE);
        onCommit =
                () -> {
                    throw RestError.forbidden("The message is not at Utfylling");
                };

        refused(commit(begun).answer(), 403, "The message is not at Utfylling");

        assertThat(files.read(begun.header("X-Transfer-File"))).isEmpty();
    }

    @Test
    void aFileOfWhichNobodyKnowsWhetherARecordNamesItStays() {
        Answer begun = begin();
        send(begun, FILE);
        onCommit =
                () -> {
                    throw new Unavailable("The outcome is unknown");
                };

        assertThat(commit(begun).answer().status()).isEqualTo(503);

        assertThat(files.read(begun.header("X-Transfer-File"))).isPresent();
    }

    @Test
    void aReceiverMayKeepAFileForATime() {
        Answer begun = begin();
        send(begun, FILE);
        String name = begun.header("X-Transfer-File");
        onCommit =
                () -> {
                    files.keep(name, Optional.of(clock.instant().plusSeconds(60)));
                    return Reply.done();
                };
        commit(begun).answer();

        clock.advance(Duration.ofSeconds(61));
        assertThat(files.read(name)).isEmpty();
    }
}
