package no.altinn.events.query;

import static no.altinn.events.query.Requests.assertBadRequest;
import static no.altinn.events.query.Requests.get;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.app.Refusals;
import no.altinn.events.event.Condition;
import no.altinn.events.event.EventStream;
import no.altinn.platform.http.Request;

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
        assertBadRequest(detail, () -> AppEventsRequest.ofParty(request, PARTIES));
    }

    @Test
    void soIsAPersonsNumber() {
        assertBadRequest(
                "The 'person' header must not hold control characters, noncharacters or lone"
                        + " surrogates.",
                () ->
                        AppEventsRequest.ofParty(
                                get("after=0", "person", "01017012345\u0085"), PARTIES));
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
    @ValueSource(strings = {"", "party=1", "after=&from=", "to=2022-07-07T11:00:53Z"})
    void afterOrFromIsRequired(String query) {
        assertBadRequest(
                "The 'From' or 'After' parameter must be defined.", () -> ofApp(get(query)));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-07-07T13:00:00%2B02:00, 2022-07-07T11:00:00Z",
        "2022-07-07T13:00:00+02:00, 2022-07-07T11:00:00Z",
        "2022-07-07T06:00:00-05:00, 2022-07-07T11:00:00Z",
        "2022-07-07T11:00Z, 2022-07-07T11:00:00Z"
    })
    void instantsComeInAnyZone(String text, Instant instant) {
        assertThat(ofApp(get("from=" + text + "&to=" + text)).query().conditions())
                .containsExactly(new Condition.TimeFrom(instant), new Condition.TimeTo(instant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-07-07T11:00:53.3917", "2022-07-07T11:00", "2022-07-07"})
    void anInstantWithoutZoneIsToldSo(String text) {
        String rest = " parameter must specify timezone. E.g. 2022-07-07T11:00:53.3917Z for UTC";
        assertBadRequest("The 'From'" + rest, () -> ofApp(get("from=" + text)));
        assertBadRequest("The 'To'" + rest, () -> ofApp(get("after=0&to=" + text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2022-13-01T00:00:00Z", "1657191653", "Z"})
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

    private static void assertNotFound(Request request) {
        assertThat(Refusals.answer(() -> ofParty(request)).status()).isEqualTo(404);
    }

    private static AppEventsRequest ofApp(Request request) {
        return AppEventsRequest.ofApp(request, "ttd", "app", PARTIES);
    }

    private static AppEventsRequest ofParty(Request request) {
        return AppEventsRequest.ofParty(request, PARTIES);
    }
}
