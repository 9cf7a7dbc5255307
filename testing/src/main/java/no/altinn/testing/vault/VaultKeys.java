package no.altinn.testing.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mockwebserver3.MockResponse;

import no.altinn.testing.jose.TestKeys;
import no.altinn.testing.json.Json;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * The RSA keys of a {@link FakeKeyVault}, which wrap and unwrap as Key Vault's do: by version, with
 * RSA-OAEP-256 alone. Thread-safe.
 */
public final class VaultKeys {
    private static final OAEPParameterSpec SHA_256 =
            new OAEPParameterSpec(
                    "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final String vault;
    // By name and version, the oldest version first.
    private final Map<String, Map<String, KeyPair>> keys = new LinkedHashMap<>();
    private final List<String> algorithms = new ArrayList<>();

    VaultKeys(String vault) {
        this.vault = vault;
    }

    /** Makes a version of a key. In every vault of the process that version is the same pair. */
    public synchronized void add(String name, String version) {
        TestKeys pair = TestKeys.of("vault/" + name + "/" + version);
        keys.computeIfAbsent(name, any -> new LinkedHashMap<>())
                .put(version, new KeyPair(pair.publicKey(), pair.privateKey()));
    }

    /** Removes a version of a key. */
    public synchronized void remove(String name, String version) {
        keys.get(name).remove(version);
    }

    /** The algorithms that were asked for, in order. */
    public synchronized List<String> algorithms() {
        return List.copyOf(algorithms);
    }

    /** Any bytes, wrapped. */
    public synchronized byte[] wrapped(String name, String version, byte[] bytes) {
        try {
            return computed(Cipher.ENCRYPT_MODE, keys.get(name).get(version).getPublic(), bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What the vault answers.
     *
     * @param path {@code keys}, a name, and then perhaps a version and an operation
     */
    synchronized MockResponse answer(String method, List<String> path, String body) {
        Map<String, KeyPair> versions = keys.getOrDefault(path.get(1), Map.of());
        String version = path.size() > 2 && !path.get(2).isEmpty() ? path.get(2) : newest(versions);
        KeyPair pair = versions.get(version);
        if (pair == null) {
            return FakeKeyVault.error(404, "KeyNotFound");
        }
        String id = vault + "keys/" + path.get(1) + "/" + version;
        return method.equals("GET")
                ? FakeKeyVault.json(200, bundle(id, (RSAPublicKey) pair.getPublic()))
                : computed(id, path.get(3), pair, Json.parse(body));
    }

    private static String newest(Map<String, KeyPair> versions) {
        return versions.keySet().stream().reduce("", (older, newer) -> newer);
    }

    private static ObjectNode bundle(String id, RSAPublicKey key) {
        ObjectNode bundle = Json.object();
        bundle.putObject("key")
                .put("kid", id)
                .put("kty", "RSA")
                .put("n", text(unsigned(key.getModulus())))
                .put("e", text(unsigned(key.getPublicExponent())))
                .putArray("key_ops")
                .add("wrapKey")
                .add("unwrapKey");
        bundle.putObject("attributes").put("enabled", true).put("created", 0).put("updated", 0);
        return bundle;
    }

    private MockResponse computed(String id, String operation, KeyPair pair, JsonNode body) {
        algorithms.add(body.path("alg").asText());
        boolean isWrap = operation.equals("wrapkey");
        if (!body.path("alg").asText().equals("RSA-OAEP-256")
                || !(isWrap || operation.equals("unwrapkey"))) {
            return FakeKeyVault.error(400, "BadParameter");
        }
        byte[] value = Base64.getUrlDecoder().decode(body.path("value").asText());
        try {
            byte[] result =
                    isWrap
                            ? computed(Cipher.ENCRYPT_MODE, pair.getPublic(), value)
                            : computed(Cipher.DECRYPT_MODE, pair.getPrivate(), value);
            return FakeKeyVault.json(200, Json.object().put("kid", id).put("value", text(result)));
        } catch (GeneralSecurityException e) {
            return FakeKeyVault.error(400, "BadParameter");
        }
    }

    private static byte[] computed(int mode, Key key, byte[] value)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(mode, key, SHA_256);
        return cipher.doFinal(value);
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
