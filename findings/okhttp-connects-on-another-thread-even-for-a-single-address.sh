#!/usr/bin/env bash
# OkHttp 5.5.1 (com.squareup.okhttp3:okhttp-jvm): execute() of a call to a host with one address.
#
# Expected: execute() is the blocking form, so the look-up, the connection and the request are made
# on the thread that calls it. To race addresses on further threads (fastFallback, on by default)
# makes sense from the second address on.
# Seen: the look-up and the exchange stay on the caller's thread, but the socket is made on a
# thread of OkHttp's own, even where there is a single address and nothing to race.
#
# Hurts: a SocketFactory that reads what the caller's thread carries, such as a tenant, a log
# context or a trace; and a service that makes many short connections, since each waits for two
# changes of threads.
# Way out: fastFallback(false) for such a client. A host with several addresses is then tried one
# address after the other.
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
      <groupId>com.squareup.okhttp3</groupId>
      <artifactId>okhttp-jvm</artifactId>
      <version>5.5.1</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory=lib >&2
cat >Finding.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.Request;
class Finding {
    static String thread() {
        return Thread.currentThread().getName().equals("main") ? "the caller's thread" : "another";
    }
    /** OkHttp calls the first method alone. */
    static SocketFactory factory() {
        return new SocketFactory() {
            @Override
            public Socket createSocket() {
                System.out.println("  socket: " + thread());
                return new Socket();
            }
            public Socket createSocket(String a, int b) { return null; }
            public Socket createSocket(String a, int b, InetAddress c, int d) { return null; }
            public Socket createSocket(InetAddress a, int b) { return null; }
            public Socket createSocket(InetAddress a, int b, InetAddress c, int d) { return null; }
        };
    }
    public static void main(String[] args) throws Exception {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        for (boolean fast : new boolean[] {true, false}) {
            System.out.println("fastFallback(" + fast + ")");
            OkHttpClient client = new OkHttpClient.Builder()
                    .fastFallback(fast)
                    .dns(host -> {
                        System.out.println("  look-up: " + thread());
                        return List.of(loopback);
                    })
                    .socketFactory(factory())
                    .build();
            String url = "http://one.example:" + server.getAddress().getPort() + "/";
            client.newCall(new Request.Builder().url(url).build()).execute().close();
        }
        System.exit(0);
    }
}
JAVA
cat >expected <<'EXPECTED'
fastFallback(true)
  look-up: the caller's thread
  socket: another
fastFallback(false)
  look-up: the caller's thread
  socket: the caller's thread
EXPECTED
java -cp 'lib/*' Finding.java | tee seen
diff expected seen
