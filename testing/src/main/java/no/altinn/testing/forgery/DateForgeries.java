package no.altinn.testing.forgery;

import java.util.ArrayList;
import java.util.List;

/** Tokens that are over, not good yet, or whose dates are none; rightly signed. */
final class DateForgeries {
    private static final List<String> NO_DATES =
            List.of(
                    "null",
                    "true",
                    "\"\"",
                    "\"0\"",
                    "\"4102444800\"",
                    "\"2100-01-01T00:00:00Z\"",
                    "[4102444800]",
                    "[]",
                    "{}",
                    "-1",
                    "-0.5",
                    "-9223372036854775808",
                    "9223372036854775807",
                    "9223372036854775808",
                    "18446744073709551616",
                    "1e18",
                    "1e300",
                    "1e400",
                    "-1e400",
                    "253402300800");

    private DateForgeries() {}

    static List<Forgery> of(Genuine genuine) {
        long now = genuine.now().getEpochSecond();
        List<Forgery> forgeries = new ArrayList<>();
        forgeries.add(
                new Forgery(
                        "exp missing",
                        "tokens §1 and §2",
                        genuine.claims(claims -> claims.remove("exp"))));
        forgeries.add(expired(genuine, "just now", "" + (now - 10)));
        forgeries.add(expired(genuine, "a second ago", "" + (now - 11)));
        forgeries.add(expired(genuine, "half a second ago", (now - 11) + ".5"));
        forgeries.add(expired(genuine, "with an exponent", (now - 10) + "0e-1"));
        forgeries.add(expired(genuine, "an hour ago", "" + (now - 3600)));
        forgeries.add(expired(genuine, "at the epoch", "0"));
        forgeries.add(expired(genuine, "just before the epoch", "-0.0"));
        forgeries.add(early(genuine, "in a second", "" + (now + 11)));
        forgeries.add(early(genuine, "in half a second", (now + 10) + ".5"));
        forgeries.add(early(genuine, "in an hour", "" + (now + 3600)));
        forgeries.add(early(genuine, "in milliseconds", now + "000"));
        for (String date : NO_DATES) {
            forgeries.add(noDate(genuine, "exp", date));
            forgeries.add(noDate(genuine, "nbf", date));
            forgeries.add(noDate(genuine, "iat", date));
        }
        return forgeries;
    }

    private static Forgery expired(Genuine genuine, String name, String exp) {
        return new Forgery(
                "expired " + name, "RFC 7519 §4.1.4, tokens §1", with(genuine, "exp", exp));
    }

    private static Forgery early(Genuine genuine, String name, String nbf) {
        return new Forgery(
                "good only " + name, "RFC 7519 §4.1.5, tokens §1", with(genuine, "nbf", nbf));
    }

    private static Forgery noDate(Genuine genuine, String claim, String date) {
        return new Forgery(
                claim + " " + date, "RFC 7519 §2 NumericDate", with(genuine, claim, date));
    }

    /** As a text: a parser would round what is to be tried. */
    private static String with(Genuine genuine, String claim, String value) {
        var others = genuine.claims().deepCopy();
        others.remove(claim);
        String text = others.toString();
        return genuine.payload(
                text.substring(0, text.length() - 1) + ",\"" + claim + "\":" + value + "}");
    }
}
