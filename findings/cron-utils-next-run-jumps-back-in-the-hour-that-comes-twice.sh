#!/usr/bin/env bash
# cron-utils 9.2.1 (com.cronutils:cron-utils): ExecutionTime.nextExecution where clocks change.
#
# Expected: a later question never gets an earlier run as its answer.
# Seen: in the night the clocks go back, the run of 02:30 summer time is followed by the next
# day's run. The same question one second later gets the second 02:30 of the same night.
#
# Hurts: a daily job. A scheduler that steps from run to run starts the job once. A scheduler that
# asks for the next run from the present time, after the job or after a restart, starts it twice.
# Way out: schedule in UTC, or step from the last planned run. In other nights both questions
# agree.
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
      <groupId>com.cronutils</groupId>
      <artifactId>cron-utils</artifactId>
      <version>9.2.1</version>
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
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

class Finding {
    public static void main(String[] args) {
        ExecutionTime daily = ExecutionTime.forCron(
                new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ))
                        .parse("0 30 2 * * ?"));
        for (String day : new String[] {"2025-10-12", "2025-10-26"}) {
            for (String time : new String[] {"T02:29:59", "T02:30:00", "T02:30:01"}) {
                ZonedDateTime asked = OffsetDateTime.parse(day + time + "+02:00")
                        .atZoneSameInstant(ZoneId.of("Europe/Oslo"));
                System.out.println("after " + day + time + "+02:00: "
                        + daily.nextExecution(asked).orElseThrow().toOffsetDateTime());
            }
        }
    }
}
JAVA

cat >expected <<'EXPECTED'
after 2025-10-12T02:29:59+02:00: 2025-10-12T02:30+02:00
after 2025-10-12T02:30:00+02:00: 2025-10-13T02:30+02:00
after 2025-10-12T02:30:01+02:00: 2025-10-13T02:30+02:00
after 2025-10-26T02:29:59+02:00: 2025-10-26T02:30+02:00
after 2025-10-26T02:30:00+02:00: 2025-10-27T02:30+01:00
after 2025-10-26T02:30:01+02:00: 2025-10-26T02:30+01:00
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
