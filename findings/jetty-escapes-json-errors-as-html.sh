#!/usr/bin/env bash
# Jetty 12.1.14 (org.eclipse.jetty:jetty-server): Response.writeError for Accept:
# application/json.
#
# Expected: the JSON carries the message as given, the url of the request, and the status as a
# number.
# Seen: Jetty escapes message and url as HTML inside the JSON. "<" becomes "&lt;", and "&" in the
# query of the url becomes "&amp;". The status is a text. For text/plain the message line is as
# given.
#
# Hurts: a client that shows the message or follows the url. The client shows entities, and the
# url has other parameters than the request had.
# Way out: set a custom ErrorHandler, or write the error as an ordinary response.
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
      <groupId>org.eclipse.jetty</groupId>
      <artifactId>jetty-server</artifactId>
      <version>12.1.14</version>
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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

class Finding {
    public static void main(String[] args) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Response.writeError(request, response, callback, 400, "from < to & to <= now");
                return true;
            }
        });
        server.start();
        String origin = "http://127.0.0.1:" + connector.getLocalPort();
        for (String accept : new String[] {"text/plain", "application/json"}) {
            String body = HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(URI.create(origin + "/events?from=2&to=1"))
                            .header("Accept", accept).build(),
                    BodyHandlers.ofString()).body();
            body.replace(origin, "").lines().map(String::strip)
                    .filter(line -> line.matches("(?i)\"?(message|url|status)\"?:.*"))
                    .forEach(line -> System.out.println(accept + ": " + line));
        }
        server.stop();
    }
}
JAVA

cat >expected <<'EXPECTED'
text/plain: STATUS: 400
text/plain: MESSAGE: from < to & to <= now
application/json: "message":"from &lt; to &amp; to &lt;= now",
application/json: "url":"/events?from=2&amp;to=1",
application/json: "status":"400"
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
