#!/usr/bin/env bash
# OkHttp 5.5.1 (com.squareup.okhttp3:okhttp-jvm): a small POST on a new TLS 1.3 connection, on
# Linux, with OkHttp's own sockets and with sockets that have TCP_NODELAY set.
#
# Expected: an HTTP client turns Nagle's algorithm off, since it flushes whole requests. The kind of
# socket makes no difference.
# Seen: OkHttp leaves the algorithm on. The client's last handshake message is still unacknowledged
# when the request is written, so the system holds the request back. The server has nothing to say
# before it has the request, so its system acknowledges after its delay of 40 ms. The median of
# first requests is 40 ms longer, over loopback too: 50 ms and 5 ms. The builder has no setting.
#
# Hurts: a client that calls many hosts rarely, such as a sender of webhooks, and tests that open a
# connection for each call. Most of their time is this wait.
# Way out: socketFactory() with a SocketFactory whose createSocket() calls setTcpNoDelay(true). The
# TLS socket is put over that socket and keeps the option.
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
    <dependency>
      <groupId>com.squareup.okhttp3</groupId>
      <artifactId>okhttp-tls</artifactId>
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
import java.net.Socket;
import java.util.Arrays;
import javax.net.SocketFactory;
import javax.net.ssl.SSLServerSocket;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

class Finding {
    public static void main(String[] args) throws Exception {
        HeldCertificate certificate =
                new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
        HandshakeCertificates server =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        HandshakeCertificates client = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate()).build();
        SSLServerSocket socket = (SSLServerSocket) server.sslContext().getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(socket));
        thread.setDaemon(true);
        thread.start();

        OkHttpClient own = new OkHttpClient.Builder()
                .sslSocketFactory(client.sslSocketFactory(), client.trustManager()).build();
        OkHttpClient noDelay = own.newBuilder().socketFactory(new NoDelay()).build();
        String url = "https://localhost:" + socket.getLocalPort();
        post(own, url, 20); // warms up
        post(noDelay, url, 20);
        double withOwn = post(own, url, 30);
        double withNoDelay = post(noDelay, url, 30);
        System.err.printf("median POST: %.1f ms, %.1f ms with TCP_NODELAY%n", withOwn, withNoDelay);
        System.out.println("at least 30 ms longer: " + (withOwn - withNoDelay > 30));
        System.exit(0);
    }

    /** The milliseconds of the median of some POSTs, each on a connection of its own. */
    static double post(OkHttpClient client, String url, int times) throws IOException {
        long[] taken = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            try (Response response = client.newCall(new Request.Builder().url(url)
                    .post(RequestBody.create("{}".getBytes())).build()).execute()) {
                response.body().bytes();
            }
            taken[i] = System.nanoTime() - start;
            client.connectionPool().evictAll();
        }
        Arrays.sort(taken);
        return taken[times / 2] / 1e6;
    }

    static void serve(SSLServerSocket server) {
        while (true) {
            try (Socket socket = server.accept()) {
                socket.setTcpNoDelay(true);
                InputStream in = socket.getInputStream();
                for (String head = ""; !head.endsWith("\r\n\r\n{}"); ) {
                    head += (char) in.read();
                }
                socket.getOutputStream().write(
                        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes());
            } catch (IOException e) {
                // The client has left.
            }
        }
    }

    static class NoDelay extends SocketFactory {
        @Override
        public Socket createSocket() throws IOException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
JAVA

cat >expected <<'EXPECTED'
at least 30 ms longer: true
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
