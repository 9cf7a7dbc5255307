package no.altinn.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

import java.util.Map;

class RequiredTest {
    private static final String MISSING = "There is no tool";

    @Test
    void aTestWithWhatItNeedsGoesOn() {
        assertThatCode(() -> new Required(Map.of("CI", "true")).thatThereIs(true, MISSING))
                .doesNotThrowAnyException();
    }

    @Test
    void aTestWithoutWhatItNeedsIsSkipped() {
        assertThatThrownBy(() -> new Required(Map.of()).thatThereIs(false, MISSING))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining(MISSING);
    }

    @Test
    void nothingIsSkippedWhereTheBuildIsToLeaveNothingOut() {
        assertThatThrownBy(() -> new Required(Map.of("CI", "true")).thatThereIs(false, MISSING))
                .isInstanceOf(AssertionError.class)
                .hasMessage(MISSING);
    }
}
