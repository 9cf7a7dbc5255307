package no.altinn.testing.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.lang.reflect.Proxy;
import java.util.Map;

class AbsenceTest {
    private static final Runnable MISSING =
            () -> {
                throw new NodeMissing("There is no Node");
            };

    /** Tests of which nothing but the name is known. */
    private final ExtensionContext tests =
            (ExtensionContext)
                    Proxy.newProxyInstance(
                            ExtensionContext.class.getClassLoader(),
                            new Class<?>[] {ExtensionContext.class},
                            (proxy, method, arguments) -> "tests");

    private ConditionEvaluationResult decide(Map<String, String> environment, Runnable getting) {
        return new Absence(environment).decide(tests, getting);
    }

    @Test
    void whereNodeIsTestsRun() {
        assertThat(decide(Map.of("CI", "true"), () -> {}).isDisabled()).isFalse();
        assertThat(decide(Map.of(), () -> {}).isDisabled()).isFalse();
    }

    @Test
    void whereItIsNotTheyAreSkippedAndSayWhy() {
        ConditionEvaluationResult skipped = decide(Map.of("CI", "false"), MISSING);

        assertThat(skipped.isDisabled()).isTrue();
        assertThat(skipped.getReason().orElseThrow()).contains("There is no Node");
    }

    @Test
    void whereNothingIsToBeLeftOutTheyFail() {
        assertThatThrownBy(() -> decide(Map.of("CI", "true"), MISSING))
                .isInstanceOf(NodeMissing.class)
                .hasMessage("There is no Node");
    }
}
