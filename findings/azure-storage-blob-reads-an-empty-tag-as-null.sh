#!/usr/bin/env bash
# azure-storage-blob 12.35.0 (com.azure:azure-storage-blob): a tag whose value is empty, as the
# service allows (0 to 256 characters).
#
# Expected: getTags gives the empty text that setTags was given, and what was read can be written.
# Seen: setTags writes the empty text as an empty element, but getTags gives null for such an
# element. Written back, that tag is sent without its Value element. Tags of other texts, a single
# space too, come back as they were.
#
# Hurts: a program that adds a tag to those a blob has. Map.copyOf throws a NullPointerException
# for them, and a store that asks for the element refuses the write (Azurite 3.37.0: 400).
# Way out: give a flag a value, such as "yes"; or replace null by "" in what getTags gives.
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
      <groupId>com.azure</groupId>
      <artifactId>azure-storage-blob</artifactId>
      <version>12.35.0</version>
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
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobClientBuilder;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.Map;

class Finding {
    static byte[] kept;

    public static void main(String[] arguments) throws Exception {
        // Keeps the tags as they were sent.
        HttpServer store = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        store.createContext("/", call -> {
            if (call.getRequestMethod().equals("PUT")) {
                kept = call.getRequestBody().readAllBytes();
                call.sendResponseHeaders(204, -1);
            } else {
                call.getResponseHeaders().add("Content-Type", "application/xml");
                call.sendResponseHeaders(200, kept.length);
                call.getResponseBody().write(kept);
            }
            call.close();
        });
        store.start();
        BlobClient blob = new BlobClientBuilder().setAnonymousAccess()
                .endpoint("http://127.0.0.1:" + store.getAddress().getPort() + "/a/box/blob")
                .buildClient();
        for (String value : new String[] {"yes", " ", ""}) {
            blob.setTags(Map.of("done", value));
            System.out.println("written: " + sent());
            Map<String, String> read = blob.getTags();
            System.out.println("read:    " + read);
            blob.setTags(read);
            System.out.println("again:   " + sent());
        }
        System.exit(0);
    }

    static String sent() {
        return new String(kept).replaceAll(".*<Tag>(.*)</Tag>.*", "$1");
    }
}
JAVA

cat >expected <<'EXPECTED'
written: <Key>done</Key><Value>yes</Value>
read:    {done=yes}
again:   <Key>done</Key><Value>yes</Value>
written: <Key>done</Key><Value> </Value>
read:    {done= }
again:   <Key>done</Key><Value> </Value>
written: <Key>done</Key><Value></Value>
read:    {done=null}
again:   <Key>done</Key>
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
