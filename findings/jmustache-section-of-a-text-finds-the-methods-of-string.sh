#!/usr/bin/env bash
# jmustache 1.16 (com.samskivert:jmustache): a section whose value is a text.
#
# Expected: a text has no members, so a name inside {{#title}} comes from the model around the
# section.
# Seen: the section makes the text the context, and methods of java.lang.String answer for their
# names, such as length, blank, empty and lines. The model's value of that name is hidden, without
# an error. Other names, and sections of a boolean, behave as expected.
#
# Hurts: a page that shows a block only if a text is there, and uses such a name in the block. A
# JDK with a new method on String can take one more name from old pages.
# Way out: open the block with a boolean of the model, or choose names that String lacks.
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
import java.util.Map;

class Finding {
    public static void main(String[] args) {
        Map<String, Object> report = Map.of("title", "Report", "hasTitle", true,
                "pages", "12 pages", "length", "12 pages", "blank", "two blank sheets");
        for (String section : new String[] {"hasTitle", "title"}) {
            for (String name : new String[] {"pages", "length", "blank"}) {
                String template =
                        "{{#" + section + "}}{{title}}: {{" + name + "}}{{/" + section + "}}";
                System.out.println(template + " -> "
                        + Mustache.compiler().compile(template).execute(report));
            }
        }
    }
}
JAVA

cat >expected <<'EXPECTED'
{{#hasTitle}}{{title}}: {{pages}}{{/hasTitle}} -> Report: 12 pages
{{#hasTitle}}{{title}}: {{length}}{{/hasTitle}} -> Report: 12 pages
{{#hasTitle}}{{title}}: {{blank}}{{/hasTitle}} -> Report: two blank sheets
{{#title}}{{title}}: {{pages}}{{/title}} -> Report: 12 pages
{{#title}}{{title}}: {{length}}{{/title}} -> Report: 6
{{#title}}{{title}}: {{blank}}{{/title}} -> Report: false
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
