package no.altinn.rest.lookup;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.start.Lazy;
import no.altinn.rest.certificate.RevocationLists;

import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import okio.BufferedSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Fetches CRLs (RFC 5280 §4.2.1.13): within 5 s, 16 MiB at most, without redirects and without the
 * environment's proxy. Thread-safe.
 */
public final class HttpRevocationLists implements RevocationLists {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration CALL = Duration.ofSeconds(5);

    private final int most;
    private final Supplier<OkHttpClient> client =
            new Lazy<>(
                    () ->
                            new OkHttpClient.Builder()
                                    .connectTimeout(CONNECT)
                                    .callTimeout(CALL)
                                    .followRedirects(false)
                                    .followSslRedirects(false)
                                    .proxy(Proxy.NO_PROXY)
                                    .build());

    public HttpRevocationLists() {
        this(16 << 20);
    }

    /**
     * @param most in bytes
     */
    HttpRevocationLists(int most) {
        this.most = most;
    }

    @Override
    public X509CRL at(URI address) {
        HttpUrl url = HttpUrl.parse(address.toString());
        if (url == null) {
            throw new Unavailable(named(address) + " has no address of HTTP");
        }
        Request request = new Request.Builder().url(url).build();
        try (Response response = client.get().newCall(request).execute()) {
            if (response.code() != 200) {
                throw new Unavailable("%s answered %d".formatted(named(address), response.code()));
            }
            BufferedSource body = response.body().source();
            if (body.request(most + 1L)) {
                throw new Unavailable("%s is longer than %d bytes".formatted(named(address), most));
            }
            return list(address, body.readByteArray());
        } catch (IOException e) {
            throw new Unavailable(named(address) + " failed: " + e.getClass().getSimpleName(), e);
        }
    }

    private static X509CRL list(URI address, byte[] der) {
        try {
            return (X509CRL)
                    CertificateFactory.getInstance("X.509")
                            .generateCRL(new ByteArrayInputStream(der));
        } catch (CertificateException | CRLException e) {
            throw new Unavailable(named(address) + " is no CRL", e);
        }
    }

    private static String named(URI address) {
        return "The CRL at " + address;
    }
}
