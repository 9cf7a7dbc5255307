import com.sun.net.httpserver.HttpServer;

import no.altinn.bench.delivery.Connection;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Load for a local platform on loopback, over keep-alive connections with a thread each. With a
 * rate, requests are due at fixed times and latencies count from then, so that a stall is not
 * hidden (no coordinated omission); without one, each connection sends as fast as it is answered.
 * The first five seconds warm up both sides and are not counted.
 *
 * <pre>
 * java -cp CLASSES Load.java publish PORT TOKEN CONNECTIONS SECONDS RATE     RATE 0: as fast as possible
 * java -cp CLASSES Load.java fill    PORT TOKEN EVENTS RESOURCES             in batches of 500
 * java -cp CLASSES Load.java poll    PORT TOKEN CONNECTIONS SECONDS RATE RESOURCES
 * java -cp CLASSES Load.java webhook PORT TOKEN SECONDS RATE                 publish to received, one subscription
 * </pre>
 */
public final class Load {
    private static final String RUN = Long.toString(System.nanoTime(), 36);
    private static final int WARM_UP = 5;
    private static final String PADDING = "x".repeat(760);

    private final int port;
    private final String token;

    private Load(int port, String token) {
        this.port = port;
        this.token = token;
    }

    public static void main(String[] a) throws Exception {
        Load load = new Load(Integer.parseInt(a[1]), a[2]);
        switch (a[0]) {
            case "publish" -> load.publish(number(a[3]), number(a[4]), number(a[5]));
            case "fill" -> load.fill(number(a[3]), number(a[4]));
            case "poll" -> load.poll(number(a[3]), number(a[4]), number(a[5]), number(a[6]));
            case "webhook" -> load.webhook(number(a[3]), number(a[4]));
            default -> throw new IllegalArgumentException(a[0]);
        }
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private interface Request {
        byte[] next(int number);
    }

    private void publish(int connections, int seconds, int rate) throws Exception {
        AtomicInteger failures = new AtomicInteger();
        long[] nanos =
                run(connections, seconds, rate, n -> event("bench", n, "ttd-bench"), failures);
        report("publish", nanos, seconds, failures.get());
    }

    private void poll(int connections, int seconds, int rate, int resources) throws Exception {
        AtomicInteger failures = new AtomicInteger();
        Request request =
                n ->
                        get(
                                "/events/api/v1/events?size=50&after=0&resource=urn:altinn:resource:ttd-bench-"
                                        + ThreadLocalRandom.current().nextInt(resources));
        report("poll", run(connections, seconds, rate, request, failures), seconds, failures.get());
    }

    private void fill(int events, int resources) throws Exception {
        long start = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        parallel(
                4,
                connection -> {
                    for (int n = next.getAndAdd(500); n < events; n = next.getAndAdd(500)) {
                        StringBuilder batch = new StringBuilder("[");
                        for (int i = n; i < Math.min(n + 500, events); i++) {
                            batch.append(i == n ? "" : ",")
                                    .append(json("fill", i, "ttd-bench-" + i % resources));
                        }
                        String body = batch.append(']').toString();
                        int status =
                                connection.send(post("application/cloudevents-batch+json", body));
                        if (status != 200) {
                            throw new IllegalStateException("A batch was answered " + status);
                        }
                    }
                });
        System.out.printf(
                Locale.ROOT,
                "fill: %d events in %.0f s%n",
                events,
                (System.nanoTime() - start) / 1e9);
    }

    private void webhook(int seconds, int rate) throws Exception {
        int total = (WARM_UP + seconds) * rate;
        AtomicLongArray sent = new AtomicLongArray(total);
        Map<Integer, Long> received = new ConcurrentHashMap<>();
        AtomicInteger validations = new AtomicInteger();
        HttpServer receiver =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        receiver.setExecutor(Executors.newFixedThreadPool(16));
        receiver.createContext(
                "/",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    int at = body.indexOf("\"id\":\"hook-" + RUN + "-");
                    if (at < 0) {
                        validations.incrementAndGet();
                    } else {
                        int from = at + 12 + RUN.length();
                        received.putIfAbsent(
                                Integer.parseInt(body, from, body.indexOf('"', from), 10),
                                System.nanoTime());
                    }
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        receiver.start();
        subscribe("http://127.0.0.1:" + receiver.getAddress().getPort() + "/" + RUN);
        while (validations.get() == 0) {
            LockSupport.parkNanos(50_000_000);
        }
        LockSupport.parkNanos(1_000_000_000);

        AtomicInteger failures = new AtomicInteger();
        Request request =
                n -> {
                    sent.set(n, System.nanoTime());
                    return event("hook", n, "ttd-hook-" + RUN);
                };
        run(16, seconds, rate, request, failures);
        int behind = total - received.size();
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (received.size() < total - failures.get() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(5_000_000);
        }
        long[] nanos =
                received.entrySet().stream()
                        .filter(one -> one.getKey() >= WARM_UP * rate)
                        .mapToLong(one -> one.getValue() - sent.get(one.getKey()))
                        .toArray();
        report("webhook", nanos, seconds, failures.get());
        System.out.printf(
                "webhook: %d of %d received; %d were on their way when the last was published%n",
                received.size(), total, behind);
        receiver.stop(0);
        System.exit(0);
    }

    private void subscribe(String endPoint) throws Exception {
        String body =
                "{\"endPoint\":\"%s\",\"resourceFilter\":\"urn:altinn:resource:ttd-hook-%s\"}"
                        .formatted(endPoint, RUN);
        String head =
                "POST /events/api/v1/subscriptions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(token, body.length());
        try (Connection connection = new Connection(port)) {
            int status = connection.send((head + body).getBytes(StandardCharsets.UTF_8));
            if (status != 201) {
                throw new IllegalStateException("The subscription was answered " + status);
            }
        }
    }

    /** Sends requests and gives each one's latency in nanoseconds. */
    private long[] run(
            int connections, int seconds, int rate, Request request, AtomicInteger failures)
            throws Exception {
        int most = rate > 0 ? rate * (WARM_UP + seconds) : 4_000_000;
        long[] nanos = new long[most];
        AtomicInteger next = new AtomicInteger();
        AtomicLong done = new AtomicLong();
        long start = System.nanoTime();
        long counted = start + WARM_UP * 1_000_000_000L;
        long end = counted + seconds * 1_000_000_000L;
        parallel(
                connections,
                connection -> {
                    for (int n = next.getAndIncrement(); n < most; n = next.getAndIncrement()) {
                        long due = rate > 0 ? start + n * 1_000_000_000L / rate : System.nanoTime();
                        if (rate == 0 && due > end) {
                            return;
                        }
                        for (long wait = due - System.nanoTime();
                                wait > 0;
                                wait = due - System.nanoTime()) {
                            LockSupport.parkNanos(wait);
                        }
                        int status = connection.send(request.next(n));
                        if (status != 200) {
                            failures.incrementAndGet();
                        } else if (due >= counted) {
                            nanos[(int) done.getAndIncrement()] = System.nanoTime() - due;
                        }
                    }
                });
        return Arrays.copyOf(nanos, (int) done.get());
    }

    private interface Work {
        void with(Connection connection) throws Exception;
    }

    private void parallel(int connections, Work work) throws Exception {
        CountDownLatch done = new CountDownLatch(connections);
        for (int i = 0; i < connections; i++) {
            new Thread(
                            () -> {
                                try (Connection connection = new Connection(port)) {
                                    work.with(connection);
                                } catch (Exception e) {
                                    e.printStackTrace();
                                } finally {
                                    done.countDown();
                                }
                            })
                    .start();
        }
        done.await();
    }

    private byte[] event(String kind, int number, String resource) {
        return post("application/cloudevents+json", json(kind, number, resource));
    }

    /** An event of about 1 KiB. */
    private static String json(String kind, int number, String resource) {
        return ("{\"specversion\":\"1.0\",\"id\":\"%s-%s-%d\",\"source\":\"https://ttd.no/bench\",\"type\":\"bench.event\","
                        + "\"subject\":\"/party/50000001\",\"resource\":\"urn:altinn:resource:%s\",\"data\":{\"text\":\"%s\"}}")
                .formatted(kind, RUN, number, resource, PADDING);
    }

    private byte[] post(String type, String body) {
        return ("POST /events/api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token
                        + "\r\nContent-Type: "
                        + type
                        + "\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] get(String path) {
        return ("GET "
                        + path
                        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void report(String what, long[] nanos, int seconds, int failures) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: %d answered, %d failed, %.0f/s, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, max %.2f ms%n",
                what,
                nanos.length,
                failures,
                nanos.length / (double) seconds,
                at(nanos, 0.5),
                at(nanos, 0.95),
                at(nanos, 0.99),
                at(nanos, 1));
    }

    private static double at(long[] sorted, double quantile) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1, sorted.length * quantile)] / 1e6;
    }
}
