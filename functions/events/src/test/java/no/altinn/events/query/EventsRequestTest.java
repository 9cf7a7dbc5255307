package no.altinn.events.query;

import static no.altinn.events.query.Requests.assertBadRequest;
import static no.altinn.events.query.Requests.get;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.event.Condition;
import no.altinn.events.event.EventStream;

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
        EventsRequest request = EventsRequest.of(get(RESOURCE + "&after=0"));

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
                () -> EventsRequest.of(get(query)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&after="})
    void afterIsRequired(String after) {
        assertBadRequest(
                "The 'after' parameter must be defined.",
                () -> EventsRequest.of(get(RESOURCE + after)));
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
                        EventsRequest.of(
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
                () -> EventsRequest.of(get(RESOURCE + "&after=0", HEADER, value)));
    }

    @Test
    void anyOtherCharacterMayBeAskedFor() {
        EventsRequest request =
                EventsRequest.of(get(RESOURCE + "&after=%EF%BF%BD&subject=%F0%9F%98%80%20%C3%A5"));

        assertThat(request.after()).isEqualTo("\uFFFD");
        assertThat(request.query().conditions()).containsExactly(new Condition.SubjectIs("😀 å"));
    }

    @Test
    void theResourceIsToldBeforeAfter() {
        assertBadRequest(
                "The 'resource' parameter must begin with `urn:altinn:resource:`",
                () -> EventsRequest.of(get("")));
    }

    @Test
    void theSubjectIsOneOfTwo() {
        assertThat(conditions("&subject=%2Fparty%2F1"))
                .containsExactly(new Condition.SubjectIs("/party/1"));
        assertThat(
                        EventsRequest.of(get(RESOURCE + "&after=0", HEADER, "/person/01017012345"))
                                .query()
                                .conditions())
                .containsExactly(new Condition.AlternativeSubjectIs("/person/01017012345"));
        assertBadRequest(
                "Only one of 'subject' or 'alternativeSubject' can be defined.",
                () -> EventsRequest.of(get(RESOURCE + "&after=0&subject=s", HEADER, "/org/1")));
    }

    @Test
    void anEmptyHeaderIsNone() {
        assertThat(EventsRequest.of(get(RESOURCE + "&after=0", HEADER, "")).query().conditions())
                .isEmpty();
    }

    @Test
    void typesMayBeMany() {
        assertThat(conditions("&type=a&TYPE=b%20c&type="))
                .containsExactly(new Condition.TypeIn(List.of("a", "b c")));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1000, 1000", "1001, 1000", "2147483647, 1000", "0, 50", "-1, 50"})
    void theSizeIsBounded(String size, int expected) {
        assertThat(EventsRequest.of(get(RESOURCE + "&after=0&size=" + size)).size())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "2147483648", "%20"})
    void aSizeThatIsNoNumberIsRefused(String size) {
        assertBadRequest(
                "The 'Size' parameter must be a whole number.",
                () -> EventsRequest.of(get(RESOURCE + "&after=0&size=" + size)));
    }

    private static List<Condition> conditions(String query) {
        return EventsRequest.of(get(RESOURCE + "&after=0" + query)).query().conditions();
    }
}
