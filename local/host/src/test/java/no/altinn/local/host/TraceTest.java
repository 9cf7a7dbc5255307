package no.altinn.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceTest {
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

    @Test
    void aContinuedTraceKeepsIdFlagsAndStateButNotTheSpan() {
        Trace trace = Trace.continued(CALLER, "vendor=1");
        assertThat(trace.getTraceparent())
                .matches("00-" + TRACE_ID + "-[0-9a-f]{16}-01")
                .isNotEqualTo(CALLER);
        assertThat(trace.getTracestate()).isEqualTo("vendor=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-01"
            })
    void aHeaderThatIsNoTraceBeginsANewOne(String header) {
        Trace trace = Trace.continued(header, "vendor=1");
        assertThat(trace.getTraceparent())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                .doesNotContain(TRACE_ID);
        assertThat(trace.getTracestate()).isEmpty();
    }
}
