package no.altinn.testing.forgery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

import no.altinn.testing.json.Json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Issuers that look like the right one, rightly signed (RFC 8725 §3.8: compared exactly). */
final class IssuerForgeries {
    private IssuerForgeries() {}

    static List<Forgery> of(Genuine genuine) {
        String issuer = genuine.claims().path("iss").textValue();
        Map<String, JsonNode> values = new LinkedHashMap<>();
        texts(issuer).forEach((name, text) -> values.put(name, TextNode.valueOf(text)));
        if (issuer.startsWith("https://")) {
            addresses(issuer).forEach((name, text) -> values.put(name, TextNode.valueOf(text)));
        }
        values.put("null", NullNode.getInstance());
        values.put("a number", Json.parse("1"));
        values.put("true", Json.parse("true"));
        values.put("a list of it", Json.parse("[" + Json.string(issuer) + "]"));
        values.put("a list of it and another", Json.parse("[" + Json.string(issuer) + ",\"x\"]"));
        values.put("an object of it", Json.parse("{" + Json.string(issuer) + ":1}"));
        return values.entrySet().stream()
                .map(value -> forgery(genuine, value.getKey(), value.getValue()))
                .toList();
    }

    private static Map<String, String> texts(String issuer) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("empty", "");
        texts.put("a space", " ");
        texts.put("a space behind", issuer + " ");
        texts.put("a space before", " " + issuer);
        texts.put("a line break behind", issuer + "\n");
        texts.put("a tab before", "\t" + issuer);
        texts.put("a zero character behind", issuer + "\u0000");
        texts.put("a zero-width space behind", issuer + "\u200B");
        texts.put("a slash more", issuer + "/");
        texts.put("its end gone", issuer.substring(0, issuer.length() - 1));
        texts.put("its beginning gone", issuer.substring(1));
        texts.put("upper case", issuer.toUpperCase(Locale.ROOT));
        texts.put("a Cyrillic letter", issuer.replaceFirst("a", "а"));
        texts.put("a fullwidth letter", issuer.replaceFirst("t", "ｔ"));
        texts.put("percent-encoded", issuer.replaceFirst("t", "%74"));
        texts.put("twice", issuer + " " + issuer);
        texts.put("with another before", "x," + issuer);
        texts.put("in quotes", Json.string(issuer));
        return texts;
    }

    private static Map<String, String> addresses(String issuer) {
        String rest = issuer.substring("https://".length());
        int slash = rest.indexOf('/');
        String host = rest.substring(0, slash);
        String path = rest.substring(slash);
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("unencrypted", "http://" + rest);
        addresses.put("no scheme", "//" + rest);
        addresses.put("another scheme's case", "HTTPS://" + rest);
        addresses.put("another host's case", "https://" + host.toUpperCase(Locale.ROOT) + path);
        addresses.put("a port", "https://" + host + ":443" + path);
        addresses.put("another port", "https://" + host + ":8443" + path);
        addresses.put("user info", "https://" + host + "@evil.example" + path);
        addresses.put("empty user info", "https://@" + rest);
        addresses.put("a dot behind the host", "https://" + host + "." + path);
        addresses.put("another domain behind", "https://" + host + ".evil.example" + path);
        addresses.put("another domain before", "https://evil.example/" + rest);
        addresses.put("a prefix of the host", "https://evil-" + rest);
        addresses.put("Punycode", "https://xn--pltform-8fg.example" + path);
        addresses.put("a dot in the path", "https://" + host + "/." + path);
        addresses.put("up and down the path", "https://" + host + "/x/.." + path);
        addresses.put("a double slash", "https://" + host + "/" + path);
        addresses.put("a backslash", issuer.replace("https://", "https:\\\\"));
        addresses.put("an encoded slash", "https://" + host + path.replace("/", "%2F"));
        addresses.put("without its last slash", issuer.replaceFirst("/$", ""));
        addresses.put("a path below", issuer + "x");
        addresses.put("a query", issuer + "?x");
        addresses.put("an empty query", issuer + "?");
        addresses.put("a fragment", issuer + "#");
        addresses.put("in another's query", "https://evil.example/?" + issuer);
        addresses.put("in another's fragment", "https://evil.example/#" + issuer);
        return addresses;
    }

    private static Forgery forgery(Genuine genuine, String name, JsonNode issuer) {
        if (issuer.equals(genuine.claims().get("iss"))) {
            throw new IllegalArgumentException("This issuer cannot be changed so: " + name);
        }
        return new Forgery(
                "iss: " + name,
                "RFC 8725 §3.8, tokens §1 and §2",
                genuine.claims(claims -> claims.set("iss", issuer)));
    }
}
