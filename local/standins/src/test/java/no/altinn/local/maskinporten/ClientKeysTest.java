package no.altinn.local.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import no.altinn.platform.json.Json;
import no.altinn.testing.jose.TestKeys;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

class ClientKeysTest {
    @TempDir Path folder;
    private RunningMaskinporten maskinporten;
    private String client;

    @BeforeEach
    void start() {
        maskinporten = RunningMaskinporten.start(folder);
        client = maskinporten.register(RunningMaskinporten.registration("a"));
    }

    @AfterEach
    void stop() {
        maskinporten.close();
    }

    private HttpResponse<String> send(JsonNode set) {
        return maskinporten.post("clients/" + client + "/jwks", set.toString());
    }

    private void assertRefused(JsonNode set, String reason) {
        HttpResponse<String> answer = send(set);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.parse(answer.body()).at("/errors/RequestBody/0").asText()).contains(reason);
    }

    private static ObjectNode set() {
        return RunningMaskinporten.keySet(RunningMaskinporten.KEY);
    }

    /** A set of one key with a member changed. */
    private static ObjectNode setWith(String member, JsonNode value) {
        ObjectNode set = set();
        ((ObjectNode) set.at("/keys/0")).set(member, value);
        return set;
    }

    private static String base64Url(BigInteger number) {
        return TestGrant.base64Url(number.toByteArray());
    }

    @Test
    void whatWasRegisteredIsAnswered() {
        ObjectNode set = set();
        ((ObjectNode) set.at("/keys/0")).put("alg", "RS256").put("other", 1);
        HttpResponse<String> answer = send(set);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Json.parse(answer.body())).isEqualTo(set());
        assertThat(maskinporten.get("clients/" + client + "/jwks").body()).isEqualTo(answer.body());
    }

    @Test
    void aNewClientHasNoKeys() {
        assertThat(maskinporten.get("clients/" + client + "/jwks").body())
                .isEqualTo("{\"keys\":[]}");
    }

    @Test
    void newKeysTakeThePlaceOfTheOld() {
        TestKeys other = TestKeys.of("other");
        send(set());
        maskinporten.clock().advance(Duration.ofMinutes(1));
        send(RunningMaskinporten.keySet(other));

        assertThat(maskinporten.token(maskinporten.grant(client, "a").sign()).body())
                .contains("MP-124");
        assertThat(
                        maskinporten
                                .token(
                                        new TestGrant(
                                                        other,
                                                        client,
                                                        "a",
                                                        maskinporten.clock().instant())
                                                .sign())
                                .statusCode())
                .isEqualTo(200);
        assertThat(maskinporten.get("clients/" + client).body())
                .contains("\"created\":\"2026-11-22T10:00:00Z\"")
                .contains("\"last_updated\":\"2026-11-22T10:01:00Z\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kty | \"EC\" | 'kty'",
                "kty | [\"RSA\"] | 'kty'",
                "kid | null | 'kid'",
                "kid | \"\" | 'kid'",
                "kid | \" \" | 'kid'",
                "kid | 7 | 'kid'",
                "kid | \"å\" | printable characters of ASCII",
                "kid | \"a\\u0000\" | printable characters of ASCII",
                "use | \"enc\" | 'use' of a key must be sig, or be left out",
                "use | null | 'use'",
                "alg | \"RS1\" | 'alg' of a key must be RS256 or RS384 or RS512",
                "alg | \"PS256\" | 'alg'",
                "n | null | 'n'",
                "n | \"\" | 'n'",
                "n | \"§\" | 'n' of a key must be Base64url",
                "n | 7 | 'n'",
                "e | \"AQ\" | 'e'",
                "e | \"\" | 'e'",
                "e | \"Ag\" | 'e'",
                "e | \"AQAAAAE\" | 'e'",
            })
    void whatIsWrongWithAKeyIsTold(String member, String value, String reason) {
        assertRefused(setWith(member, Json.parse(value)), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
    void aPrivateKeyIsRefusedWhateverItIs(String member) {
        assertRefused(setWith(member, Json.parse("\"AQAB\"")), "private members");
    }

    @Test
    void aKeyOfTooFewBitsIsRefused() {
        assertRefused(
                RunningMaskinporten.keySet(TestKeys.generate("weak", 1024)), "2048 to 8192 bits");
    }

    @Test
    void aModulusThatCanBeNoneIsRefused() {
        BigInteger modulus = RunningMaskinporten.KEY.publicKey().getModulus();

        assertRefused(
                setWith("n", Json.parse("\"" + base64Url(modulus.clearBit(0)) + "\"")), "odd");
        assertRefused(
                setWith("n", Json.parse("\"" + base64Url(BigInteger.ONE.setBit(8192)) + "\"")),
                "8192 bits");
    }

    @Test
    void aKeysNameHas256CharactersAtMost() {
        assertThat(send(setWith("kid", TextNode.valueOf("k".repeat(256)))).statusCode())
                .isEqualTo(201);
        assertRefused(setWith("kid", TextNode.valueOf("k".repeat(257))), "1 to 256");
    }

    @Test
    void allFaultsOfAllKeysAreToldTogether() {
        ObjectNode set =
                RunningMaskinporten.keySet(RunningMaskinporten.KEY, RunningMaskinporten.KEY);
        ((ObjectNode) set.at("/keys/0")).put("use", "enc").put("e", "Ag");
        ((ObjectNode) set.at("/keys/1")).put("kid", "").put("n", "§");

        assertThat(
                        Json.parse(send(set).body())
                                .at("/errors/RequestBody")
                                .valueStream()
                                .map(JsonNode::asText))
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("Key [0]: 'use'"),
                        fault -> assertThat(fault).startsWith("Key [0]: 'e'"),
                        fault -> assertThat(fault).startsWith("Key [1]: 'kid'"),
                        fault -> assertThat(fault).startsWith("Key [1]: 'n'"));
    }

    @Test
    void everyKeyHasANameOfItsOwn() {
        assertRefused(
                RunningMaskinporten.keySet(RunningMaskinporten.KEY, RunningMaskinporten.KEY),
                "Each 'kid' must be used once");
    }

    @Test
    void fiveKeysAreTheMost() {
        ObjectNode set = set();
        ArrayNode keys = (ArrayNode) set.path("keys");
        for (int i = 2; i <= 5; i++) {
            keys.add(((ObjectNode) keys.get(0).deepCopy()).put("kid", "key-" + i));
        }
        assertThat(send(set).statusCode()).isEqualTo(201);

        keys.add(((ObjectNode) keys.get(0).deepCopy()).put("kid", "key-6"));
        assertRefused(set, "1 to 5 keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "7", "null", "{\"keys\":[]}", "{\"keys\":{}}"})
    void whatIsNoSetIsRefused(String set) {
        assertRefused(Json.parse(set), "'keys'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[7]", "[null]", "[[]]", "[{}]"})
    void whatIsNoKeyIsRefused(String keys) {
        assertRefused(Json.parse("{\"keys\":" + keys + "}"), "'kty'");
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThat(maskinporten.post("clients/" + client + "/jwks", "{").statusCode())
                .isEqualTo(400);
    }

    @Test
    void namesThatBecomeTheSameWhenTheyAreStoredDoNotPreventTheNextStart() {
        ArrayNode keys = (ArrayNode) set().path("keys");
        keys.add(keys.get(0).deepCopy());
        ((ObjectNode) keys.get(0)).put("kid", "KID-1");
        ((ObjectNode) keys.get(1)).put("kid", "KID-2");
        String set = Json.object().<ObjectNode>set("keys", keys).toString();

        assertThat(
                        maskinporten
                                .post(
                                        "clients/" + client + "/jwks",
                                        set.replace("KID-1", "\\ud800").replace("KID-2", "\\ud801"))
                                .statusCode())
                .isEqualTo(400);

        maskinporten.close();
        maskinporten = RunningMaskinporten.start(folder);
        assertThat(maskinporten.get("clients/" + client).statusCode()).isEqualTo(200);
    }

    @Test
    void refusedKeysChangeNothing() {
        send(set());
        assertRefused(Json.parse("{}"), "'keys'");

        assertThat(maskinporten.token(maskinporten.grant(client, "a").sign()).statusCode())
                .isEqualTo(200);
    }
}
