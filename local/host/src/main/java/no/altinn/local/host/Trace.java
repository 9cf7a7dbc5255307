package no.altinn.local.host;

import com.microsoft.azure.functions.TraceContext;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace context of one invocation (W3C Trace Context). Immutable.
 *
 * @param traceparent version, trace id, span id and flags
 * @param tracestate the caller's, or empty
 */
public record Trace(String traceparent, String tracestate) implements TraceContext {
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final String ZEROES = "0".repeat(32);

    /** A trace that begins here, not sampled. */
    public static Trace begun() {
        return new Trace("00-" + span() + span() + "-" + span() + "-00", "");
    }

    /** A new span in the caller's trace, or a new trace if the caller's header is malformed. */
    public static Trace continued(String callersTraceparent, String callersTracestate) {
        Matcher caller = TRACEPARENT.matcher(callersTraceparent);
        return caller.matches() && !caller.group(1).equals(ZEROES)
                ? new Trace(
                        "00-" + caller.group(1) + "-" + span() + "-" + caller.group(3),
                        callersTracestate)
                : begun();
    }

    private static String span() {
        // Zero is the one number that is not a span id.
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }

    @Override
    public String getTraceparent() {
        return traceparent;
    }

    @Override
    public String getTracestate() {
        return tracestate;
    }

    @Override
    public Map<String, String> getAttributes() {
        return Map.of();
    }
}
