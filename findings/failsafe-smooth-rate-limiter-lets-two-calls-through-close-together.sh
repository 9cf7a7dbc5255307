#!/usr/bin/env bash
# Failsafe 3.3.2 (dev.failsafe:failsafe): RateLimiter.smoothBuilder.
#
# Expected: a smooth limiter of one permit in two seconds keeps two seconds between two permits.
# Seen: the limiter cuts time into slots that start when the limiter is built. After a pause, a
# permit late in one slot is followed by the permit of the next slot. The distance can be close to
# nothing.
#
# Hurts: the caller of a service that counts the distance between requests. The service refuses
# the second call after a pause.
# Way out: keep the time of the last call and wait for the rest of the distance. A lower rate does
# not help, for longer slots have borders too. Without a pause the distance is kept.
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
import dev.failsafe.RateLimiter;
import java.time.Duration;

class Finding {
    static final Duration SLOT = Duration.ofSeconds(2);

    public static void main(String[] args) throws InterruptedException {
        RateLimiter<Object> busy = RateLimiter.smoothBuilder(SLOT).build();
        busy.reservePermit();
        System.out.println("no pause: the second permit comes " + distance(busy));

        RateLimiter<Object> paused = RateLimiter.smoothBuilder(SLOT).build();
        Thread.sleep(SLOT.toMillis() * 8 / 5);
        System.out.println("after a pause the first permit waits "
                + paused.reservePermit().toMillis() + " ms");
        System.out.println("after a pause: the second permit comes " + distance(paused));
    }

    static String distance(RateLimiter<Object> limiter) {
        boolean close = limiter.reservePermit().compareTo(SLOT.dividedBy(2)) < 0;
        return close ? "in less than half of the distance" : "in more than half of the distance";
    }
}
JAVA

cat >expected <<'EXPECTED'
no pause: the second permit comes in more than half of the distance
after a pause the first permit waits 0 ms
after a pause: the second permit comes in less than half of the distance
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
