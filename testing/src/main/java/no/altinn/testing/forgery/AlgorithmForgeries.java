package no.altinn.testing.forgery;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.testing.json.Json;

import java.util.List;
import java.util.stream.Stream;

/** Headers that name another algorithm than RS256, or none, over a signature with RS256. */
final class AlgorithmForgeries {
    private static final List<String> NONE =
            List.of("none", "None", "NONE", "nOnE", "none ", " none", "none\u0000", "n\u00f6ne");

    private static final List<String> OTHERS =
            List.of(
                    "",
                    " ",
                    "rs256",
                    "Rs256",
                    "RS256 ",
                    " RS256",
                    "RS256\u0000",
                    "RS-256",
                    "RS256,none",
                    "SHA256withRSA",
                    "RSA",
                    "RS1",
                    "RS384",
                    "RS512",
                    "PS256",
                    "PS384",
                    "PS512",
                    "ES256",
                    "ES256K",
                    "ES384",
                    "ES512",
                    "EdDSA",
                    "HS256",
                    "HS384",
                    "HS512",
                    "dir",
                    "RSA-OAEP",
                    "ＲＳ256",
                    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");

    private static final List<String> NO_TEXTS =
            List.of("null", "0", "256", "true", "[]", "[\"RS256\"]", "{}", "{\"RS256\":1}");

    private AlgorithmForgeries() {}

    static List<Forgery> of(Genuine genuine) {
        return Stream.of(
                        NONE.stream().flatMap(alg -> none(genuine, alg)),
                        OTHERS.stream().map(alg -> named(genuine, alg)),
                        NO_TEXTS.stream().map(alg -> noText(genuine, alg)),
                        Stream.of(missing(genuine)))
                .flatMap(forgeries -> forgeries)
                .toList();
    }

    private static Stream<Forgery> none(Genuine genuine, String alg) {
        String signed = genuine.header(header -> header.put("alg", alg));
        String unsigned = signed.substring(0, signed.lastIndexOf('.') + 1);
        return Stream.of(
                forgery("alg " + Json.string(alg) + ", signed all the same", signed),
                forgery("alg " + Json.string(alg) + ", empty signature", unsigned),
                forgery("alg " + Json.string(alg) + ", another signature", unsigned + "AA"));
    }

    private static Forgery named(Genuine genuine, String alg) {
        return forgery("alg " + Json.string(alg), genuine.header(header -> header.put("alg", alg)));
    }

    private static Forgery noText(Genuine genuine, String alg) {
        JsonNode value = Json.parse(alg);
        return forgery("alg " + alg, genuine.header(header -> header.set("alg", value)));
    }

    private static Forgery missing(Genuine genuine) {
        return new Forgery(
                "alg missing", "RFC 7515 §4.1.1", genuine.header(header -> header.remove("alg")));
    }

    private static Forgery forgery(String name, String token) {
        return new Forgery(name, "RFC 8725 §3.1", token);
    }
}
