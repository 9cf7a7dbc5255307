#!/usr/bin/env bash
# cloudevents-sql 4.0.1 (io.cloudevents): a text that is no expression.
#
# Expected: Parser.parse throws the ParseException that it declares, with the place and the
# reason, as it does for a wrong operand of LIKE.
# Seen: for a bracket too few or too many, a quote that is missing, `==`, or `4 -1`, it throws a
# NullPointerException instead. ANTLR has recovered from such a mistake by itself, and so it hands
# over no exception from which the message could be made.
#
# Hurts: a service that takes filters from users and catches ParseException. The commonest mistakes
# are answered as a fault of the service, without a reason that the user could act on.
# Way out: catch NullPointerException around parse too, and say that the expression cannot be read.
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
  </dependencies>
</project>
POM
mvn -q -B -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory=lib >&2

cat >Finding.java <<'JAVA'
import io.cloudevents.sql.Parser;

class Finding {
    public static void main(String[] args) {
        for (String expression : new String[] {
            "type LIKE id", "(type = 'a'", "type = 'a')", "type = 'a", "type == 'a'", "4 -1",
        }) {
            System.out.println(expression + " -> " + parse(expression));
        }
    }

    static String parse(String expression) {
        try {
            Parser.getDefault().parse(expression);
            return "parsed";
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }
}
JAVA

cat >expected <<'EXPECTED'
type LIKE id -> ParseException
(type = 'a' -> NullPointerException
type = 'a') -> NullPointerException
type = 'a -> NullPointerException
type == 'a' -> NullPointerException
4 -1 -> NullPointerException
EXPECTED

java -cp 'lib/*' Finding.java 2>/dev/null | tee seen
diff expected seen
