package no.altinn.testing.forgery;

import no.altinn.testing.json.Json;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The good token written in another way. Each means the same to a lenient reader, which makes two
 * texts of one token: a receiver that keeps tokens by text would take the second for a new one.
 */
final class EncodingForgeries {
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final Genuine genuine;
    private final String token;
    private final String header;
    private final String payload;
    private final String signature;

    private EncodingForgeries(Genuine genuine) {
        this.genuine = genuine;
        this.token = genuine.token();
        String[] parts = token.split("\\.", -1);
        this.header = parts[0];
        this.payload = parts[1];
        this.signature = parts[2];
    }

    static List<Forgery> of(Genuine genuine) {
        return new EncodingForgeries(genuine).all();
    }

    private List<Forgery> all() {
        return List.of(
                base64("padding behind the signature", token + "=="),
                base64("one sign of padding", token + "="),
                base64("padding behind the header", signed(header + "=", payload)),
                base64("padding behind the claims", signed(header, payload + "=")),
                base64("a line break in the signature", broken("\n")),
                base64("a MIME line break in the signature", broken("\r\n")),
                base64("a space in the signature", broken(" ")),
                base64("a tab in the signature", broken("\t")),
                base64("an asterisk in the signature", broken("*")),
                base64("a fullwidth letter behind", token + "Ａ"),
                base64("a letter that is good when cut to eight bits", cut()),
                base64("one character more", token + "A"),
                base64("four characters more", token + "AAAA"),
                base64("loose bits behind the signature", loose(token)),
                base64("loose bits behind the claims", signed(header, loosePart(" "))),
                base64("loose bits behind the claims, one byte on", signed(header, loosePart(""))),
                base64("the standard alphabet", standardAlphabet()),
                form("a line break behind", token + "\n"),
                form("a space behind", token + " "),
                form("a space before", " " + token),
                form("a zero character behind", token + "\u0000"),
                form("a byte order mark before", "\uFEFF" + token),
                form("the scheme before", "Bearer " + token),
                form("quotes around", Json.string(token)),
                form("twice with a comma", token + "," + token),
                form("twice with a space", token + " " + token),
                form("a percent-encoded dot", token.replaceFirst("\\.", "%2E")),
                form("percent-encoded", URLEncoder.encode(token + "=", StandardCharsets.UTF_8)),
                form("fullwidth dots", token.replace('.', '．')),
                form("flattened JSON", flattened()),
                form("general JSON", general()));
    }

    /** RFC 7515 §7.2.2. */
    private String flattened() {
        return Json.object()
                .put("payload", payload)
                .put("protected", header)
                .put("signature", signature)
                .toString();
    }

    /** RFC 7515 §7.2.1. */
    private String general() {
        var json = Json.object().put("payload", payload);
        json.putArray("signatures")
                .add(Json.object().put("protected", header).put("signature", signature));
        return json.toString();
    }

    private String signed(String header, String payload) {
        return Genuine.sign(genuine.keys(), header + "." + payload);
    }

    private String broken(String by) {
        return header
                + "."
                + payload
                + "."
                + signature.substring(0, 76)
                + by
                + signature.substring(76);
    }

    private String cut() {
        int last = token.length() - 1;
        return token.substring(0, last) + (char) (token.charAt(last) + 0x100);
    }

    /** White space at the claims' end leaves bits of their last character without meaning. */
    private String loosePart(String more) {
        String text = genuine.claims().toString() + more;
        while (text.getBytes(StandardCharsets.UTF_8).length % 3 == 0) {
            text += " ";
        }
        return loose(Genuine.part(text));
    }

    /** The next character of the alphabet differs only in a bit behind the last byte. */
    private static String loose(String part) {
        int last = part.length() - 1;
        return part.substring(0, last) + ALPHABET.charAt(ALPHABET.indexOf(part.charAt(last)) + 1);
    }

    /** Signed over what the standard alphabet makes of claims that need its own two characters. */
    private String standardAlphabet() {
        String claims = genuine.claims().deepCopy().put("x", "??>>~~\u00ff\u00fe??>>").toString();
        String part =
                Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        if (part.indexOf('/') < 0 && part.indexOf('+') < 0) {
            throw new IllegalStateException("These claims need neither + nor /");
        }
        return signed(header, part);
    }

    private static Forgery base64(String name, String token) {
        return new Forgery("encoding: " + name, "RFC 7515 §2, RFC 4648 §3", token);
    }

    private static Forgery form(String name, String token) {
        return new Forgery("form: " + name, "RFC 7515 §7.1, tokens §1", token);
    }
}
