#!/usr/bin/env bash
# OkHttp 5.5.1 (com.squareup.okhttp3:okhttp-jvm): how many requests one Call of a POST sends, with
# the default settings, with retryOnConnectionFailure(false), and with a body that is one-shot.
#
# Expected: one call is one POST. With retryOnConnectionFailure(false) at the latest, nothing is
# repeated.
# Seen: a server that reads the POST and resets the connection gets the POST again on each idle
# connection that the client keeps for the host, and on two new ones: 10 times with 8 idle
# connections. Only the size of the pool bounds the number. A 408 is repeated once. A 503 with
# Retry-After: 0 is repeated once, also with retryOnConnectionFailure(false).
#
# Hurts: a client that posts orders, payments or events. The server takes the POST, fails while it
# answers, and takes the POST again. A client with a large pool multiplies its calls just when the
# server is failing. Application interceptors see one call.
# Way out: a RequestBody whose isOneShot() answers true. It stops all of this, and OkHttp still
# tries the next address of a host that takes no connection. A call may then fail because the server
# has closed an idle connection: OkHttp looks for that only after ten idle seconds. A client that
# says Connection: close in each request has no idle connections.
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

class Finding {
    static final int IDLE = 8;
    static final RequestBody PLAIN = RequestBody.create("order".getBytes());
    static final RequestBody ONE_SHOT = new RequestBody() {
        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public MediaType contentType() {
            return null;
        }

        @Override
        public long contentLength() {
            return 5;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.writeUtf8("order");
        }
    };

    public static void main(String[] args) throws Exception {
        OkHttpClient plain = new OkHttpClient.Builder().connectionPool(
                new okhttp3.ConnectionPool(IDLE, 1, java.util.concurrent.TimeUnit.MINUTES)).build();
        OkHttpClient off = plain.newBuilder().retryOnConnectionFailure(false).build();
        for (String answer : new String[] {"reset", "408 Timeout", "503 Busy\r\nRetry-After: 0"}) {
            System.out.println(answer.replace("\r\n", ", ")
                    + ": default " + posts(plain, PLAIN, answer)
                    + ", without retries " + posts(off, PLAIN, answer)
                    + ", one-shot " + posts(plain, ONE_SHOT, answer));
        }
        System.exit(0);
    }

    /** How many POSTs arrive from one call, with idle connections in the pool. */
    static int posts(OkHttpClient client, RequestBody body, String answer) throws Exception {
        Server server = new Server();
        List<Thread> calls = new ArrayList<>();
        for (int i = 0; i < IDLE; i++) {
            Thread call = new Thread(() -> post(client, PLAIN, server));
            call.start();
            calls.add(call);
        }
        for (Thread call : calls) {
            call.join();
        }
        server.answer = answer;
        server.posts.set(0);
        post(client, body, server);
        client.connectionPool().evictAll();
        return server.posts.get();
    }

    static void post(OkHttpClient client, RequestBody body, Server server) {
        String url = "http://127.0.0.1:" + server.socket.getLocalPort();
        try (Response r = client.newCall(
                new Request.Builder().url(url).post(body).build()).execute()) {
            r.body().bytes();
        } catch (IOException e) {
            // The server has reset the connection.
        }
    }

    static class Server {
        final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        final AtomicInteger posts = new AtomicInteger();
        final CyclicBarrier together = new CyclicBarrier(IDLE);
        volatile String answer = "";

        Server() throws IOException {
            start(() -> {
                while (true) {
                    Socket one = socket.accept();
                    start(() -> serve(one));
                }
            });
        }

        void serve(Socket one) throws Exception {
            InputStream in = one.getInputStream();
            while (true) {
                String request = "";
                while (!request.endsWith("\r\n\r\norder")) {
                    int next = in.read();
                    if (next < 0) {
                        return;
                    }
                    request += (char) next;
                }
                posts.incrementAndGet();
                if (answer.equals("reset")) {
                    one.setSoLinger(true, 0);
                    one.close();
                    return;
                }
                if (answer.isEmpty()) {
                    together.await();
                }
                one.getOutputStream().write(("HTTP/1.1 "
                        + (answer.isEmpty() ? "200 OK" : answer)
                        + "\r\nContent-Length: 0\r\n\r\n").getBytes("ISO-8859-1"));
            }
        }

        interface Work {
            void run() throws Exception;
        }

        static void start(Work work) {
            Thread thread = new Thread(() -> {
                try {
                    work.run();
                } catch (Exception e) {
                    // The client has left.
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
    }
}
JAVA

cat >expected <<'EXPECTED'
reset: default 10, without retries 1, one-shot 1
408 Timeout: default 2, without retries 1, one-shot 1
503 Busy, Retry-After: 0: default 2, without retries 2, one-shot 1
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
