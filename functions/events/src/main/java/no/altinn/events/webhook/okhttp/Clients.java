package no.altinn.events.webhook.okhttp;

import no.altinn.platform.outbound.AddressRule;

import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * OkHttp's clients for webhooks: they close each connection, or spare it, and never use it again.
 */
final class Clients {
    private static final ConnectionPool NONE = new ConnectionPool(0, 1, TimeUnit.NANOSECONDS);

    private final OkHttpClient closing;
    private final OkHttpClient closingOfAddresses;
    private final OkHttpClient sparing;
    private final OkHttpClient sparingOfAddresses;

    /**
     * Makes the clients.
     *
     * @param connect how long a connection may take
     * @param trust sets which certificates are trusted
     */
    Clients(
            AddressRule addresses,
            Dns dns,
            Duration connect,
            UnaryOperator<OkHttpClient.Builder> trust) {
        closing = client(addresses, dns, connect, trust);
        closingOfAddresses = ofAddresses(closing);
        sparing = closing.newBuilder().addNetworkInterceptor(new Watching()).build();
        sparingOfAddresses = ofAddresses(sparing);
    }

    private static OkHttpClient client(
            AddressRule addresses,
            Dns dns,
            Duration connect,
            UnaryOperator<OkHttpClient.Builder> trust) {
        OkHttpClient client =
                trust.apply(new OkHttpClient.Builder())
                        .dns(dns)
                        .socketFactory(new WatchedSocketFactory(addresses))
                        .proxy(Proxy.NO_PROXY)
                        // It looks at a kept connection after ten idle seconds alone.
                        .connectionPool(NONE)
                        // HTTP/2 would share one connection among attempts.
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .connectTimeout(connect)
                        // The call's own timeout bounds reading and writing.
                        .readTimeout(Duration.ZERO)
                        .writeTimeout(Duration.ZERO)
                        .addNetworkInterceptor(Clients::withoutRetryAfter)
                        .build();
        return client.newBuilder()
                .sslSocketFactory(
                        new WatchedTlsFactory(client.sslSocketFactory()), client.x509TrustManager())
                .build();
    }

    /**
     * OkHttp fails at a number of seconds that is too large, and the answer's body with it. The
     * header is heard before.
     */
    private static Response withoutRetryAfter(Interceptor.Chain chain) throws IOException {
        Response answer = chain.proceed(chain.request());
        return answer.header("Retry-After") == null
                ? answer
                : answer.newBuilder().removeHeader("Retry-After").build();
    }

    /**
     * OkHttp connects on a thread of its own, so that it can try a second address in time. An
     * endpoint whose host is an address has no second one, and saves a third of a call's work.
     */
    private static OkHttpClient ofAddresses(OkHttpClient client) {
        return client.newBuilder().fastFallback(false).build();
    }

    /** The client for a call. */
    OkHttpClient of(Manner manner, HttpUrl url) {
        if (manner == Manner.ONCE) {
            return isAddress(url.host()) ? closingOfAddresses : closing;
        }
        return isAddress(url.host()) ? sparingOfAddresses : sparing;
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0
                || host.chars().allMatch(each -> each == '.' || (each >= '0' && each <= '9'));
    }
}
