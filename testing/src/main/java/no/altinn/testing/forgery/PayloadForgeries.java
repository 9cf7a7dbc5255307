package no.altinn.testing.forgery;

import java.util.List;

/** Claims that are no strict JSON object, rightly signed: readers would not agree on them. */
final class PayloadForgeries {
    private PayloadForgeries() {}

    static List<Forgery> of(Genuine genuine) {
        String good = genuine.claims().toString();
        String members = good.substring(1, good.length() - 1);
        String exp = "\"exp\":" + genuine.claims().get("exp");
        return List.of(
                twice(genuine, "exp", "{" + members + "," + exp + "}"),
                twice(genuine, "exp, the first later", "{\"exp\":9999999999," + members + "}"),
                twice(genuine, "exp, escaped", "{" + members + ",\"\\u0065xp\":9999999999}"),
                twice(genuine, "iss", "{" + members + ",\"iss\":\"x\"}"),
                twice(genuine, "iss, the first", "{\"iss\":\"x\"," + members + "}"),
                twice(genuine, "scope", "{" + members + ",\"scope\":\"a\",\"scope\":\"b\"}"),
                twice(
                        genuine,
                        "a member of a claim",
                        "{" + members + ",\"consumer\":{\"ID\":\"1\",\"ID\":\"2\"}}"),
                twice(
                        genuine,
                        "a member of a list's element",
                        "{" + members + ",\"x\":[{\"y\":[{\"z\":1,\"z\":1}]}]}"),
                json(genuine, "a list", "[" + good + "]"),
                json(genuine, "a text", "\"claims\""),
                json(genuine, "a number", "1"),
                json(genuine, "true", "true"),
                json(genuine, "null", "null"),
                json(genuine, "white space", " \n"),
                json(genuine, "two objects", good + good),
                json(genuine, "text behind", good + "x"),
                json(genuine, "a zero character behind", good + "\u0000"),
                json(genuine, "a comment", good + "// comment"),
                json(genuine, "a comment inside", "{/**/" + members + "}"),
                json(genuine, "a comma behind the last", "{" + members + ",}"),
                json(genuine, "single quotes", "{" + members + ",'x':1}"),
                json(genuine, "a name without quotes", "{" + members + ",x:1}"),
                json(genuine, "NaN", "{" + members + ",\"x\":NaN}"),
                json(genuine, "Infinity", "{" + members + ",\"x\":Infinity}"),
                json(genuine, "a leading zero", "{" + members + ",\"x\":01}"),
                json(genuine, "a plus sign", "{" + members + ",\"x\":+1}"),
                json(genuine, "hexadecimal", "{" + members + ",\"x\":0x1}"),
                json(genuine, "a line break in a text", "{" + members + ",\"x\":\"\n\"}"),
                json(genuine, "an unknown escape", "{" + members + ",\"x\":\"\\x41\"}"),
                json(genuine, "cut short", good.substring(0, good.length() - 1)),
                json(genuine, "an escaped token", genuine.token()),
                deep(genuine, "501 lists", lists(members, 500)),
                deep(genuine, "4 000 lists", lists(members, 4000)),
                deep(genuine, "501 objects", objects(members, 500)),
                deep(genuine, "lists that never end", "{" + members + ",\"x\":" + "[".repeat(9000)),
                deep(genuine, "a number of 5 000 digits", number(members)));
    }

    private static String lists(String members, int depth) {
        return "{" + members + ",\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    }

    private static String objects(String members, int depth) {
        return "{" + members + ",\"x\":" + "{\"x\":".repeat(depth) + "1" + "}".repeat(depth + 1);
    }

    private static String number(String members) {
        return "{" + members + ",\"x\":" + "9".repeat(5000) + "}";
    }

    private static Forgery twice(Genuine genuine, String name, String payload) {
        return new Forgery("twice: " + name, "RFC 7519 §4, tokens §1", genuine.payload(payload));
    }

    private static Forgery json(Genuine genuine, String name, String payload) {
        return new Forgery("claims: " + name, "RFC 8259, RFC 7519 §7.2", genuine.payload(payload));
    }

    private static Forgery deep(Genuine genuine, String name, String payload) {
        return new Forgery("claims: " + name, "RFC 8259 §9", genuine.payload(payload));
    }
}
