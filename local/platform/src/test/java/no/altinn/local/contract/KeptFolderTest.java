package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The data folder of an earlier build (commit e42f722), whose process was killed while deliveries
 * and a validation were due: three events that subscription 1 has got and subscription 2 has
 * refused, an event about another person, and subscription 3, which was not valid yet.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptFolderTest {
    private static final String RESOURCE = "urn:altinn:resource:ttd-parking";
    private static final Instant TWO_MINUTES_LATER = Instant.parse("2026-11-29T04:45:28Z");
    private static final String CLIENT = "95a9d1d0-1803-44cf-8019-e6333580a5ca";
    private static final String KID = "A6AF13F54D341336E4EA20F62D54BBB87CF10E7F";
    private static final String ADDRESS_THEN = "http://localhost:7199/webhooks/";

    @TempDir private static Path folder;
    private final Receiver receiver = Receiver.taking();
    private Platform platform;

    @BeforeAll
    void startTwoMinutesAfterItWasKilled() throws IOException, SQLException {
        unpack();
        moveEndpointsTo(receiver.endPoint());
        Clock since =
                Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), TWO_MINUTES_LATER));
        platform = Platform.start(folder, Map.of(), since);
    }

    @AfterAll
    void stop() {
        platform.close();
        receiver.close();
    }

    private void unpack() throws IOException {
        try (InputStream kept =
                        KeptFolderTest.class.getResourceAsStream("kept-by-build-e42f722.zip");
                ZipInputStream files = new ZipInputStream(kept)) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                Files.copy(files, folder.resolve(file.getName()));
            }
        }
    }

    /** The port of that process may be anybody's now. */
    private void moveEndpointsTo(String address) throws SQLException {
        try (Connection database =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("events.db"));
                Statement statement = database.createStatement()) {
            int moved =
                    statement.executeUpdate(
                            "UPDATE subscriptions SET end_point = replace(end_point, '%s', '%s/')"
                                    .formatted(ADDRESS_THEN, address));
            assertThat(moved).isEqualTo(3);
        }
    }

    private static String event(int id) {
        return """
        {"specversion":"1.0","id":"%d","source":"https://ttd.no/parking",\
        "type":"parking.permit.granted","resource":"urn:altinn:resource:ttd-parking",\
        "subject":"/party/50000001","time":"2026-11-29T04:00:0%d+01:00",\
        "data":{"zone":12,"price":1.10,"text":"blåbær"}}"""
                .formatted(id, id);
    }

    private static String aboutPersonB() {
        return """
        {"specversion":"1.0","id":"b1","source":"https://ttd.no/parking",\
        "type":"parking.permit.expired","resource":"urn:altinn:resource:ttd-parking",\
        "subject":"/party/50000002"}""";
    }

    private String read(String after) {
        return platform.api("GET", "events?resource=" + RESOURCE + "&after=" + after)
                .bearer(platform.tokens().ttd())
                .send()
                .body();
    }

    private String subscription(int id) {
        return platform.api("GET", "subscriptions/" + id)
                .bearer(platform.tokens().personA())
                .send()
                .body();
    }

    @Test
    void everyEventIsReadInItsOrderAndToTheLetter() {
        assertThat(read("0"))
                .isEqualTo("[%s,%s,%s,%s]".formatted(event(1), event(2), event(3), aboutPersonB()));
    }

    @Test
    void anIdThatAReaderKeptIsStillACursor() {
        assertThat(read("2")).startsWith("[%s,%s".formatted(event(3), aboutPersonB()));
    }

    @Test
    void aKeyForCursorsIsMadeInAFolderThatHadNone() {
        String published =
                event(8).replaceFirst(",\"data\".*", ",\"alternativesubject\":\"/org/1\"}");
        platform.publishing(published).bearer(platform.tokens().ttd()).send();
        Call call = platform.api("GET", "events?resource=" + RESOURCE + "&after=0");

        Reply page =
                call.header("Altinn-AlternativeSubject", "/org/1")
                        .bearer(platform.tokens().ttd())
                        .send();

        assertThat(page.ids()).containsExactly("8");
        assertThat(page.next()).contains("after=%7E%7E");
        assertThat(platform.get(page.next()).bearer(platform.tokens().ttd()).send().status())
                .isEqualTo(200);
    }

    @Test
    void anEventThatIsPublishedAgainIsStillTheSame() {
        assertThat(platform.publishing(event(1)).bearer(platform.tokens().ttd()).send().status())
                .isEqualTo(200);

        assertThat(read("0"))
                .isEqualTo("[%s,%s,%s,%s]".formatted(event(1), event(2), event(3), aboutPersonB()));
    }

    @Test
    void subscriptionsAreKeptWithTheirFiltersAndStates() {
        assertThat(subscription(1))
                .contains("\"subjectFilter\":\"/party/50000001\"", "\"validated\":true");
        assertThat(subscription(2))
                .contains(
                        "\"typeFilter\":\"parking.permit.granted\"",
                        "\"created\":\"2026-11-29T04:42:45.955823436Z\"",
                        "\"validated\":true");
    }

    @Test
    void deliveriesThatWereDueArriveAndAnEndpointIsAskedOnceMore() {
        await().untilAsserted(
                        () ->
                                assertThat(receiver.received())
                                        .contains(event(1), event(2), event(3))
                                        .anyMatch(
                                                body ->
                                                        body.contains(
                                                                "platform.events.validatesubscription")));
        await().untilAsserted(() -> assertThat(subscription(3)).contains("\"validated\":true"));
    }

    @Test
    void whatWasDeliveredIsNotDeliveredAgain() {
        await().until(() -> receiver.received().contains(event(3)));

        assertThat(receiver.received()).containsOnlyOnce(event(1), event(2), event(3));
    }

    @Test
    void aNewEventReachesTheSubscriptionsThatWereThere() {
        platform.publishing(event(7)).bearer(platform.tokens().ttd()).send();

        await().untilAsserted(
                        () ->
                                assertThat(receiver.received())
                                        .filteredOn(event(7)::equals)
                                        .hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void clientsOfMaskinportenStayRegistered() {
        assertThat(platform.call("GET", "maskinporten/clients/" + CLIENT).send().body())
                .contains("\"client_name\":\"parking\"", "\"active\":true");
    }

    @Test
    void tokensAreSignedWithTheKeysThatWereThere() {
        assertThat(
                        platform.call(
                                        "GET",
                                        "authentication/api/v1/openid/.well-known/openid-configuration/jwks")
                                .send()
                                .body())
                .contains("\"kid\":\"" + KID + "\"");
    }
}
