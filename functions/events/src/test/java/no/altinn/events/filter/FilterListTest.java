package no.altinn.events.filter;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.event.EventAttributes;
import no.altinn.events.event.EventReader;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.concurrent.atomic.AtomicInteger;

class FilterListTest {
    private static final EventAttributes EVENT =
            EventAttributes.of(
                    EventReader.ofPlatform(
                            """
                            {"specversion":"1.0","id":"1","source":"https://ttd.no/parking",
                             "type":"parking.permit.granted","subject":"/party/50000001",
                             "number":-7,"flag":false,"empty":"","time":"2026-01-01T00:00:00+01:00",
                             "datacontenttype":"application/json","data":{"type":"other"}}"""));

    private final AtomicInteger errors = new AtomicInteger();

    private boolean passes(String filters) {
        return FilterList.read(Json.parse(filters))
                .orElseThrow()
                .passes(EVENT, errors::incrementAndGet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'exact':{'type':'parking.permit.granted'}}]",
                "[{'exact':{'type':'parking.permit.granted','id':'1'}}]",
                "[{'exact':{'number':'-7'}}]",
                "[{'exact':{'flag':'false'}}]",
                "[{'exact':{'time':'2026-01-01T00:00:00+01:00'}}]",
                "[{'prefix':{'type':'parking.'}}]",
                "[{'prefix':{'source':'https://ttd.no/','number':'-'}}]",
                "[{'suffix':{'type':'.granted'}}]",
                "[{'suffix':{'subject':'01','flag':'se'}}]",
                "[{'all':[{'prefix':{'type':'parking'}},{'suffix':{'type':'granted'}}]}]",
                "[{'any':[{'exact':{'type':'other'}},{'suffix':{'type':'granted'}}]}]",
                "[{'not':{'exact':{'type':'other'}}}]",
                "[{'not':{'exact':{'missing':'x'}}}]",
                "[{'not':{'prefix':{'missing':'x'}}}]",
                "[{'sql':'type LIKE \\u0027parking.%\\u0027 AND number < 0'}]",
                "[{'sql':'NOT flag'}]",
                "[{'exact':{'id':'1'}},{'prefix':{'type':'parking'}},{'sql':'EXISTS subject'}]"
            })
    void anEventPassesWhatItFulfils(String filters) {
        assertThat(passes(filters.replace('\'', '"'))).isTrue();
        assertThat(errors).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'exact':{'type':'PARKING.permit.granted'}}]",
                "[{'exact':{'type':'parking.permit.granted','id':'2'}}]",
                "[{'exact':{'type':'parking.permit'}}]",
                "[{'exact':{'missing':'x'}}]",
                "[{'exact':{'time':'2025-12-31T23:00:00Z'}}]",
                "[{'exact':{'number':'-07'}}]",
                "[{'prefix':{'type':'Parking'}}]",
                "[{'prefix':{'missing':'x'}}]",
                "[{'prefix':{'empty':'x'}}]",
                "[{'suffix':{'type':'GRANTED'}}]",
                "[{'suffix':{'missing':'x'}}]",
                "[{'all':[{'prefix':{'type':'parking'}},{'suffix':{'type':'denied'}}]}]",
                "[{'any':[{'exact':{'type':'other'}},{'suffix':{'type':'denied'}}]}]",
                "[{'not':{'exact':{'id':'1'}}}]",
                "[{'sql':'number > 0'}]",
                "[{'exact':{'id':'1'}},{'exact':{'id':'2'}}]"
            })
    void anEventDoesNotPassWhatItDoesNotFulfil(String filters) {
        assertThat(passes(filters.replace('\'', '"'))).isFalse();
        assertThat(errors).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing = 1", "type = 1", "1 / (number + 7) = 1", "type", "number"})
    void anExpressionThatFailsPassesNothingAndIsCounted(String expression) {
        assertThat(passes("[{\"sql\":%s}]".formatted(Json.string(expression)))).isFalse();
        assertThat(errors).hasValue(1);
    }

    @Test
    void theNegationOfAFailedExpressionIsPassed() {
        assertThat(passes("[{\"not\":{\"sql\":\"missing = 1\"}}]")).isTrue();
        assertThat(errors).hasValue(1);
    }

    @Test
    void theDataOfAnEventIsNoAttribute() {
        assertThat(passes("[{\"sql\":\"EXISTS data\"}]")).isFalse();
    }

    @Test
    void noFiltersAreNone() {
        assertThat(FilterList.read(Json.parse("[]"))).isEmpty();
    }

    @Test
    void theTextIsCompactAndKeepsTheOrder() {
        FilterList filters =
                FilterList.read(
                                Json.parse(
                                        """
                                        [ {"exact" : {"type":"å<\\u00e5", "id": "\\/"}},
                                          {"not": {"prefix": {"id":"x"}}} ]"""))
                        .orElseThrow();

        assertThat(filters.text())
                .isEqualTo(
                        "[{\"exact\":{\"type\":\"å<å\",\"id\":\"/\"}},"
                                + "{\"not\":{\"prefix\":{\"id\":\"x\"}}}]");
        assertThat(FilterList.stored(filters.text()))
                .isEqualTo(filters)
                .hasSameHashCodeAs(filters)
                .hasToString(filters.text());
    }

    @Test
    void filtersInAnotherOrderAreOthers() {
        assertThat(FilterList.stored("[{\"exact\":{\"id\":\"1\",\"type\":\"a\"}}]"))
                .isNotEqualTo(FilterList.stored("[{\"exact\":{\"type\":\"a\",\"id\":\"1\"}}]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "[{}]", "[{\"regex\":{\"id\":\"a\"}}]", "[1"})
    void aStoredTextThatHoldsNoFiltersIsPassedByNothingAndCounted(String text) {
        FilterList unknown = FilterList.stored(text);

        assertThat(unknown.passes(EVENT, errors::incrementAndGet)).isFalse();
        assertThat(errors).hasValue(1);
        assertThat(unknown.text()).isEqualTo(text);
        assertThat(unknown.json()).isNotNull();
        assertThat(unknown.firstNotPassed(EVENT)).isPresent();
    }

    @Test
    void theFirstFilterThatIsNotPassedIsNamed() {
        String passed = "{\"exact\":{\"id\":\"1\"}}";
        String failed = "{\"sql\":\"missing = 1\"}";
        String other = "{\"exact\":{\"id\":\"2\"}}";

        assertThat(FilterList.stored("[%s]".formatted(passed)).firstNotPassed(EVENT)).isEmpty();
        assertThat(FilterList.stored("[%s,%s]".formatted(passed, other)).firstNotPassed(EVENT))
                .contains(other);
        assertThat(
                        FilterList.stored("[%s,%s,%s]".formatted(passed, failed, other))
                                .firstNotPassed(EVENT))
                .contains(failed);
    }
}
