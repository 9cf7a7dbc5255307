package no.altinn.local.host;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.TraceContext;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Logger;

/** One run of a function, as the function may see it. Immutable. */
record Invocation(String id, String functionName, Logger logger, Trace trace)
        implements ExecutionContext {
    static Invocation of(HostedFunction function, Trace trace) {
        return new Invocation(
                newId(),
                function.name(),
                // One logger a function: two new ones a call are what makes the worker stall.
                Logger.getLogger("Function." + function.name()),
                trace);
    }

    private static String newId() {
        // An id to find a log line by is no secret, and SecureRandom would queue the callers up.
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long version4 = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
        long variant2 = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(version4, variant2).toString();
    }

    @Override
    public String getInvocationId() {
        return id;
    }

    @Override
    public String getFunctionName() {
        return functionName;
    }

    @Override
    public Logger getLogger() {
        return logger;
    }

    @Override
    public TraceContext getTraceContext() {
        return trace;
    }
}
