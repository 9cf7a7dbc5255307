package no.altinn.platform.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.core.util.Configuration;

import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** HTTP to Azure's services: over OkHttp, each request bounded, no proxy from the environment. */
public final class AzureTransport {
    /** How long one request may take, with its answer. */
    private static final Duration CALL = Duration.ofSeconds(4);

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int IDLE_CONNECTIONS = 64;

    private AzureTransport() {}

    /** A transport over connections to whatever host is asked for. */
    public static HttpClient open() {
        return over(new OkHttpClient.Builder().proxy(Proxy.NO_PROXY).build(), CALL);
    }

    /**
     * A transport over connections of one's own.
     *
     * @param call how long one request may take, with its answer
     */
    public static HttpClient over(OkHttpClient client, Duration call) {
        return new OkHttpAsyncHttpClientBuilder(client)
                .connectionTimeout(CONNECT)
                .writeTimeout(call)
                .responseTimeout(call)
                .readTimeout(call)
                .callTimeout(call)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .configuration(Configuration.NONE)
                .build();
    }
}
