package no.altinn.bench.day;

import no.altinn.bench.delivery.Platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mixed day: its callers, its loops and its end. For one thread. */
final class Day implements AutoCloseable {
    private static final String KEY = "11111111-1111-1111-1111-111111111111";
    private static final String OWNERS_KEY = "22222222-2222-2222-2222-222222222222";
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final int TOP_SECONDS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration OFTEN = Duration.ofMillis(500);
    private static final int RECEIVERS = 2;

    private final Options options;
    private final Platform platform;
    private final Path work;
    private final Ledger ledger = new Ledger();
    private final Counts counts = new Counts();
    private final Counts errors = new Counts();
    private final Client client;
    private final Endpoints endpoints;
    private final Loops loops = new Loops(errors);
    private final Client.Caller events;
    private final Publishing publishing;

    Day(Options options, Platform platform, Path work) throws IOException {
        this.options = options;
        this.platform = platform;
        this.work = work;
        this.client = new Client(platform.port());
        this.endpoints = new Endpoints(ledger, counts);
        String token = platform.ownersToken();
        this.events = bearer(token);
        this.publishing = new Publishing(platform.port(), token, ledger, counts, errors);
    }

    private static Client.Caller bearer(String token) {
        return new Client.Caller("Authorization", "Bearer " + token);
    }

    /** Runs the day; returns the bounds that were broken. */
    List<String> run() throws Exception {
        subscribe();
        System.out.println("warming up ...");
        publishing.run(0, TOP_SECONDS);
        await("the warm-up has not reached its readers", () -> ledger.missing() == 0);
        double top = top();
        double rate = options.rate() > 0 ? options.rate() : Math.floor(top / 2);
        System.out.printf(
                Locale.ROOT,
                "mixed day: %d minutes at %.0f events/s, data kept for %s%n",
                options.minutes(),
                rate,
                options.retention());
        startTheRest();
        Path data = work.resolve("data");
        try (Rows rows = new Rows(data.resolve("events.db"))) {
            Sampler sampler =
                    new Sampler(
                            new ProcessWatch(platform.pid(), work.resolve("collections"), data),
                            rows,
                            counts,
                            System.out);
            loops.start("sample", Duration.ofSeconds(10), sampler);
            double before = platform.cpuSeconds();
            publishing.run(rate, options.minutes() * 60.0);
            double cores = (platform.cpuSeconds() - before) / (options.minutes() * 60.0);
            // An event that has not come by now had time enough, and is still stored.
            awaitAtMost(half(options.retention()), () -> ledger.missing() == 0);
            loops.close();
            return new Report(options, ledger, counts, errors, sampler.samples(), System.out)
                    .print(rate, cores, platform.log());
        }
    }

    private static Duration half(Duration retention) {
        Duration half = retention.dividedBy(2);
        return half.compareTo(PATIENCE) < 0 ? half : PATIENCE;
    }

    /** The most events a second that are published and reach all their readers. */
    private double top() throws Exception {
        long before = counts.of("events published");
        long start = System.nanoTime();
        publishing.run(0, TOP_SECONDS);
        double published = counts.of("events published") - before;
        double answered = (System.nanoTime() - start) / 1e9;
        await("the top rate has not reached its readers", () -> ledger.missing() == 0);
        double reached = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "top rate: %.0f events/s published for %d s; %.0f/s until all had reached their"
                        + " readers%n",
                published / answered,
                TOP_SECONDS,
                published / reached);
        return published / reached;
    }

    private void subscribe() throws Exception {
        for (int i = 0; i < Ledger.RESOURCES; i++) {
            subscription("\"endPoint\":\"" + endpoints.address(i) + "\"", i);
        }
        for (int i = 0; i < Ledger.PULLED; i++) {
            String id = subscription("\"deliveryMode\":\"pull\"", Ledger.POLLED + i);
            for (int receiver = 0; receiver < RECEIVERS; receiver++) {
                loops.start(
                        "pull-" + i + "-" + receiver,
                        OFTEN.dividedBy(10),
                        new Puller(client, events, id, ledger.pulled(i), counts));
            }
        }
        for (int i = 0; i < Ledger.POLLED; i++) {
            loops.start(
                    "poll-" + i, OFTEN, new Poller(client, events, i, ledger.polled(i), counts));
        }
        await("an endpoint was not validated", () -> endpoints.validations() >= Ledger.RESOURCES);
        // A subscription counts everywhere after five seconds.
        LockSupport.parkNanos(Duration.ofSeconds(6).toNanos());
    }

    private String subscription(String how, int resource) throws Exception {
        String answer =
                client.json(
                                "subscribe",
                                events,
                                "POST",
                                "/events/api/v1/subscriptions",
                                "{%s,\"resourceFilter\":\"urn:altinn:resource:%s\"}"
                                        .formatted(how, Ledger.resource(resource)),
                                201)
                        .body();
        Matcher id = ID.matcher(answer);
        if (!id.find()) {
            throw new Unexpected("subscribe: no id");
        }
        return id.group(1);
    }

    private void startTheRest() throws Exception {
        Client.Caller person = withKey(KEY, platform.personsToken());
        Client.Caller owner =
                withKey(
                        OWNERS_KEY,
                        client.get(
                                        "service owner's token",
                                        new Client.Caller(
                                                "Authorization", "Basic YmVuY2g6YmVuY2g="),
                                        "/api/GetEnterpriseToken?env=local&ttl=100000&org=ttd"
                                                + "&orgNo=991825827&scopes=altinn:serviceowner")
                                .body());
        loops.start("box", OFTEN, new Box(client, owner, person, counts));
        loops.start("files", OFTEN.multipliedBy(4), new FileTraffic(client, person, counts));
        loops.start("logins", OFTEN, new Logins(client, counts));
        loops.start("long login", OFTEN.multipliedBy(60), new LongLogin(client, counts));
    }

    private static Client.Caller withKey(String key, String token) {
        return new Client.Caller(
                "ApiKey", key, "Authorization", "Bearer " + token, "Accept", "application/json");
    }

    private static void await(String otherwise, BooleanSupplier condition) {
        if (!awaitAtMost(PATIENCE, condition)) {
            System.out.println("after 2 minutes: " + otherwise);
        }
    }

    private static boolean awaitAtMost(Duration time, BooleanSupplier condition) {
        long end = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(50_000_000);
        }
        return true;
    }

    @Override
    public void close() {
        loops.close();
        endpoints.close();
    }
}
