#!/usr/bin/env bash
# java-uuid-generator 5.2.0 (com.fasterxml.uuid:java-uuid-generator): TimeBasedEpochGenerator.
#
# Expected: a generator of time-ordered ids keeps the order when the clock is set back by 50 ms.
# Seen: the generators of versions 1 and 6 keep the order. The generator of version 7 follows the
# clock back, and its next id sorts before ids it gave out already. Within one millisecond version
# 7 keeps the order.
#
# Hurts: a reader that polls "everything after the last id". The reader never meets the smaller
# id.
# Way out: give the generator a UUIDClock that never answers less than before.
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
      <groupId>com.fasterxml.uuid</groupId>
      <artifactId>java-uuid-generator</artifactId>
      <version>5.2.0</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-nop</artifactId>
      <version>2.0.17</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory=lib >&2

cat >Finding.java <<'JAVA'
import com.fasterxml.uuid.EthernetAddress;
import com.fasterxml.uuid.NoArgGenerator;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.UUIDComparator;
import com.fasterxml.uuid.UUIDTimer;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import com.fasterxml.uuid.impl.TimeBasedGenerator;
import com.fasterxml.uuid.impl.TimeBasedReorderedGenerator;
import java.util.Random;
import java.util.UUID;

class Finding {
    static final class SetClock extends UUIDClock {
        long millis = 1_700_000_000_000L;

        @Override
        public long currentTimeMillis() {
            return millis;
        }
    }

    public static void main(String[] args) throws Exception {
        EthernetAddress node = EthernetAddress.valueOf("02:00:00:00:00:01");
        SetClock one = new SetClock();
        SetClock six = new SetClock();
        SetClock seven = new SetClock();
        Random random = new Random(1);
        report("1", one, new TimeBasedGenerator(node, new UUIDTimer(random, null, one)));
        report("6", six, new TimeBasedReorderedGenerator(node, new UUIDTimer(random, null, six)));
        report("7", seven, new TimeBasedEpochGenerator(random, seven));
    }

    static void report(String label, SetClock clock, NoArgGenerator ids) {
        UUIDComparator order = new UUIDComparator();
        UUID first = ids.generate();
        UUID second = ids.generate();
        clock.millis -= 50;
        UUID third = ids.generate();
        System.out.println("version " + label
                + ": grows in one millisecond = " + (order.compare(first, second) < 0)
                + ", grows after the clock went back = " + (order.compare(second, third) < 0));
    }
}
JAVA

cat >expected <<'EXPECTED'
version 1: grows in one millisecond = true, grows after the clock went back = true
version 6: grows in one millisecond = true, grows after the clock went back = true
version 7: grows in one millisecond = true, grows after the clock went back = false
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
