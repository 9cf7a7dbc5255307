package no.altinn.events.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

import no.altinn.platform.json.Json;
import no.altinn.testing.jose.TestKeys;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for the rest of the platform, which is never away here: it publishes keys, permits
 * everything, and takes what is pushed unless a test says otherwise.
 */
final class PlatformServer extends Dispatcher implements AutoCloseable {
    private static final String PERMIT = "{\"response\":[{\"decision\":\"Permit\"}]}";

    private final MockWebServer server = new MockWebServer();
    private final TestKeys keys;
    private final List<String> pushed = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger hanging = new AtomicInteger();
    private volatile CountDownLatch publishing = new CountDownLatch(0);
    private volatile CountDownLatch pushes = new CountDownLatch(0);
    private volatile boolean refusesPushes;

    PlatformServer(TestKeys keys) throws IOException {
        this.keys = keys;
        server.setDispatcher(this);
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        asked.add(request.getTarget());
        return switch (request.getTarget()) {
            case "/openid/.well-known/openid-configuration" -> {
                pass(publishing);
                yield json(
                        Json.object().put("jwks_uri", uri("/openid/jwks").toString()).toString());
            }
            case "/openid/jwks" -> json(jwks());
            case "/authorization/decision" -> json(PERMIT);
            case "/hook", "/other-hook" -> {
                if (refusesPushes) {
                    yield new MockResponse.Builder().code(503).build();
                }
                hanging.incrementAndGet();
                pass(pushes);
                hanging.decrementAndGet();
                pushed.add(request.getBody().utf8());
                yield json("");
            }
            default -> new MockResponse.Builder().code(404).build();
        };
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No keys are told before the gate is open. */
    void publishKeysAfter(CountDownLatch gate) {
        publishing = gate;
    }

    /** No push is answered before the gate is open. */
    void answerPushesAfter(CountDownLatch gate) {
        pushes = gate;
    }

    /** How many pushes wait for an answer. */
    int hanging() {
        return hanging.get();
    }

    /** The paths of the requests. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private String jwks() {
        ObjectNode set = Json.object();
        set.putArray("keys")
                .addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", keys.kid())
                .put("n", base64(keys.publicKey().getModulus()))
                .put("e", base64(keys.publicKey().getPublicExponent()));
        return set.toString();
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        byte[] unsigned = new byte[bytes.length - sign];
        System.arraycopy(bytes, sign, unsigned, 0, unsigned.length);
        return Base64.getEncoder().encodeToString(unsigned);
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    URI uri(String path) {
        return URI.create(server.url(path).toString());
    }

    /** Whether what is pushed is answered with 503. */
    void refusePushes(boolean refuse) {
        refusesPushes = refuse;
    }

    /** The texts that were pushed, in the order in which they came. */
    List<String> pushed() {
        return pushed;
    }

    @Override
    public void close() {
        server.close();
    }
}
