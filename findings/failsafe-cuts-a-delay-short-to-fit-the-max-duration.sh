#!/usr/bin/env bash
# Failsafe 3.3.2 (dev.failsafe:failsafe): RetryPolicy with withDelayFn and withMaxDuration.
#
# Expected: the delay function answers 10 seconds, and the policy may last 0.7 seconds. No later
# attempt fits, so the policy makes one attempt and gives up.
# Seen: Failsafe cuts the delay to the rest of the duration and attempts again after 0.7 seconds.
# The wait can end a fraction of a millisecond early, and then a burst follows without any delay.
# 24 runs made 2 to 25 attempts.
#
# Hurts: a client that takes the delay from Retry-After. The server asked for 10 seconds of quiet
# and gets a burst of requests just before the client gives up.
# Way out: abort (abortIf) when the asked delay is longer than the duration, or bound the number
# of attempts and leave the duration out. The builder refuses a fixed delay above the duration, so
# only a computed delay is affected.
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
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class Finding {
    public static void main(String[] args) {
        List<Long> tooLong = attempts(Duration.ofSeconds(10), Duration.ofMillis(700), -1);
        System.out.println("delay 10 s, at most 0.7 s: attempted again = "
                + (tooLong.size() > 1) + ", too early = " + (tooLong.get(1) < 10_000));

        List<Long> fits = attempts(Duration.ofMillis(300), Duration.ofSeconds(20), 1);
        System.out.println("delay 0.3 s, at most 20 s: attempted again = "
                + (fits.size() > 1) + ", too early = " + (fits.get(1) < 299));

        try {
            RetryPolicy.builder().withDelay(Duration.ofSeconds(10))
                    .withMaxDuration(Duration.ofMillis(700));
        } catch (IllegalStateException refused) {
            System.out.println("a fixed delay of 10 s: refused");
        }
    }

    /** The milliseconds at which a call that always fails was attempted. */
    static List<Long> attempts(Duration delay, Duration maxDuration, int maxRetries) {
        RetryPolicy<Object> policy = RetryPolicy.builder().withDelayFn(context -> delay)
                .withMaxDuration(maxDuration).withMaxRetries(maxRetries).build();
        List<Long> at = new ArrayList<>();
        try {
            Failsafe.with(policy).run(() -> {
                at.add(System.nanoTime() / 1_000_000);
                throw new IOException("unavailable");
            });
        } catch (FailsafeException failed) {
            long first = at.get(0);
            at.replaceAll(time -> time - first);
        }
        return at;
    }
}
JAVA

cat >expected <<'EXPECTED'
delay 10 s, at most 0.7 s: attempted again = true, too early = true
delay 0.3 s, at most 20 s: attempted again = true, too early = false
a fixed delay of 10 s: refused
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
