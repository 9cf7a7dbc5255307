package no.altinn.events.webhook.okhttp;

import no.altinn.events.webhook.AddressRule;

import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

import java.net.Proxy;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** OkHttp's clients for webhooks: one for each manner of connection, and for each kind of host. */
final class Clients {
    private static final int MOST_KEPT = 256;

    private final Map<Manner, OkHttpClient> ofNames = new EnumMap<>(Manner.class);
    private final Map<Manner, OkHttpClient> ofAddresses = new EnumMap<>(Manner.class);

    /**
     * Makes the clients.
     *
     * @param connect how long a connection may take
     * @param trust sets which certificates are trusted
     * @param nanos a clock that only its differences tell anything of
     */
    Clients(
            AddressRule addresses,
            Dns dns,
            Duration connect,
            UnaryOperator<OkHttpClient.Builder> trust,
            LongSupplier nanos) {
        OkHttpClient client = client(addresses, dns, connect, trust, nanos);
        add(Manner.ONCE, client);
        add(Manner.TRIAL, keeping(client, Origins.MOST, Origin.VOID.plus(Origin.HOLD)));
        add(Manner.KEPT, keeping(client, MOST_KEPT, Wire.MOST_IDLE.multipliedBy(4)));
    }

    private static OkHttpClient client(
            AddressRule addresses,
            Dns dns,
            Duration connect,
            UnaryOperator<OkHttpClient.Builder> trust,
            LongSupplier nanos) {
        OkHttpClient client =
                trust.apply(new OkHttpClient.Builder())
                        .dns(dns)
                        .socketFactory(new GuardedSocketFactory(addresses, nanos))
                        .proxy(Proxy.NO_PROXY)
                        // HTTP/2 would share one connection among attempts.
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .connectTimeout(connect)
                        // The call's own timeout bounds reading and writing.
                        .readTimeout(Duration.ZERO)
                        .writeTimeout(Duration.ZERO)
                        .build();
        return client.newBuilder()
                .sslSocketFactory(
                        new WatchedTlsFactory(client.sslSocketFactory()), client.x509TrustManager())
                .build();
    }

    private static OkHttpClient keeping(OkHttpClient client, int most, Duration idle) {
        return client.newBuilder()
                .connectionPool(new ConnectionPool(most, idle.toMillis(), TimeUnit.MILLISECONDS))
                .addNetworkInterceptor(new KeptConnections())
                .build();
    }

    private void add(Manner manner, OkHttpClient client) {
        ofNames.put(manner, client);
        // OkHttp connects on a thread of its own, so that it can try a second address in time. An
        // endpoint whose host is an address has no second one, and saves a third of a call's work.
        ofAddresses.put(manner, client.newBuilder().fastFallback(false).build());
    }

    /** The client for a call. */
    OkHttpClient of(Manner manner, HttpUrl url) {
        return (isAddress(url.host()) ? ofAddresses : ofNames).get(manner);
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0
                || host.chars().allMatch(each -> each == '.' || (each >= '0' && each <= '9'));
    }
}
