package no.altinn.events.filter.cesql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.events.event.AttributeValue;
import no.altinn.events.event.EventAttributes;
import no.altinn.events.event.EventReader;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;

/** CESQL 1.0.0, case by case; see {@code cesql/conformance.txt}. */
class ConformanceTest {
    static List<ConformanceCase> cases() {
        return ConformanceCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void anExpressionGivesWhatTheSpecificationSays(ConformanceCase wanted) {
        if (wanted.isParseError()) {
            assertThatThrownBy(() -> CesqlExpression.parse(wanted.expression()))
                    .isInstanceOf(InvalidCesql.class);
            return;
        }
        CesqlResult result =
                CesqlExpression.parse(wanted.expression())
                        .evaluate(EventAttributes.of(EventReader.ofPlatform(wanted.event())));

        assertThat(result.error()).isEqualTo(error(wanted));
        assertThat(result.value()).isEqualTo(value(wanted));
    }

    private static Optional<CesqlError> error(ConformanceCase wanted) {
        return wanted.error()
                .map(
                        name ->
                                switch (name) {
                                    case "math" -> CesqlError.MATH;
                                    case "cast" -> CesqlError.CAST;
                                    case "missingAttribute" -> CesqlError.MISSING_ATTRIBUTE;
                                    case "missingFunction" -> CesqlError.MISSING_FUNCTION;
                                    case "functionEvaluation" -> CesqlError.FUNCTION_EVALUATION;
                                    default -> throw new IllegalArgumentException(name);
                                });
    }

    private static AttributeValue value(ConformanceCase wanted) {
        var value = Json.parse(wanted.value());
        if (value.isBoolean()) {
            return new AttributeValue.Truth(value.booleanValue());
        }
        return value.isInt()
                ? new AttributeValue.Whole(value.intValue())
                : new AttributeValue.Text(value.textValue());
    }

    @Test
    void theTableIsWhole() {
        assertThat(cases()).hasSizeGreaterThan(300).doesNotHaveDuplicates();
    }
}
