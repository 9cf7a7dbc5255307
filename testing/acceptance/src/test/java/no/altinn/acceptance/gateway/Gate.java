package no.altinn.acceptance.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides whether a path goes to the app, as the policy of the app's API does. */
final class Gate {
    private static final Pattern REPLACED =
            Pattern.compile("Regex[.]Replace\\(.*, \"([^\"]*)\", \"([^\"]*)\"\\)[.]TrimEnd");
    private static final Pattern MATCHED = Pattern.compile("\"\\], \"([^\"]*)\"\\)");
    private static final Pattern ESCAPE = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    private final Pattern slashes;
    private final String slash;
    private final Pattern crooked;
    private final Pattern closed;
    private final Pattern open;

    /** The gate before an API whose policy is that of the functions. */
    Gate(GatewayApi api) {
        Matcher path = REPLACED.matcher(GatewayFiles.variable("all-apis.xml", "path"));
        if (!path.find()) {
            throw new AssertionError("The variable path is made in another way");
        }
        slashes = Pattern.compile(path.group(1));
        slash = path.group(2);
        crooked = patterns("all-apis.xml", "isCrooked", api).get(0);
        List<Pattern> decision = patterns("functions.xml", "isOpen", api);
        closed = decision.get(0);
        open = decision.get(1);
    }

    private static List<Pattern> patterns(String file, String variable, GatewayApi api) {
        List<Pattern> patterns = new ArrayList<>();
        Matcher matcher = MATCHED.matcher(GatewayFiles.variable(file, variable));
        while (matcher.find()) {
            patterns.add(
                    Pattern.compile(
                            // A text of C#, in which a backslash is written twice.
                            matcher.group(1)
                                    .replace("\\\\", "\\")
                                    .replace("BASE_PATH", api.path())
                                    .replace("OPEN_PATHS", api.openPattern())
                                    .replace("CLOSED_PATHS", api.closedPattern())));
        }
        return patterns;
    }

    /** The path that is decided on. */
    String read(String sent) {
        String merged = slashes.matcher(unescaped(sent)).replaceAll(slash);
        return merged.replaceAll("/+$", "");
    }

    private static String unescaped(String path) {
        return ESCAPE.matcher(path)
                .replaceAll(
                        run ->
                                Matcher.quoteReplacement(
                                        URLDecoder.decode(run.group(), StandardCharsets.UTF_8)));
    }

    /** Whether a request with this path reaches the app by it. */
    boolean isOpen(String sent) {
        String path = read(sent);
        return !crooked.matcher(path).find()
                && !closed.matcher(path).find()
                && open.matcher(path).find();
    }

    /** Whether the path is one of the platform's own. */
    boolean isClosed(String path) {
        return closed.matcher(path).find();
    }
}
