import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Slow connections to a local platform on loopback, and what they cost it. One connection, made
 * before all others, asks for {@code /events/api/v1/health} all the time.
 *
 * <pre>
 * java Connections.java PORT PID KIND COUNT SECONDS
 *
 * KIND   idle     nothing is sent
 *        head     half of a request's head, then a byte a second
 *        body     the head of a request without a token and 60 KiB of a body of 1 MiB, then a byte a second
 *        inbox    the same to a webhook inbox, which asks for no token
 *        answers  40 requests at once for the start page, of which nothing is read
 * COUNT  up to 15000, opened at 2000 a second
 * </pre>
 */
public final class Connections {
    private static final int MOST = 15_000;
    private static final long SECOND = 1_000_000_000L;

    private final int port;
    private final Path status;
    private final String kind;
    private final List<SocketChannel> open = new ArrayList<>();
    private int refused;
    private int closed;

    private Connections(int port, long pid, String kind) {
        this.port = port;
        this.status = Path.of("/proc/" + pid + "/status");
        this.kind = kind;
    }

    public static void main(String[] a) throws Exception {
        int count = Math.min(MOST, Integer.parseInt(a[3]));
        new Connections(Integer.parseInt(a[0]), Long.parseLong(a[1]), a[2])
                .run(count, Integer.parseInt(a[4]));
    }

    private void run(int count, int seconds) throws Exception {
        long before = memory("VmRSS");
        byte[] first = first();
        try (Witness witness = new Witness(port)) {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                connect(first);
                waitUntil(start + i * SECOND / 2000);
                if (i % 500 == 499) {
                    witness.ask();
                }
            }
            int held = held();
            long most = memory("VmRSS");
            long opened = System.nanoTime();
            for (long tick = 1; tick <= seconds; tick++) {
                waitUntil(opened + tick * SECOND);
                drip();
                witness.ask();
                most = Math.max(most, memory("VmRSS"));
            }
            int left = held();
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %5d asked for in %.0f s, %5d refused, %5d held then, %5d held after %d s;"
                            + " resident %d to %d MiB (at most %d); the first connection: %d asked, %d answered, slowest %.0f ms%n",
                    kind,
                    count,
                    (opened - start) / 1e9,
                    refused,
                    held,
                    left,
                    seconds,
                    before,
                    most,
                    memory("VmHWM"),
                    witness.asked,
                    witness.answered,
                    witness.slowest / 1e6);
        }
        for (SocketChannel channel : open) {
            channel.close();
        }
    }

    private byte[] first() {
        String head = "POST /events/api/v1/events HTTP/1.1\r\nHost: localhost\r\n";
        String text =
                switch (kind) {
                    case "idle" -> "";
                    case "head" -> head + "X-Long: ";
                    case "body", "inbox" ->
                            (kind.equals("body")
                                            ? head
                                            : head.replace(
                                                    "/events/api/v1/events", "/webhooks/slow"))
                                    + "Content-Type: application/cloudevents+json\r\nContent-Length: 1048576\r\n\r\n"
                                    + "x".repeat(60 * 1024);
                    case "answers" -> "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(40);
                    default -> throw new IllegalArgumentException(kind);
                };
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void connect(byte[] first) {
        try {
            SocketChannel channel = SocketChannel.open();
            if (kind.equals("answers")) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
            }
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
            open.add(channel);
            channel.write(ByteBuffer.wrap(first));
        } catch (IOException e) {
            refused++;
        }
    }

    private void drip() {
        if (kind.equals("idle") || kind.equals("answers")) {
            return;
        }
        for (SocketChannel channel : open) {
            try {
                channel.write(ByteBuffer.wrap(new byte[] {'x'}));
            } catch (IOException e) {
                // Counted by held().
            }
        }
    }

    /** How many connections the platform has not closed; looks without taking an answer away. */
    private int held() {
        ByteBuffer one = ByteBuffer.allocate(2048);
        int held = 0;
        for (SocketChannel channel : open) {
            try {
                if (kind.equals("answers")) {
                    channel.write(ByteBuffer.wrap(new byte[] {'\r'}));
                    held++;
                    continue;
                }
                int read;
                do {
                    read = channel.read(one.clear());
                } while (read > 0);
                held += read < 0 ? 0 : 1;
            } catch (IOException e) {
                // Closed with a reset.
            }
        }
        return held;
    }

    private long memory(String name) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static void waitUntil(long time) {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** The connection that was there first. */
    private static final class Witness implements AutoCloseable {
        private final Socket socket;
        int asked;
        int answered;
        long slowest;

        Witness(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(10_000);
            ask();
        }

        void ask() {
            asked++;
            long start = System.nanoTime();
            try {
                socket.getOutputStream()
                        .write(
                                "GET /events/api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII));
                InputStream in = socket.getInputStream();
                StringBuilder answer = new StringBuilder();
                while (!answer.toString().endsWith("Healthy")) {
                    int c = in.read();
                    if (c < 0) {
                        return;
                    }
                    answer.append((char) c);
                }
                answered++;
                slowest = Math.max(slowest, System.nanoTime() - start);
            } catch (IOException e) {
                // Asked and not answered.
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
