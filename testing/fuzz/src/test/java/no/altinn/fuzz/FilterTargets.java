package no.altinn.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.events.event.Attributes;
import no.altinn.events.event.EventAttributes;
import no.altinn.events.event.EventReader;
import no.altinn.events.filter.FilterErrors;
import no.altinn.events.filter.FilterList;
import no.altinn.events.filter.InvalidFilter;
import no.altinn.events.filter.cesql.CesqlExpression;
import no.altinn.events.filter.cesql.CesqlResult;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

import java.util.List;
import java.util.Optional;

/** Filters of subscriptions, in every dialect. */
final class FilterTargets {
    private static final Attributes EVENT =
            EventAttributes.of(EventReader.structured(EventTargets.EVENT));

    private FilterTargets() {}

    static List<Target> all() {
        return List.of(
                Target.of(
                        "filters",
                        FilterTargets::filters,
                        "[{\"exact\":{\"type\":\"t\"}},{\"prefix\":{\"source\":\"https://\"}}]",
                        "[{\"all\":[{\"suffix\":{\"id\":\"1\"}},{\"not\":{\"any\":[]}}]}]",
                        "[{\"sql\":\"type LIKE 't%' AND ext > 5\"}]"),
                Target.of(
                        "filters-stored",
                        FilterTargets::stored,
                        "[{\"exact\":{\"type\":\"t\"}}]",
                        "{}",
                        ""),
                Target.of(
                        "cesql",
                        FilterTargets::cesql,
                        "TRUE XOR (type IN ('a', \"t\") AND NOT EXISTS other)",
                        "ABS(-5 % 3 * (2 + ext)) >= 1 OR id <> 'x'",
                        "SUBSTRING(UPPER(subject), -3, 2) LIKE '_\\%%' AND LENGTH(id) = 1",
                        "INT('7') + STRING(ext) / BOOL('true')",
                        "-2147483648 / -1"));
    }

    private static void filters(String text) {
        JsonNode array;
        try {
            array = Json.parse(text);
        } catch (MalformedJson e) {
            return;
        }
        if (!array.isArray()) {
            return;
        }
        try {
            Optional<FilterList> read = FilterList.read(array);
            read.ifPresent(
                    list -> {
                        assertThat(FilterList.stored(list.text())).isEqualTo(list);
                        assertThat(list.firstNotPassed(EVENT).isEmpty())
                                .isEqualTo(list.passes(EVENT, FilterErrors.IGNORED));
                    });
        } catch (InvalidFilter e) {
            assertThat(e.detail()).isNotEmpty();
        }
    }

    private static void stored(String text) {
        FilterList list = FilterList.stored(text);
        list.passes(EVENT, FilterErrors.IGNORED);
        assertThat(list.json()).isNotNull();
    }

    private static void cesql(String text) {
        try {
            CesqlExpression expression = CesqlExpression.parse(text);
            CesqlResult result = expression.evaluate(EVENT);
            assertThat(result.isFailed() && result.passes()).isFalse();
            assertThat(expression.evaluate(EVENT)).isEqualTo(result);
            assertThat(CesqlExpression.parse(text)).isEqualTo(expression);
        } catch (no.altinn.events.filter.cesql.InvalidCesql e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
