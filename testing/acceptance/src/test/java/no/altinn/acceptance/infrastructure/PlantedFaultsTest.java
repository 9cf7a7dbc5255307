package no.altinn.acceptance.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Each rule finds a fault of its kind. */
class PlantedFaultsTest {
    private static final Infrastructure RIGHT = Infrastructure.ofRepository();
    private static final Map<Rule, List<String>> BEFORE = new HashMap<>();

    static Stream<Arguments> faults() {
        return PlantedFaults.all().map(one -> Arguments.of(one.getKey(), one.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aPlantedFaultIsFound(Planted fault, String sentence) {
        Rule rule =
                Rules.ALL.stream()
                        .filter(one -> one.sentence().equals(sentence))
                        .findFirst()
                        .orElseThrow();

        List<String> found = new ArrayList<>(rule.faultsOf(fault.in(RIGHT)));
        found.removeAll(BEFORE.computeIfAbsent(rule, one -> one.faultsOf(RIGHT)));

        assertThat(found).isNotEmpty();
    }

    @Test
    void aFaultCannotBePlantedWhereItsTextIsNot() {
        Planted nowhere = new Planted("infra-bicep/main.bicep", "no such text", "another");

        assertThatThrownBy(() -> nowhere.in(RIGHT))
                .hasMessageContaining("main.bicep does not contain: no such text");
    }
}
