package no.altinn.events.query;

import static no.altinn.events.query.Requests.assertBadRequest;
import static no.altinn.events.query.Requests.cursors;
import static no.altinn.events.query.Requests.get;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.app.Refusals;
import no.altinn.events.event.Condition;
import no.altinn.events.event.EventStream;
import no.altinn.platform.http.Request;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

class AppEventsRequestTest {
    /** Knows one unit and one person. */
    private static final PartyLookup PARTIES =
            new PartyLookup() {
                @Override
                public OptionalInt ofUnit(String organisationNumber) {
                    return organisationNumber.equals("910000001")
                            ? OptionalInt.of(11)
                            : OptionalInt.empty();
                }

                @Override
                public OptionalInt ofPerson(String identityNumber) {
                    return identityNumber.equals("01017012345")
                            ? OptionalInt.of(12)
                            : OptionalInt.empty();
                }
            };

    @ParameterizedTest
    @ValueSource(strings = {"after=%00", "from=%00", "to=%C2%80", "type=%0A", "source=%EF%BF%BE"})
    void aParameterThatNoAttributeCanEqualIsRefusedByName(String parameter) {
        String detail =
                "The '%s' parameter must not hold control characters, noncharacters or lone surrogates."
                        .formatted(parameter.substring(0, parameter.indexOf('=')));
        Request request = get(parameter + "&after=0&party=1");

        assertBadRequest(detail, () -> ofApp(request));
        assertBadRequest(detail, () -> ofParty(request));
    }

    @Test
    void soIsAPersonsNumber() {
        assertBadRequest(
                "The 'person' header must not hold control characters, noncharacters or lone"
                        + " surrogates.",
                () -> ofParty(get("after=0", "person", "01017012345\u0085")));
    }

    @Test
    void anAppsEventsAreThoseOfItsResource() {
        AppEventsRequest request = ofApp(get("after=abc"));

        assertThat(request.query().stream())
                .isEqualTo(new EventStream.OfResource("urn:altinn:resource:app_ttd_app"));
        assertThat(request.query().conditions()).isEmpty();
        assertThat(request.after()).isEqualTo("abc");
        assertThat(request.size()).isEqualTo(50);
    }

