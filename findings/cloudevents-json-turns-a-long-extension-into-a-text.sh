#!/usr/bin/env bash
# cloudevents-core 4.0.1 with cloudevents-json-jackson 4.0.1 (io.cloudevents): an extension that is
# a Long or a Double.
#
# Expected: withExtension(name, Number) keeps a number, as it does for an Integer; or the builder
# refuses a number that has no type in CloudEvents, whose Integer has 32 bits.
# Seen: the builder takes the number, and the event in memory has it. The JSON format writes it in
# quotation marks, so the event that is read has a String in its place.
#
# Hurts: a consumer that casts the extension to Number. It works in tests that pass the event in
# memory, and with small numbers; it fails when an amount or a counter is a Long on the wire.
# Way out: set such an extension as a text on purpose, and parse the text where it is read. An
# Integer makes the way there and back as a number.
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
      <artifactId>cloudevents-json-jackson</artifactId>
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
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;

class Finding {
    public static void main(String[] args) {
        thereAndBack(2_000_000_000);
        thereAndBack(3_000_000_000L);
        thereAndBack(1.5);
    }

    static void thereAndBack(Number number) {
        CloudEvent event = CloudEventBuilder.v1()
                .withId("1").withSource(URI.create("/orders")).withType("order.placed")
                .withExtension("amount", number)
                .build();
        JsonFormat format = new JsonFormat();
        byte[] json = format.serialize(event);
        String text = new String(json, StandardCharsets.UTF_8);
        System.out.println(kind(event) + " -> "
                + text.replaceAll(".*(\"amount\":[^,}]*).*", "$1")
                + " -> " + kind(format.deserialize(json)));
    }

    static String kind(CloudEvent event) {
        Object amount = event.getExtension("amount");
        return amount.getClass().getSimpleName() + " " + amount;
    }
}
JAVA

cat >expected <<'EXPECTED'
Integer 2000000000 -> "amount":2000000000 -> Integer 2000000000
Long 3000000000 -> "amount":"3000000000" -> String 3000000000
Double 1.5 -> "amount":"1.5" -> String 1.5
EXPECTED

java -cp 'lib/*' Finding.java 2>/dev/null | tee seen
diff expected seen
