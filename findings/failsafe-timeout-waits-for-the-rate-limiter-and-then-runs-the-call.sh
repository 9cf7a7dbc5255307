#!/usr/bin/env bash
# Failsafe 3.3.2 (dev.failsafe:failsafe): Timeout withInterrupt around RateLimiter
# withMaxWaitTime.
#
# Expected: a timeout of 0.1 seconds ends a call that still waits for a permit of the rate
# limiter. The action does not run.
# Seen: a synchronous call waits for its permit, 4 seconds here. Then the action runs. Only then
# does the caller get TimeoutExceededException.
#
# Hurts: a caller that answers "timed out" and is asked again, for the first action took place
# too.
# Way out: keep the limiter's maximal wait below the timeout, or call getAsync, which ends in time
# and does not run the action. A wait between two retries is interrupted as expected.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>dev.failsafe</groupId>
      <artifactId>failsafe</artifactId>
      <version>3.3.2</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory=lib >&2

cat >Finding.java <<'JAVA'
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.Policy;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import dev.failsafe.Timeout;
import dev.failsafe.function.CheckedSupplier;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

class Finding {
    public static void main(String[] args) throws Exception {
        report("waits for a permit, get", usedUp(), false, false);
        report("waits for a permit, getAsync", usedUp(), true, false);
        RetryPolicy<Object> retry = RetryPolicy.builder().withDelay(Duration.ofSeconds(4)).build();
        report("waits for a retry, get", retry, false, true);
        System.exit(0);
    }

    /** A limiter whose next permit comes in four seconds. */
    static RateLimiter<Object> usedUp() {
        RateLimiter<Object> limiter = RateLimiter.burstyBuilder(1, Duration.ofSeconds(4))
                .withMaxWaitTime(Duration.ofSeconds(10)).build();
        limiter.tryAcquirePermit();
        return limiter;
    }

    static void report(String label, Policy<Object> inner, boolean async, boolean fails)
            throws Exception {
        FailsafeExecutor<Object> guarded = Failsafe.with(
                Timeout.builder(Duration.ofMillis(100)).withInterrupt().build(), inner);
        AtomicInteger runs = new AtomicInteger();
        long start = System.nanoTime();
        String end = "no exception";
        try {
            CheckedSupplier<Object> action = () -> {
                if (runs.incrementAndGet() > 0 && fails) {
                    throw new IllegalStateException("fails, to be retried");
                }
                return "done";
            };
            Object result = async ? guarded.getAsync(action).get() : guarded.get(action);
        } catch (ExecutionException wrapped) {
            end = wrapped.getCause().getClass().getSimpleName();
        } catch (RuntimeException thrown) {
            end = thrown.getClass().getSimpleName();
        }
        boolean inTime = System.nanoTime() - start < 2_000_000_000L;
        System.out.println(label + ": " + end + ", in time = " + inTime + ", runs = " + runs);
    }
}
JAVA

cat >expected <<'EXPECTED'
waits for a permit, get: TimeoutExceededException, in time = false, runs = 1
waits for a permit, getAsync: TimeoutExceededException, in time = true, runs = 0
waits for a retry, get: TimeoutExceededException, in time = true, runs = 1
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