    @Test
    void fromAloneBeginsAtTheStart() {
        AppEventsRequest request = ofApp(get("from=2022-07-07T11:00:53.3917Z"));

        assertThat(request.after()).isEmpty();
        assertThat(request.query().conditions())
                .containsExactly(
                        new Condition.TimeFrom(Instant.parse("2022-07-07T11:00:53.3917Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "party=1", "after=&from=", "from=%20", "to=2022-07-07T11:00:53Z"})
    void afterOrFromIsRequired(String query) {
        assertBadRequest(
                "The 'From' or 'After' parameter must be defined.", () -> ofApp(get(query)));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-07-07T13:00:00%2B02:00, 2022-07-07T11:00:00Z",
        "2022-07-07T13:00:00+02:00, 2022-07-07T11:00:00Z",
        "2022-07-07T06:00:00-05:00, 2022-07-07T11:00:00Z",
        "2022-07-07T11:00Z, 2022-07-07T11:00:00Z",
        "2022-07-07%2013:00:00+02:00, 2022-07-07T11:00:00Z",
        "2022-07-07T13:00:00%2B02, 2022-07-07T11:00:00Z",
        "2022-07-07T13:00:00%2B0200, 2022-07-07T11:00:00Z",
        "2022-07-07T14:30:00%2B3:30, 2022-07-07T11:00:00Z",
        "2022-07-08T01:00:00%2B14:00, 2022-07-07T11:00:00Z"
    })
    void instantsComeInAnyZone(String text, Instant instant) {
        assertThat(ofApp(get("from=" + text + "&to=" + text)).query().conditions())
                .containsExactly(new Condition.TimeFrom(instant), new Condition.TimeTo(instant));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01Z, 2020-01-01T00:00:00Z",
        "2020-01-01%20Z, 2020-01-01T00:00:00Z",
        "2020-1-1Z, 2020-01-01T00:00:00Z",
        "2020/01/31Z, 2020-01-31T00:00:00Z",
        "01/31/2020Z, 2020-01-31T00:00:00Z",
        "2020-01-01%2B01:00, 2019-12-31T23:00:00Z",
        "2020-01-01-01:00, 2020-01-01T01:00:00Z",
        "2020-01-01%2000:00:00Z, 2020-01-01T00:00:00Z",
        "2020-01-01%209:05Z, 2020-01-01T09:05:00Z",
        "01/31/2020%2012:00:00%20%2B00:00, 2020-01-31T12:00:00Z",
        "2020-01-01t00:00z, 2020-01-01T00:00:00Z",
        "2020-01-01T00:00:00.1234567Z, 2020-01-01T00:00:00.1234567Z",
        "2020-01-01T00:00:00.1234567891234Z, 2020-01-01T00:00:00.123456789Z",
        "2020-01-01T00:00:00%20GMT, 2020-01-01T00:00:00Z",
        "'Wed,%2001%20Jan%202020%2000:00:00%20GMT', 2020-01-01T00:00:00Z",
        "%202020-01-01Z%20, 2020-01-01T00:00:00Z"
    })
    void instantsAndDatesAreWrittenAsDotNetReadsThem(String text, Instant instant) {
        assertThat(ofApp(get("from=" + text + "&to=" + text)).query().conditions())
                .containsExactly(new Condition.TimeFrom(instant), new Condition.TimeTo(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-07-07T11:00:53.3917",
                "2022-07-07T11:00",
                "2022-07-07",
                "2022-07-07%2001:00",
                "2022-07-07+01:00",
                "07/07/2022"
            })
    void anInstantWithoutZoneIsToldSo(String text) {
        String rest = " parameter must specify timezone. E.g. 2022-07-07T11:00:53.3917Z for UTC";
        assertBadRequest("The 'From'" + rest, () -> ofApp(get("from=" + text)));
        assertBadRequest("The 'To'" + rest, () -> ofApp(get("after=0&to=" + text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2022-13-01T00:00:00Z",
                "2022-02-30Z",
                "2022-02-30",
                "2022-07-07T24:00:00Z",
                "2022-07-07T11:00:60Z",
                "2022-07-07T9:00Z",
                "2022-07-07T11Z",
                "2022-07-07T11:00:00.Z",
                "2022-07-07T11:00:00%2B15:00",
                "2022-07-07T11:00:00%2B01:60",
                "2022-07-07T11:00:00UTC",
                "2022-07/07Z",
                "31/01/2022Z",
                "22-07-07Z",
                "0000-01-01Z",
                "0001-01-01T00:00:00%2B01:00",
                "9999-12-31T23:59:59-01:00",
                "'Thu,%2001%20Jan%202020%2000:00:00%20GMT'",
                "20220707T110000Z",
                "1657191653",
                "Z"
            })
    void whatIsNoInstantIsRefused(String text) {
        assertBadRequest(
                "The 'From' parameter must be an instant. E.g. 2022-07-07T11:00:53.3917Z",
                () -> ofApp(get("from=" + text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "-2147483648"})
    void aSizeBelowOneIsRefused(String size) {
        assertBadRequest(
                "The 'Size' parameter must be a number larger that 0.",
                () -> ofApp(get("after=0&size=" + size)));
    }

    @Test
    void aSizeAboveAThousandIsAThousand() {
        assertThat(ofApp(get("after=0&size=1001")).size()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "12345678", "1234567890", "12345678a", "%2091000000"})
    void aUnitHasNineDigits(String unit) {
        assertBadRequest(
                "Value of 'Unit' needs to be exactly 9 digits.",
                () -> ofApp(get("after=0&unit=" + unit)));
    }

    @Test
    void aPartyExcludesPersonAndUnit() {
        assertBadRequest(
                "Only one of 'Party' or 'Person' can be defined.",
                () -> ofApp(get("after=0&party=1", "person", "01017012345")));
        assertBadRequest(
                "Only one of 'Party' or 'Unit' can be defined.",
                () -> ofApp(get("after=0&party=1&unit=910000001")));
    }

    @Test
    void aPartyIsAWholeNumber() {
        assertBadRequest(
                "The 'Party' parameter must be a whole number.",
                () -> ofApp(get("after=0&party=abc")));
    }

    @Test
    void everyWayToNameAPartyEndsInItsSubject() {
        assertThat(ofApp(get("after=0&party=10")).query().conditions())
                .containsExactly(new Condition.SubjectIs("/party/10"));
        assertThat(ofApp(get("after=0&unit=910000001")).query().conditions())
                .containsExactly(new Condition.SubjectIs("/party/11"));
        assertThat(ofApp(get("after=0", "Person", "01017012345")).query().conditions())
                .containsExactly(new Condition.SubjectIs("/party/12"));
    }

    @Test
    void anUnknownUnitOrPersonIsNotFound() {
        assertNotFound(get("after=0&unit=910000002"));
        assertNotFound(get("after=0", "person", "02017012345"));
    }

    @Test
    void aPartysEventsAreThoseOfEveryApp() {
        AppEventsRequest request =
                ofParty(get("after=0&party=10&source=%25apps%25&source=a_b&type=t"));

        assertThat(request.query().stream()).isEqualTo(new EventStream.OfAppsAbout("/party/10"));
        assertThat(request.query().conditions())
                .containsExactlyInAnyOrder(
                        new Condition.TypeIn(List.of("t")),
                        new Condition.SourceLike(List.of("%apps%", "a_b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=0", "after=0&party=0", "after=0&party=&unit="})
    void aPartysEventsNeedAParty(String query) {
        assertBadRequest(
                "Subject must be specified using either query params party or unit or header value"
                        + " person.",
                () -> ofParty(get(query)));
    }

    @Test
    void whoGoesOnIsStillAboutTheHeadersPersonWithOrWithoutTheHeader() {
        String ofApp = next(ofApp(get("after=0", "person", "01017012345")));
        String ofParty = next(ofParty(get("after=0", "person", "01017012345")));

        for (AppEventsRequest request :
                List.of(
                        ofApp(get("after=" + ofApp)),
                        ofApp(get("after=" + ofApp, "person", "01017012345")),
                        ofApp(get("party=12&after=" + ofApp)))) {
            assertThat(request.query().conditions())
                    .containsExactly(new Condition.SubjectIs("/party/12"));
            assertThat(request.after()).isEqualTo("an id");
            assertThat(next(request)).startsWith("~~");
        }
        for (AppEventsRequest request :
                List.of(
                        ofParty(get("after=" + ofParty)),
                        ofParty(get("after=" + ofParty, "person", "01017012345")))) {
            assertThat(request.query().stream())
                    .isEqualTo(new EventStream.OfAppsAbout("/party/12"));
            assertThat(request.after()).isEqualTo("an id");
            assertThat(next(request)).startsWith("~~");
        }
    }

    @Test
    void whatTheQueryNamesIsNotSealed() {
        assertThat(next(ofApp(get("after=0")))).isEqualTo("an id");
        assertThat(next(ofApp(get("after=0&party=10")))).isEqualTo("an id");
        assertThat(next(ofParty(get("after=0&unit=910000001")))).isEqualTo("an id");
    }

    @Test
    void anotherPartyThanTheCursorsIsRefused() {
        String after = next(ofApp(get("after=0", "person", "01017012345")));

        for (String other : List.of("party=10", "unit=910000001")) {
            assertBadRequest(
                    "The party, unit or person differs from the one that the cursor in the 'after'"
                            + " parameter was made with.",
                    () -> ofApp(get(other + "&after=" + after)));
        }
    }

    @Test
    void aCursorIsNoGoodForAnythingElse() {
        String after = next(ofApp(get("after=0", "person", "01017012345")));

        for (ThrowingCallable call :
                List.<ThrowingCallable>of(
                        () -> ofParty(get("after=" + after)),
                        () ->
                                AppEventsRequest.ofApp(
                                        get("after=" + after),
                                        "ttd",
                                        "other",
                                        PARTIES,
                                        cursors("/org/ttd")),
                        () ->
                                AppEventsRequest.ofApp(
                                        get("after=" + after),
                                        "ttd",
                                        "app",
                                        PARTIES,
                                        cursors("/org/skd")),
                        () ->
                                EventsRequest.of(
                                        get(
                                                "resource=urn:altinn:resource:app_ttd_app&after="
                                                        + after),
                                        cursors("/org/ttd")))) {
            assertBadRequest(
                    "The cursor in the 'after' parameter was not made for this caller and resource,"
                            + " was changed, or is too old.",
                    call);
        }
    }

    /** What a reader is told to go on with after an event. */
    private static String next(AppEventsRequest request) {
        return request.continuation().of(EventPage.of(List.of(), "an id")).after().orElseThrow();
    }

    private static void assertNotFound(Request request) {
        assertThat(Refusals.answer(() -> ofParty(request)).status()).isEqualTo(404);
    }

    private static AppEventsRequest ofApp(Request request) {
        return AppEventsRequest.ofApp(request, "ttd", "app", PARTIES, cursors("/org/ttd"));
    }

    private static AppEventsRequest ofParty(Request request) {
        return AppEventsRequest.ofParty(request, PARTIES, cursors("/org/ttd"));
    }
}
