package no.altinn.testing.forgery;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.testing.json.Json;

import java.util.ArrayList;
import java.util.List;

/** Headers that ask for more than a plain signature, or are no strict JSON; rightly signed. */
final class HeaderForgeries {
    /** A member, and the rule that makes it one to refuse. */
    private record Member(String name, String value, String source) {}

    private static final List<Member> MEMBERS =
            List.of(
                    new Member("crit", "[\"exp\"]", "RFC 7515 §4.1.11"),
                    new Member("crit", "[\"x-unknown\"]", "RFC 7515 §4.1.11"),
                    new Member("crit", "[\"alg\"]", "RFC 7515 §4.1.11"),
                    new Member("crit", "[\"b64\"]", "RFC 7797 §6"),
                    new Member("crit", "[]", "RFC 7515 §4.1.11"),
                    new Member("crit", "\"exp\"", "RFC 7515 §4.1.11"),
                    new Member("crit", "null", "RFC 7515 §4.1.11"),
                    new Member("b64", "false", "RFC 7797 §3"),
                    new Member("b64", "true", "RFC 7797 §3"),
                    new Member("b64", "\"false\"", "RFC 7797 §3"),
                    new Member("zip", "\"DEF\"", "RFC 8725 §3.6, tokens §1"),
                    new Member("zip", "\"GZIP\"", "RFC 8725 §3.6, tokens §1"),
                    new Member("zip", "null", "tokens §1"),
                    new Member("enc", "\"A256GCM\"", "RFC 7516 §4.1.2, tokens §1"),
                    new Member("cty", "\"JWT\"", "RFC 7519 §5.2, tokens §1"),
                    new Member("cty", "\"jwt\"", "RFC 7519 §5.2, tokens §1"),
                    new Member("cty", "\"JWT \"", "RFC 7519 §5.2, tokens §1"),
                    new Member("cty", "\"application/jwt\"", "RFC 7519 §5.2, tokens §1"),
                    new Member("cty", "\"application/JWT; x=y\"", "RFC 7519 §5.2, tokens §1"),
                    new Member("cty", "[\"JWT\"]", "RFC 7519 §5.2, tokens §1"),
                    new Member("kid", "7", "RFC 7515 §4.1.4"),
                    new Member("kid", "null", "RFC 7515 §4.1.4"),
                    new Member("kid", "true", "RFC 7515 §4.1.4"),
                    new Member("kid", "\"\"", "RFC 7515 §4.1.4"),
                    new Member("kid", "{}", "RFC 7515 §4.1.4"),
                    new Member("kid", "[\"K\"]", "RFC 7515 §4.1.4"),
                    new Member("kid", Json.string("K".repeat(10_000)), "RFC 8725 §3.10"));

    private HeaderForgeries() {}

    static List<Forgery> of(Genuine genuine) {
        List<Forgery> forgeries = new ArrayList<>();
        for (Member member : MEMBERS) {
            JsonNode value = Json.parse(member.value());
            forgeries.add(
                    new Forgery(
                            "header: " + member.name() + " " + brief(member.value()),
                            member.source(),
                            genuine.header(header -> header.set(member.name(), value))));
        }
        forgeries.addAll(texts(genuine));
        forgeries.addAll(encrypted(genuine));
        return forgeries;
    }

    private static List<Forgery> texts(Genuine genuine) {
        String good = genuine.header().toString();
        String members = good.substring(1, good.length() - 1);
        return List.of(
                text(genuine, "alg twice, none first", "{\"alg\":\"none\"," + members + "}"),
                text(genuine, "alg twice, none last", "{" + members + ",\"alg\":\"none\"}"),
                text(genuine, "alg twice, the same", "{" + members + ",\"alg\":\"RS256\"}"),
                text(genuine, "alg twice, escaped", "{" + members + ",\"\\u0061lg\":\"none\"}"),
                text(genuine, "kid twice", "{" + members + ",\"kid\":\"other\"}"),
                text(
                        genuine,
                        "a member of a member twice",
                        "{" + members + ",\"x\":{\"y\":1,\"y\":2}}"),
                text(genuine, "ALG", good.replace("\"alg\"", "\"ALG\"")),
                text(genuine, "a list", "[" + good + "]"),
                text(genuine, "a text", "\"RS256\""),
                text(genuine, "null", "null"),
                text(genuine, "a number", "256"),
                text(genuine, "an empty object", "{}"),
                text(genuine, "white space", " "),
                text(genuine, "cut short", good.substring(0, good.length() - 1)),
                text(genuine, "text behind it", good + "{}"),
                text(genuine, "a byte order mark", "\uFEFF" + good),
                text(genuine, "a lone surrogate", "{" + members + ",\"x\":\"\\udc00\"}"));
    }

    /** Five parts (RFC 7516 §7.1): readers that look at fewer see a token that none has signed. */
    private static List<Forgery> encrypted(Genuine genuine) {
        String direct = Genuine.part("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}");
        String claims = Genuine.part(genuine.claims().toString());
        String token = genuine.token();
        String third = token.substring(token.lastIndexOf('.') + 1);
        String header = token.substring(0, token.indexOf('.'));
        return List.of(
                jwe("a direct key", direct + ".." + Genuine.part("iv") + "." + claims + ".dGFn"),
                jwe("a signed token in it", direct + ".." + part(token) + ".dGFn.dGFn"),
                jwe("two parts more", token + ".e30.e30"),
                jwe("two empty parts more", token + ".."),
                jwe(
                        "five parts with our header",
                        header + "." + claims + "." + third + ".e30.e30"));
    }

    private static String part(String token) {
        return Genuine.part(token);
    }

    private static Forgery text(Genuine genuine, String name, String header) {
        return new Forgery(
                "header: " + name,
                "RFC 7515 §4, RFC 8259, tokens §1",
                genuine.sign(header, genuine.claims().toString()));
    }

    private static Forgery jwe(String name, String token) {
        return new Forgery("encrypted: " + name, "RFC 7516 §7.1, tokens §1", token);
    }

    private static String brief(String value) {
        return value.length() < 40 ? value : "of " + value.length() + " characters";
    }
}
