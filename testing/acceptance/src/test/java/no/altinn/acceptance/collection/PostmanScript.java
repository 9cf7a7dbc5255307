package no.altinn.acceptance.collection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bruno's scripts in Postman's words. */
final class PostmanScript {
    /** Bruno's words and Postman's for the same; the first that fits counts. */
    private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();

    static {
        word("String(res.getBody())", "pm.response.text()");
        word("res.getBody()", "pm.response.json()");
        word("res.getStatus()", "pm.response.code");
        word("res.getHeader(", "pm.response.headers.get(");
        word("bru.setVar(", "pm.collectionVariables.set(");
        word("bru.getVar(", "pm.collectionVariables.get(");
        word("bru.getEnvVar(", "pm.environment.get(");
        word("test(\"", "pm.test(\"");
        word("expect(", "pm.expect(");
    }

    private static final Pattern LEFT = Pattern.compile("\\b(bru|res|req)\\.\\w+");

    private PostmanScript() {}

    private static void word(String bruno, String postman) {
        WORDS.put(
                Pattern.compile("(?<![.\\w])" + Pattern.quote(bruno)),
                Matcher.quoteReplacement(postman));
    }

    /**
     * A script for Postman.
     *
     * @throws IllegalArgumentException if it has words of Bruno that Postman has none for here
     */
    static String of(String bruno) {
        String script = bruno;
        for (Map.Entry<Pattern, String> word : WORDS.entrySet()) {
            script = word.getKey().matcher(script).replaceAll(word.getValue());
        }
        Matcher left = LEFT.matcher(script);
        if (left.find()) {
            throw new IllegalArgumentException("No words of Postman for " + left.group());
        }
        return script;
    }
}
