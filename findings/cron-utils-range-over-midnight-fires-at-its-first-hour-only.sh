#!/usr/bin/env bash
# cron-utils 9.2.1 (com.cronutils:cron-utils): CronType.QUARTZ, a range that starts above its end.
#
# Expected: 22-2 in the hour field means 22, 23, 0, 1 and 2, or the parser refuses it.
# Seen: the QUARTZ definition accepts 22-2 and fires at 22 alone. Minutes and months behave alike.
# The library's own description says "every hour between 22 and 2". A range of weekdays over the
# weekend works as expected, and the UNIX definition refuses 22-2 as expected.
#
# Hurts: a nightly watch that runs once where its author reads five runs.
# Way out: write 22-23,0-2, and check a schedule by its next runs, not by its description. A
# custom definition without a strict range behaves like QUARTZ.
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
import com.cronutils.descriptor.CronDescriptor;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

class Finding {
    public static void main(String[] args) {
        next(CronType.QUARTZ, "0 0 22-23,0-2 * * ?", "EEE HH:mm");
        next(CronType.QUARTZ, "0 0 22-2 * * ?", "EEE HH:mm");
        next(CronType.QUARTZ, "0 0 0 1 11-2 ?", "MMM yyyy");
        next(CronType.QUARTZ, "0 0 0 ? * FRI-MON", "EEE HH:mm");
        next(CronType.UNIX, "0 22-2 * * *", "EEE HH:mm");
        System.out.println("described: " + CronDescriptor.instance(Locale.UK).describe(
                parser(CronType.QUARTZ).parse("0 0 22-2 * * ?")));
    }

    static void next(CronType type, String expression, String format) {
        StringBuilder line = new StringBuilder(type + " " + expression + " ->");
        try {
            ExecutionTime times = ExecutionTime.forCron(parser(type).parse(expression));
            ZonedDateTime at = ZonedDateTime.parse("2025-01-06T12:00:00Z");
            for (int i = 0; i < 5; i++) {
                at = times.nextExecution(at).orElseThrow();
                line.append(i == 0 ? " " : ", ")
                        .append(at.format(DateTimeFormatter.ofPattern(format, Locale.ENGLISH)));
            }
        } catch (IllegalArgumentException refused) {
            line.append(" refused");
        }
        System.out.println(line);
    }

    static CronParser parser(CronType type) {
        return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(type));
    }
}
JAVA

cat >expected <<'EXPECTED'
QUARTZ 0 0 22-23,0-2 * * ? -> Mon 22:00, Mon 23:00, Tue 00:00, Tue 01:00, Tue 02:00
QUARTZ 0 0 22-2 * * ? -> Mon 22:00, Tue 22:00, Wed 22:00, Thu 22:00, Fri 22:00
QUARTZ 0 0 0 1 11-2 ? -> Nov 2025, Nov 2026, Nov 2027, Nov 2028, Nov 2029
QUARTZ 0 0 0 ? * FRI-MON -> Fri 00:00, Sat 00:00, Sun 00:00, Mon 00:00, Fri 00:00
UNIX 0 22-2 * * * -> refused
described: every hour between 22 and 2
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
