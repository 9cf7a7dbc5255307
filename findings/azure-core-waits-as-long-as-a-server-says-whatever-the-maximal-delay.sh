#!/usr/bin/env bash
# azure-core 1.61.0 (com.azure:azure-core): RetryOptions with ExponentialBackoffOptions.
#
# Expected: setMaxDelay is the longest time between two tries, whatever the reason for the wait.
# Seen: it bounds the computed delays alone. A client with a maximal delay of 100 ms waits for the
# two seconds of an answer's Retry-After, and would wait for an hour or a day as well.
#
# Hurts: a caller with a time limit of its own, such as a function that a host ends after some
# minutes. A busy service decides for how long its thread is held.
# Way out: refuse the retry of an answer with a long hint by setShouldRetryCondition, and keep the
# work for later; or bound the whole call by a timeout.
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
      <artifactId>azure-core</artifactId>
      <version>1.61.0</version>
    </dependency>
    <dependency>
      <groupId>com.azure</groupId>
      <artifactId>azure-core-http-okhttp</artifactId>
      <version>1.13.7</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory=lib >&2

cat >Finding.java <<'JAVA'
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.util.Context;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

class Finding {
    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/hint")) {
                exchange.getResponseHeaders().set("Retry-After", "2");
            }
            exchange.sendResponseHeaders(429, -1);
            exchange.close();
        });
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        HttpPipeline client = new HttpPipelineBuilder()
                .httpClient(new OkHttpAsyncHttpClientBuilder().build())
                .policies(new RetryPolicy(new RetryOptions(new ExponentialBackoffOptions()
                        .setMaxRetries(1)
                        .setBaseDelay(Duration.ofMillis(50))
                        .setMaxDelay(Duration.ofMillis(100)))))
                .build();
        for (String path : new String[] {"/warm-up", "/none", "/hint"}) {
            long start = System.nanoTime();
            client.sendSync(new HttpRequest(HttpMethod.GET, base + path), Context.NONE).close();
            boolean isLong = System.nanoTime() - start >= Duration.ofMillis(1900).toNanos();
            System.out.println(path + ": two tries, " + (isLong ? "2 s" : "less than 2 s"));
        }
        System.exit(0);
    }
}
JAVA

cat >expected <<'EXPECTED'
/warm-up: two tries, less than 2 s
/none: two tries, less than 2 s
/hint: two tries, 2 s
EXPECTED

java -cp 'lib/*' Finding.java 2>/dev/null | tee seen
diff expected seen
