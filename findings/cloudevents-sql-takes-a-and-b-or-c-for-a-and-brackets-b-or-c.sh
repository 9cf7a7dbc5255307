#!/usr/bin/env bash
# cloudevents-sql 4.0.1 (io.cloudevents): AND and OR in one expression without brackets.
#
# Expected: `a AND b OR c` is `(a AND b) OR c`. CESQL 1.0.0, section 3.6, takes operators of one rank
# from left to right, and SQL, where AND binds closer than OR, comes to the same.
# Seen: the grammar is right-associative, so the expression is `a AND (b OR c)`.
#
# Hurts: a subscriber whose filter is `type = 'a' AND subject = 'b' OR type = 'urgent'`. The urgent
# events do not pass, without an error; an evaluator that keeps to the specification lets them pass.
# Way out: brackets around every AND and every OR that stands beside another one.
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
      <groupId>io.cloudevents</groupId>
      <artifactId>cloudevents-sql</artifactId>
      <version>4.0.1</version>
    </dependency>
    <dependency>
      <groupId>io.cloudevents</groupId>
      <artifactId>cloudevents-core</artifactId>
      <version>4.0.1</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory=lib >&2

cat >Finding.java <<'JAVA'
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.sql.Parser;
import java.net.URI;

class Finding {
    public static void main(String[] args) throws Exception {
        CloudEvent event = CloudEventBuilder.v1()
                .withId("1").withSource(URI.create("/orders")).withType("urgent").build();
        for (String expression : new String[] {
            "type = 'a' AND id = '2' OR type = 'urgent'",
            "(type = 'a' AND id = '2') OR type = 'urgent'",
            "type = 'a' AND (id = '2' OR type = 'urgent')",
        }) {
            System.out.println(expression + " -> "
                    + Parser.getDefault().parse(expression).evaluate(event).value());
        }
    }
}
JAVA

cat >expected <<'EXPECTED'
type = 'a' AND id = '2' OR type = 'urgent' -> false
(type = 'a' AND id = '2') OR type = 'urgent' -> true
type = 'a' AND (id = '2' OR type = 'urgent') -> false
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
