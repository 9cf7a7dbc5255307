package no.altinn.testing.vault;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

import no.altinn.testing.json.Json;

import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

import reactor.core.publisher.Mono;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A vault on a loopback port that answers over TLS as Key Vault's REST API does: it challenges who
 * comes without a token, lists versions in pages of two, newest first, and refuses what is
 * disabled.
 */
public final class FakeKeyVault implements AutoCloseable {
    private static final String HOST = "altinn.vault.test";
    private static final String TOKEN = "the-apps-token";
    private static final int PAGE = 2;

    private final HeldCertificate certificate =
            new HeldCertificate.Builder().commonName(HOST).addSubjectAlternativeName(HOST).build();
    private final MockWebServer server = new MockWebServer();
    private final List<StoredSecret> secrets = new ArrayList<>();
    private final Deque<MockResponse> faults = new ArrayDeque<>();
    private final List<String> served = new ArrayList<>();
    private final VaultKeys keys;

    public FakeKeyVault() {
        server.useHttps(
                new HandshakeCertificates.Builder()
                        .heldCertificate(certificate)
                        .build()
                        .sslSocketFactory());
        // HTTP/2 would share one connection, which a fault could not break for one request alone.
        server.setProtocols(List.of(Protocol.HTTP_1_1));
        server.setDispatcher(
                new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request) {
                        return answer(request);
                    }
                });
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.keys = new VaultKeys(uri().toString());
    }

    /** The vault's address. */
    public URI uri() {
        return URI.create("https://" + HOST + ":" + server.getPort() + "/");
    }

    /** Who may read its secrets. */
    public TokenCredential reader() {
        return identity(TOKEN);
    }

    /** Somebody whose token the vault does not know. */
    public TokenCredential stranger() {
        return identity("another");
    }

    private static TokenCredential identity(String token) {
        return request -> Mono.just(new AccessToken(token, OffsetDateTime.MAX));
    }

    /** Connections that lead to it and trust its certificate. */
    public OkHttpClient connections() {
        HandshakeCertificates trust =
                new HandshakeCertificates.Builder()
                        .addTrustedCertificate(certificate.certificate())
                        .build();
        return new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .dns(host -> List.of(InetAddress.getLoopbackAddress()))
                .build();
    }

    /** Its RSA keys. */
    public VaultKeys keys() {
        return keys;
    }

    /** Adds a version of a secret. */
    public synchronized void put(
            String name, String version, String contentType, String value, Instant created) {
        secrets.add(new StoredSecret(name, version, contentType, value, true, created, created));
    }

    /** Disables a version of a secret. */
    public synchronized void disable(String version) {
        UnaryOperator<StoredSecret> disabled =
                secret -> secret.version().equals(version) ? secret.disabled() : secret;
        secrets.replaceAll(disabled);
    }

    /** Changes a version of a secret, as by a tag, or by enabling what was disabled. */
    public synchronized void update(String version, Instant moment) {
        UnaryOperator<StoredSecret> updated =
                secret -> secret.version().equals(version) ? secret.updatedAt(moment) : secret;
        secrets.replaceAll(updated);
    }

    /** Makes the next request with a token fail. */
    public synchronized void fail(MockResponse response) {
        faults.add(response);
    }

    /** The paths that were asked for with a token, in order. */
    public synchronized List<String> served() {
        return List.copyOf(served);
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        String authorization = request.getHeaders().get("Authorization");
        if (authorization == null) {
            return challenge();
        }
        HttpUrl url = request.getUrl();
        served.add(url.encodedPath());
        if (!authorization.equals("Bearer " + TOKEN)) {
            return error(403, "Forbidden");
        }
        if (!faults.isEmpty()) {
            return faults.remove();
        }
        if (url.queryParameter("api-version") == null) {
            return error(400, "BadParameter");
        }
        List<String> path = url.pathSegments();
        if (path.get(0).equals("keys")) {
            String body = request.getBody() == null ? "" : request.getBody().utf8();
            return keys.answer(request.getMethod(), path, body);
        }
        if (!request.getMethod().equals("GET")) {
            return error(400, "BadParameter");
        }
        String version = path.size() > 2 ? path.get(2) : "";
        return version.equals("versions")
                ? page(path.get(1), url.queryParameter("$skiptoken"))
                : secret(path.get(1), version);
    }

    private static MockResponse challenge() {
        return new MockResponse.Builder()
                .code(401)
                .addHeader(
                        "WWW-Authenticate",
                        "Bearer authorization=\"https://login.test/tenant\","
                                + " resource=\"https://vault.test\"")
                .body("")
                .build();
    }

    private MockResponse page(String name, String skip) {
        List<StoredSecret> versions = newestFirst(name);
        int from = skip == null ? 0 : Integer.parseInt(skip);
        int to = Math.min(from + PAGE, versions.size());
        ObjectNode page = Json.object();
        ArrayNode value = page.putArray("value");
        versions.subList(from, to)
                .forEach(secret -> value.add(secret.properties(uri().toString())));
        page.put(
                "nextLink",
                to < versions.size()
                        ? uri() + "secrets/" + name + "/versions?api-version=7.6&$skiptoken=" + to
                        : null);
        return json(200, page);
    }

    private MockResponse secret(String name, String version) {
        return newestFirst(name).stream()
                .filter(secret -> version.isEmpty() || secret.version().equals(version))
                .findFirst()
                .map(
                        secret ->
                                secret.enabled()
                                        ? json(200, secret.bundle(uri().toString()))
                                        : error(403, "Forbidden"))
                .orElseGet(() -> error(404, "SecretNotFound"));
    }

    private List<StoredSecret> newestFirst(String name) {
        List<StoredSecret> found = new ArrayList<>();
        secrets.stream()
                .filter(secret -> secret.name().equals(name))
                .forEach(secret -> found.add(0, secret));
        return found;
    }

    public static MockResponse error(int status, String code) {
        ObjectNode body = Json.object();
        body.putObject("error").put("code", code).put("message", "The secret is s3cret");
        return json(status, body);
    }

    public static MockResponse json(int status, JsonNode body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json; charset=utf-8")
                .body(body.toString())
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
