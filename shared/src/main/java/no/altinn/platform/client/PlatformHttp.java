package no.altinn.platform.client;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;

import no.altinn.platform.start.Lazy;

import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;

import okio.BufferedSource;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Calls other parts of the platform, and nothing but them: addresses come from settings, never from
 * requests. Time, size and tries are bounded, redirects are not followed, and the environment's
 * proxy is ignored.
 *
 * <p>Every call must be idempotent: it is sent again, three times in all where the limits say
 * nothing else, when the connection fails or the answer is 408, 429 or 5xx. Each try is one
 * request.
 *
 * <p>Thread-safe. One instance a process, so that connections are reused. The client is made on the
 * first call, because a TLS context takes long at a cold start.
 */
public final class PlatformHttp {
    private static final Set<Integer> MAY_PASS = Set.of(408, 429);
    private static final okhttp3.MediaType JSON = okhttp3.MediaType.get("application/json");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT");

    private final Supplier<OkHttpClient> client;
    private final HttpLimits limits;
    private final RetryPolicy<Reply> retries;

    /** With {@link HttpLimits#DEFAULT}. */
    public PlatformHttp() {
        this(HttpLimits.DEFAULT);
    }

    /** With limits of one's own. */
    public PlatformHttp(HttpLimits limits) {
        this(limits, new Lazy<>(() -> client(limits)));
    }

    private PlatformHttp(HttpLimits limits, Supplier<OkHttpClient> client) {
        this.limits = limits;
        this.retries = retries(limits);
        this.client = client;
    }

    /** The same client and connections with other limits. */
    public PlatformHttp with(HttpLimits others) {
        return new PlatformHttp(
                others, new Lazy<>(() -> limited(client.get().newBuilder(), others).build()));
    }

    private static OkHttpClient.Builder limited(OkHttpClient.Builder client, HttpLimits limits) {
        return client.connectTimeout(limits.connect())
                .readTimeout(limits.call())
                .writeTimeout(limits.call())
                .callTimeout(limits.call());
    }

    private static OkHttpClient client(HttpLimits limits) {
        return limited(new OkHttpClient.Builder(), limits)
                .socketFactory(new PromptSockets())
                .followRedirects(false)
                .followSslRedirects(false)
                // OkHttp would repeat a call at once for each idle connection that fails.
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(PlatformHttp::withoutRetryAfter)
                .proxy(Proxy.NO_PROXY)
                // Azure forgets idle connections after four minutes without telling.
                .connectionPool(new ConnectionPool(32, 1, TimeUnit.MINUTES))
                .build();
    }

    /** OkHttp would repeat a call at once for a 503 that says 0, and fail at a large number. */
    private static Response withoutRetryAfter(Interceptor.Chain chain) throws IOException {
        return chain.proceed(chain.request()).newBuilder().removeHeader("Retry-After").build();
    }

    private static RetryPolicy<Reply> retries(HttpLimits limits) {
        return RetryPolicy.<Reply>builder()
                .handle(IOException.class)
                .handleResultIf(PlatformHttp::mayPass)
                .withMaxAttempts(limits.tries())
                .withMaxDuration(limits.call())
                .withDelayFn(tried -> limits.pause().multipliedBy(tried.getAttemptCount()))
                .build();
    }

    private static boolean mayPass(Reply reply) {
        return MAY_PASS.contains(reply.status()) || reply.status() >= 500;
    }

    /**
     * Sends the call and reads the whole answer, whatever status below 500 it has (but 408 and
     * 429).
     *
     * @throws ErrorAnswer if every try gave 408, 429 or 5xx
     * @throws Unavailable if no try gave an answer in time, it is too long, or the address is none
     *     of HTTP
     */
    public Reply send(Call call) {
        okhttp3.Request request = request(call);
        try {
            Reply reply =
                    Failsafe.with(retries)
                            .get(
                                    tried ->
                                            attempt(
                                                    call,
                                                    request,
                                                    limits.call().minus(tried.getElapsedTime())));
            if (mayPass(reply)) {
                throw new ErrorAnswer(reply);
            }
            return reply;
        } catch (FailsafeException e) {
            throw failure(call, e.getCause());
        }
    }

    private Reply attempt(Call call, okhttp3.Request request, Duration left) throws IOException {
        // A timeout of zero would be none at all.
        if (left.isNegative() || left.isZero()) {
            throw new InterruptedIOException("timeout");
        }
        okhttp3.Call attempt = client.get().newCall(request);
        attempt.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS);
        try (Response response = attempt.execute()) {
            BufferedSource body = response.body().source();
            if (body.request(limits.maxBytes() + 1L)) {
                throw new Unavailable(call + " answered more than " + limits.maxBytes() + " bytes");
            }
            return new Reply(call, response.code(), body.readUtf8());
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            // Other idle connections may be closed as well, so that the next try takes a new one.
            client.get().connectionPool().evictAll();
            throw e;
        } catch (IllegalArgumentException | IllegalStateException e) {
            // OkHttp throws them at numbers that no server should answer.
            throw new IOException("no answer of HTTP", e);
        }
    }

    private static okhttp3.Request request(Call call) {
        HttpUrl url = HttpUrl.parse(call.uri().toString());
        if (url == null) {
            throw new Unavailable(call + " has no address of HTTP");
        }
        okhttp3.Request.Builder request =
                new okhttp3.Request.Builder()
                        .url(url)
                        .header("Accept", "application/json")
                        .header("User-Agent", "altinn-platform-java");
        call.headers().forEach(request::header);
        RequestBody body = WITH_BODY.contains(call.method()) ? body(call) : null;
        return request.method(call.method(), body).build();
    }

    /** OkHttp sends the type of the body and no other, and adds a charset to a text's. */
    private static RequestBody body(Call call) {
        String type = call.headers().getOrDefault(Call.CONTENT_TYPE, "");
        return type.isEmpty()
                ? RequestBody.create(call.body(), JSON)
                : RequestBody.create(
                        call.body().getBytes(StandardCharsets.UTF_8), okhttp3.MediaType.get(type));
    }

    private static Unavailable failure(Call call, Throwable cause) {
        return cause instanceof IOException e
                ? new Unavailable(call + " failed: " + reason(e), e)
                : new Unavailable(call + " was interrupted", cause);
    }

    private static String reason(IOException e) {
        return e instanceof InterruptedIOException ? "timed out" : e.getClass().getSimpleName();
    }
}
