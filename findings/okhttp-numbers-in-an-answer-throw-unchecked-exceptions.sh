#!/usr/bin/env bash
# OkHttp 5.5.1 (com.squareup.okhttp3:okhttp-jvm): Call.execute and Call.enqueue with answers that
# hold a number out of range.
#
# Expected: the call gives a response, or fails with an IOException, as execute() declares.
# Seen: a 503 with Retry-After: 99999999999 throws NumberFormatException, and the status is lost. A
# status of -20 throws IllegalStateException. A Content-Length of -5 throws IllegalArgumentException
# when the body is read. With enqueue, the callback gets an IOException, and the dispatcher's thread
# throws the NumberFormatException besides. retryOnConnectionFailure(false) does not help.
#
# Hurts: a client of servers that it does not know, such as a sender of webhooks or a crawler. The
# client catches IOException, and one header of a stranger breaks through. An exception that leaves
# the dispatcher's thread ends an Android app.
# Way out: catch RuntimeException around execute() and the reading of the body. An EventListener
# gets the response in responseHeadersEnd, before OkHttp reads Retry-After. A network interceptor
# may remove Retry-After.
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
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

class Finding {
    static final OkHttpClient CLIENT =
            new OkHttpClient.Builder().retryOnConnectionFailure(false).build();

    public static void main(String[] args) throws Exception {
        for (String head : new String[] {
            "HTTP/1.1 503 Busy\r\nRetry-After: 2147483647",
            "HTTP/1.1 503 Busy\r\nRetry-After: 99999999999",
            "HTTP/1.1 -20 OK\r\nX-Any: 1",
            "HTTP/1.1 200 OK\r\nContent-Length: -5"
        }) {
            System.out.println(head.replace("\r\n", ", ") + ": " + outcome(head));
        }

        CompletableFuture<String> uncaught = new CompletableFuture<>();
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) -> uncaught.complete(thrown.getClass().getSimpleName()));
        CompletableFuture<String> callback = new CompletableFuture<>();
        CLIENT.newCall(request("HTTP/1.1 503 Busy\r\nRetry-After: 99999999999"))
                .enqueue(new Callback() {
                    @Override
                    public void onFailure(Call call, IOException e) {
                        callback.complete(e.getClass().getSimpleName());
                    }

                    @Override
                    public void onResponse(Call call, Response response) {
                        callback.complete("status " + response.code());
                    }
                });
        System.out.println("enqueue: callback " + callback.get() + ", uncaught " + uncaught.get());
        System.exit(0);
    }

    static String outcome(String head) throws IOException {
        try (Response response = CLIENT.newCall(request(head)).execute()) {
            response.body().bytes();
            return "status " + response.code();
        } catch (IOException | RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    /** A request to a server that gives one answer with this head. */
    static Request request(String head) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> answer(server, head + "\r\nConnection: close\r\n\r\n"));
        thread.setDaemon(true);
        thread.start();
        return new Request.Builder().url("http://127.0.0.1:" + server.getLocalPort()).build();
    }

    static void answer(ServerSocket server, String answer) {
        try (server; Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            for (String head = ""; !head.endsWith("\r\n\r\n"); ) {
                head += (char) in.read();
            }
            socket.getOutputStream().write(answer.getBytes("ISO-8859-1"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
JAVA

cat >expected <<'EXPECTED'
HTTP/1.1 503 Busy, Retry-After: 2147483647: status 503
HTTP/1.1 503 Busy, Retry-After: 99999999999: NumberFormatException
HTTP/1.1 -20 OK, X-Any: 1: IllegalStateException
HTTP/1.1 200 OK, Content-Length: -5: IllegalArgumentException
enqueue: callback IOException, uncaught NumberFormatException
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
