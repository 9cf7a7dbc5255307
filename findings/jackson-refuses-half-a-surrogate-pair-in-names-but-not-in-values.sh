#!/usr/bin/env bash
# Jackson 2.23.0 (com.fasterxml.jackson.core:jackson-databind): JSON with an escape that stands for
# half of a surrogate pair, as RFC 8259 §8.2 allows.
#
# Expected: readTree treats the escape alike, wherever it stands.
# Seen: as part of a text the escape is read, and the text has half a pair. As part of a member's
# name it makes the whole document unreadable.
#
# Hurts: a service that keeps documents of others, for example where the keys of an object are
# words that users typed and a program cut at a fixed length. The document is refused for its name,
# although the same word passes as a text.
# Way out: have the sender cut texts between characters; or, where such documents must be kept,
# replace escapes of half pairs in names before the parser gets them.
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
      <groupId>com.fasterxml.jackson.core</groupId>
      <artifactId>jackson-databind</artifactId>
      <version>2.23.0</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory=lib >&2

cat >Finding.java <<'JAVA'
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

class Finding {
    public static void main(String[] args) throws Exception {
        String half = "\\" + "ud83d";
        String whole = half + "\\" + "ude00";
        read("a whole pair as name", "{\"" + whole + "\":\"v\"}");
        read("a whole pair as text", "{\"n\":\"" + whole + "\"}");
        read("half a pair as text ", "{\"n\":\"" + half + "\"}");
        read("half a pair as name ", "{\"" + half + "\":\"v\"}");
    }

    static void read(String label, String json) {
        System.out.println(label + ": from text " + outcome(json, false)
                + ", from bytes " + outcome(json, true));
    }

    static String outcome(String json, boolean bytes) {
        try {
            ObjectMapper mapper = new ObjectMapper();
            JsonNode node = bytes
                    ? mapper.readTree(json.getBytes(StandardCharsets.UTF_8))
                    : mapper.readTree(json);
            return "read, " + node.size() + " member";
        } catch (Exception e) {
            return e.getClass().getSimpleName();
        }
    }
}
JAVA

cat >expected <<'EXPECTED'
a whole pair as name: from text read, 1 member, from bytes read, 1 member
a whole pair as text: from text read, 1 member, from bytes read, 1 member
half a pair as text : from text read, 1 member, from bytes read, 1 member
half a pair as name : from text JsonParseException, from bytes JsonParseException
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
