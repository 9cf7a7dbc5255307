package no.altinn.platform.outbound;

import no.altinn.platform.client.PromptSockets;
import no.altinn.platform.outbound.OutboundFailure.Kind;
import no.altinn.platform.start.Lazy;

import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

import okio.BufferedSource;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Asks services of others, at addresses that others wrote down: over https, on public addresses
 * alone, without redirects, cookies or the environment's proxy, within {@link OutboundLimits}. They
 * learn nothing but the address, what is accepted, and {@link #USER_AGENT}.
 *
 * <p>Thread-safe. One instance for each use, so that one use leaves places to another. The client
 * is made on the first call.
 */
public final class OutboundHttp {
    /** What calls say of who sends them. */
    public static final String USER_AGENT = "altinn-platform-java";

    private final OutboundLimits limits;
    private final EndPointRule rule;
    private final Places places;
    private final Supplier<OkHttpClient> client;

    /** Calls the addresses that the rule allows. */
    public OutboundHttp(AddressRule addresses, OutboundLimits limits) {
        this(
                addresses,
                limits,
                new BoundedDns("outbound-dns", Dns.SYSTEM, limits.connect()),
                UnaryOperator.identity());
    }

    /**
     * Calls them in a way of its own.
     *
     * @param trust sets which certificates are trusted
     */
    OutboundHttp(
            AddressRule addresses,
            OutboundLimits limits,
            Dns dns,
            UnaryOperator<OkHttpClient.Builder> trust) {
        this.limits = limits;
        this.rule = new EndPointRule(addresses);
        this.places = new Places(limits.atOnce(), limits.atOnceOfOneHost());
        this.client =
                new Lazy<>(() -> client(new GuardedSocketFactory(addresses), limits, dns, trust));
    }

    private static OkHttpClient client(
            PromptSockets sockets,
            OutboundLimits limits,
            Dns dns,
            UnaryOperator<OkHttpClient.Builder> trust) {
        return trust.apply(new OkHttpClient.Builder())
                .dns(dns)
                .socketFactory(sockets)
                .proxy(Proxy.NO_PROXY)
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(limits.connect())
                // The call's own timeout bounds reading and writing.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .callTimeout(limits.call())
                .addNetworkInterceptor(OutboundHttp::withoutRetryAfter)
                .build();
    }

    /** OkHttp would repeat a call at once for a 503 that says 0, and fail at a large number. */
    private static Response withoutRetryAfter(Interceptor.Chain chain) throws IOException {
        return chain.proceed(chain.request()).newBuilder().removeHeader("Retry-After").build();
    }

    /**
     * Asks with GET, and reads the whole answer.
     *
     * @param accept the media types that are asked for, for example {@code application/json}
     * @throws OutboundFailure if there is no answer within the limits, or the address may not be
     *     called
     */
    public OutboundReply get(URI address, String accept) {
        HttpUrl url = HttpUrl.get(address);
        if (url == null) {
            throw new OutboundFailure(Kind.NOT_ALLOWED, "the address is none of HTTP");
        }
        // Nothing is looked up for https: the address is checked where the connection is made.
        Optional<String> fault = url.isHttps() ? Optional.empty() : rule.fault(address);
        if (fault.isPresent()) {
            throw new OutboundFailure(Kind.NOT_ALLOWED, "the address " + fault.get());
        }
        String host = url.host() + ":" + url.port();
        if (!places.take(host)) {
            throw new OutboundFailure(Kind.BUSY, "too many calls are under way");
        }
        try {
            return answer(client.get().newCall(request(url, accept)));
        } finally {
            places.leave(host);
        }
    }

    private static Request request(HttpUrl url, String accept) {
        return new Request.Builder()
                .url(url)
                .header("Accept", accept)
                .header("User-Agent", USER_AGENT)
                .build();
    }

    private OutboundReply answer(Call call) {
        try (Response response = call.execute()) {
            // What OkHttp could decompress it has, and it says nothing of it any more.
            if (!response.header("Content-Encoding", "identity").equalsIgnoreCase("identity")) {
                call.cancel();
                throw new OutboundFailure(
                        Kind.NO_ANSWER, "the answer has an encoding that was not asked for");
            }
            return new OutboundReply(
                    response.code(),
                    Optional.ofNullable(response.header("Content-Type")),
                    body(call, response));
        } catch (AddressNotAllowed e) {
            throw new OutboundFailure(Kind.NOT_ALLOWED, inWords(e), e);
        } catch (InterruptedIOException e) {
            throw new OutboundFailure(Kind.TOO_SLOW, inWords(e), e);
        } catch (OutboundFailure e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // OkHttp throws unchecked exceptions at what it expects nobody to answer.
            throw new OutboundFailure(Kind.NO_ANSWER, inWords(e), e);
        }
    }

    private byte[] body(Call call, Response response) throws IOException {
        BufferedSource body = response.body().source();
        if (body.request(limits.maxBytes() + 1L)) {
            // To close a body that is not read to its end would read on.
            call.cancel();
            throw new OutboundFailure(
                    Kind.TOO_LONG,
                    "the answer is longer than %d bytes".formatted(limits.maxBytes()));
        }
        return body.readByteArray();
    }

    private String inWords(Exception thrown) {
        return CallFailure.of(thrown, limits.connect(), limits.call()).words();
    }
}
