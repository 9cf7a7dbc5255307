#!/usr/bin/env bash
# jmustache 1.16 (com.samskivert:jmustache): Mustache.compiler().zeroIsFalse(true).
#
# Expected: a section of the number 0 is left out, and a section of any other number is shown.
# Seen: the compiler looks at the whole part of the number. 0.5 and -0.9 count as zero, as Double
# and as BigDecimal. The section is left out and the inverted section is shown.
#
# Hurts: a page that shows an amount, a share or a duration "if there is some". Half a krone or
# 0.9 seconds vanish, and the text for "none" appears.
# Way out: put a boolean beside the number into the model, or give the number in its smallest
# unit.
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
      <groupId>com.samskivert</groupId>
      <artifactId>jmustache</artifactId>
      <version>1.16</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory=lib >&2

cat >Finding.java <<'JAVA'
import com.samskivert.mustache.Mustache;
import java.math.BigDecimal;
import java.util.Map;

class Finding {
    public static void main(String[] args) {
        for (Object amount : new Object[] {
                0, 0.0, 1, 1.5, new BigDecimal("2.50"), 0.5, -0.9, new BigDecimal("0.50")}) {
            String page = Mustache.compiler().zeroIsFalse(true)
                    .compile("owes {{#amount}}{{amount}}{{/amount}}{{^amount}}nothing{{/amount}}")
                    .execute(Map.of("amount", amount));
            System.out.println(amount.getClass().getSimpleName() + " " + amount + ": " + page);
        }
    }
}
JAVA

cat >expected <<'EXPECTED'
Integer 0: owes nothing
Double 0.0: owes nothing
Integer 1: owes 1
Double 1.5: owes 1.5
BigDecimal 2.50: owes 2.50
Double 0.5: owes nothing
Double -0.9: owes nothing
BigDecimal 0.50: owes nothing
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
