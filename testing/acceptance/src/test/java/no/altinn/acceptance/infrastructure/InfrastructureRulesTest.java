package no.altinn.acceptance.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/** Azure and the apps accept every deployment: rules that no compiler checks. */
class InfrastructureRulesTest {
    private static final Infrastructure INFRASTRUCTURE = Infrastructure.ofRepository();

    static List<Rule> rules() {
        return Rules.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void always(Rule rule) {
        assertThat(rule.faultsOf(INFRASTRUCTURE)).isEmpty();
    }
}
