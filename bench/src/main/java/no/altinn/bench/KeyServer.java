package no.altinn.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import no.altinn.platform.json.Json;
import no.altinn.testing.jose.TestKeys;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Publishes a key as an issuer of tokens does, on a free port of this machine. */
final class KeyServer implements AutoCloseable {
    private final HttpServer server;

    KeyServer(TestKeys keys) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String discovery =
                Json.object().put("jwks_uri", openIdBase().resolve("jwks").toString()).toString();
        ObjectNode set = Json.object();
        set.putArray("keys").add(jwk(keys));
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, discovery));
        server.createContext("/jwks", exchange -> answer(exchange, set.toString()));
        server.start();
    }

    URI openIdBase() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }

    private static ObjectNode jwk(TestKeys keys) {
        return Json.object()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", keys.kid())
                .put("n", base64(keys.publicKey().getModulus()))
                .put("e", base64(keys.publicKey().getPublicExponent()));
    }

    /** With a sign byte in front, which readers leave out. */
    private static String base64(BigInteger number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
