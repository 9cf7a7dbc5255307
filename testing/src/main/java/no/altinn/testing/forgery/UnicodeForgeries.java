package no.altinn.testing.forgery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Claims that are not in UTF-8, or hold what is no character; rightly signed. */
final class UnicodeForgeries {
    private UnicodeForgeries() {}

    static List<Forgery> of(Genuine genuine) {
        return List.of(
                text(genuine, "a byte order mark", "\uFEFF" + genuine.claims()),
                escape(genuine, "a lone high surrogate", "\\ud800"),
                escape(genuine, "a lone low surrogate", "\\udc00"),
                escape(genuine, "a high surrogate with a letter", "\\ud83dx"),
                escape(genuine, "surrogates in the wrong order", "\\ude00\\ud83d"),
                name(genuine, "a lone surrogate in a name", "\\ud800"),
                encoded(genuine, "UTF-16", StandardCharsets.UTF_16BE),
                encoded(genuine, "UTF-16 with a mark", StandardCharsets.UTF_16),
                encoded(genuine, "UTF-16, little end first", StandardCharsets.UTF_16LE),
                encoded(genuine, "Latin-1", StandardCharsets.ISO_8859_1),
                bytes(genuine, "a byte that is never one", 0xFF),
                bytes(genuine, "a byte without its first", 0x80),
                bytes(genuine, "a byte without its second", 0xC3),
                bytes(genuine, "a quote of two bytes", 0xC0, 0xA2),
                bytes(genuine, "a slash of three bytes", 0xE0, 0x80, 0xAF),
                bytes(genuine, "a surrogate's bytes", 0xED, 0xA0, 0x80),
                bytes(genuine, "beyond the last character", 0xF4, 0x90, 0x80, 0x80));
    }

    private static Forgery escape(Genuine genuine, String name, String escape) {
        String good = genuine.claims().toString();
        String payload = good.substring(0, good.length() - 1) + ",\"x\":\"" + escape + "\"}";
        return text(genuine, name, payload);
    }

    private static Forgery name(Genuine genuine, String name, String escape) {
        String good = genuine.claims().toString();
        String payload = good.substring(0, good.length() - 1) + ",\"x" + escape + "\":1}";
        return text(genuine, name, payload);
    }

    private static Forgery text(Genuine genuine, String name, String payload) {
        return new Forgery("Unicode: " + name, "RFC 8259 §8", genuine.payload(payload));
    }

    private static Forgery encoded(Genuine genuine, String name, Charset charset) {
        String claims = genuine.claims().deepCopy().put("x", "æøå").toString();
        return forgery(genuine, name, claims.getBytes(charset));
    }

    private static Forgery bytes(Genuine genuine, String name, int... values) {
        String good = genuine.claims().toString();
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        String before = good.substring(0, good.length() - 1) + ",\"x\":\"";
        payload.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        for (int value : values) {
            payload.write(value);
        }
        payload.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
        return forgery(genuine, name, payload.toByteArray());
    }

    private static Forgery forgery(Genuine genuine, String name, byte[] payload) {
        String signed = Genuine.part(genuine.header().toString()) + "." + Genuine.part(payload);
        return new Forgery(
                "Unicode: " + name, "RFC 8725 §3.7", Genuine.sign(genuine.keys(), signed));
    }
}
