package no.altinn.events.query;

import static no.altinn.events.query.Requests.assertBadRequest;
import static no.altinn.events.query.Requests.cursors;
import static no.altinn.events.query.Requests.get;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.event.Condition;
import no.altinn.events.event.EventStream;
import no.altinn.platform.http.Request;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class EventsRequestTest {
    private static final String RESOURCE = "resource=urn:altinn:resource:r";
    private static final String HEADER = "Altinn-AlternativeSubject";

    @Test
    void resourceAndAfterAreEnough() {
        EventsRequest request = of(get(RESOURCE + "&after=0"));

        assertThat(request.query().stream())
                .isEqualTo(new EventStream.OfResource("urn:altinn:resource:r"));
        assertThat(request.query().conditions()).isEmpty();
        assertThat(request.after()).isEqualTo("0");
        assertThat(request.size()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=0",
                "after=0&resource=",
                "after=0&resource=r",
                "after=0&resource=urn:altinn:resource",
                "after=0&resource=urn:altinn:app:r"
            })
    void theResourceMustBeOneOfThePlatform(String query) {
        assertBadRequest(
                "The 'resource' parameter must begin with `urn:altinn:resource:`",
                () -> of(get(query)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&after="})
    void afterIsRequired(String after) {
        assertBadRequest("The 'after' parameter must be defined.", () -> of(get(RESOURCE + after)));
    }

    @ParameterizedTest
    @CsvSource({
        "resource, %00",
        "after, a%0Ab",
        "subject, %09",
        "type, %7F",
        "type, %C2%9F",
        "Type, %EF%B7%90",
        "subject, %EF%BF%BF",
        "size, 1%F0%9F%BF%BE"
    })
    void aParameterThatNoAttributeCanEqualIsRefusedByName(String parameter, String value) {
        assertBadRequest(
                "The '%s' parameter must not hold control characters, noncharacters or lone surrogates."
                        .formatted(parameter),
                () ->
                        of(
                                get(
                                        "%s=%s&resource=urn:altinn:resource:r&after=0"
                                                .formatted(parameter, value))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/person/1\u0085", "\t", "\uFFFF", "\uD800"})
    void soIsAnAlternativeSubject(String value) {
        assertBadRequest(
                "The 'Altinn-AlternativeSubject' header must not hold control characters,"
                        + " noncharacters or lone surrogates.",
                () -> of(get(RESOURCE + "&after=0", HEADER, value)));
    }

    @Test
    void anyOtherCharacterMayBeAskedFor() {
        EventsRequest request =
                of(get(RESOURCE + "&after=%EF%BF%BD&subject=%F0%9F%98%80%20%C3%A5"));

        assertThat(request.after()).isEqualTo("\uFFFD");
        assertThat(request.query().conditions()).containsExactly(new Condition.SubjectIs("😀 å"));
    }

    @Test
    void theResourceIsToldBeforeAfter() {
        assertBadRequest(
                "The 'resource' parameter must begin with `urn:altinn:resource:`",
                () -> of(get("")));
    }

    @Test
    void theSubjectIsOneOfTwo() {
        assertThat(conditions("&subject=%2Fparty%2F1"))
                .containsExactly(new Condition.SubjectIs("/party/1"));
        assertThat(
                        of(get(RESOURCE + "&after=0", HEADER, "/person/01017012345"))
                                .query()
                                .conditions())
                .containsExactly(new Condition.AlternativeSubjectIs("/person/01017012345"));
        assertBadRequest(
                "Only one of 'subject' or 'alternativeSubject' can be defined.",
                () -> of(get(RESOURCE + "&after=0&subject=s", HEADER, "/org/1")));
    }

    @Test
    void whoGoesOnIsStillAboutTheHeadersSubjectWithOrWithoutTheHeader() {
        String after = next(of(get(RESOURCE + "&after=0", HEADER, "/person/01017012345")));
        assertThat(after).startsWith("~~").doesNotContain("an id", "01017012345");

        for (Request request :
                List.of(
                        get(RESOURCE + "&after=" + after),
                        get(RESOURCE + "&after=" + after, HEADER, ""),
                        get(RESOURCE + "&after=" + after, HEADER, "/person/01017012345"))) {
            EventsRequest wanted = of(request);
            assertThat(wanted.query().conditions())
                    .containsExactly(new Condition.AlternativeSubjectIs("/person/01017012345"));
            assertThat(wanted.after()).isEqualTo("an id");
            assertThat(next(wanted)).startsWith("~~");
        }
    }

    @Test
    void withoutTheHeaderNothingIsSealed() {
        assertThat(next(of(get(RESOURCE + "&after=0&subject=s")))).isEqualTo("an id");
    }

    @Test
    void aCursorWithoutASubjectTakesTheHeaders() {
        EventsRequest wanted = of(get(RESOURCE + "&after=~abc", HEADER, "/org/1"));

        assertThat(wanted.after()).isEqualTo("~abc");
        assertThat(wanted.query().conditions())
                .containsExactly(new Condition.AlternativeSubjectIs("/org/1"));
    }

    @Test
    void anotherSubjectThanTheCursorsIsRefused() {
        String after = next(of(get(RESOURCE + "&after=0", HEADER, "/org/1")));

        assertBadRequest(
                "The header 'Altinn-AlternativeSubject' differs from the one that the cursor in the"
                        + " 'after' parameter was made with.",
                () -> of(get(RESOURCE + "&after=" + after, HEADER, "/org/2")));
        assertBadRequest(
                "Only one of 'subject' or 'alternativeSubject' can be defined.",
                () -> of(get(RESOURCE + "&subject=s&after=" + after)));
    }

    @Test
    void aCursorCountsForItsCallerAndItsResourceAlone() {
        String after = next(of(get(RESOURCE + "&after=0", HEADER, "/org/1")));

        assertForeign(() -> of(get(RESOURCE + "2&after=" + after)));
        assertForeign(() -> of(get(RESOURCE + "2&after=" + after, HEADER, "/org/1")));
        for (String other : List.of("/org/skd", "")) {
            assertForeign(
                    () -> EventsRequest.of(get(RESOURCE + "&after=" + after), cursors(other)));
        }
    }

    @Test
    void theResourceOfACursorMayBeWrittenInAnyCase() {
        String after = next(of(get(RESOURCE + "&after=0", HEADER, "/org/1")));

        assertThat(of(get(RESOURCE.replaceFirst("r$", "R") + "&after=" + after)).after())
                .isEqualTo("an id");
    }

    @Test
    void aCursorThatWasChangedIsRefused() {
        String after = next(of(get(RESOURCE + "&after=0", HEADER, "/org/1")));

        for (String changed :
                List.of(
                        after.substring(0, after.length() - 1),
                        after.substring(0, 20) + 'A' + after.substring(21) + 'A',
                        after + after.substring(2),
                        "~~",
                        "~~abc",
                        "~~" + "A".repeat(20_000))) {
            assertForeign(() -> of(get(RESOURCE + "&after=" + changed)));
        }
    }

    @Test
    void anEndlessHeaderIsRefused() {
        assertThat(next(of(get(RESOURCE + "&after=0", HEADER, "x".repeat(1_024)))))
                .hasSizeLessThan(2_000);
        assertBadRequest(
                "The header 'Altinn-AlternativeSubject' must not be over 1024 characters.",
                () -> of(get(RESOURCE + "&after=0", HEADER, "x".repeat(1_025))));
    }

    private static void assertForeign(ThrowingCallable call) {
        assertBadRequest(
                "The cursor in the 'after' parameter was not made for this caller and resource, was"
                        + " changed, or is too old.",
                call);
    }

    @Test
    void anEmptyHeaderIsNone() {
        assertThat(of(get(RESOURCE + "&after=0", HEADER, "")).query().conditions()).isEmpty();
    }

    @Test
    void typesMayBeMany() {
        assertThat(conditions("&type=a&TYPE=b%20c&type="))
                .containsExactly(new Condition.TypeIn(List.of("a", "b c")));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1000, 1000", "1001, 1000", "2147483647, 1000", "0, 50", "-1, 50"})
    void theSizeIsBounded(String size, int expected) {
        assertThat(of(get(RESOURCE + "&after=0&size=" + size)).size()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "2147483648", "%20"})
    void aSizeThatIsNoNumberIsRefused(String size) {
        assertBadRequest(
                "The 'Size' parameter must be a whole number.",
                () -> of(get(RESOURCE + "&after=0&size=" + size)));
    }

    private static EventsRequest of(Request request) {
        return EventsRequest.of(request, cursors("/org/ttd"));
    }

    /** What a reader is told to go on with after an event. */
    private static String next(EventsRequest request) {
        return request.continuation().of(EventPage.of(List.of(), "an id")).after().orElseThrow();
    }

    private static List<Condition> conditions(String query) {
        return of(get(RESOURCE + "&after=0" + query)).query().conditions();
    }
}
