package no.altinn.acceptance.gateway;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Ways to write a path that a server may take for the path itself. */
final class Spellings {
    private Spellings() {}

    /** The spellings that the apps answer as the path itself. */
    static List<String> same(String path) {
        int last = path.lastIndexOf('/');
        String head = path.substring(0, last);
        String tail = path.substring(last + 1);
        return List.of(
                path,
                path + "/",
                path.toUpperCase(Locale.ROOT),
                head + "//" + tail,
                head + "////" + tail,
                path + "//",
                head + "/" + escaped(tail.substring(0, 1)) + tail.substring(1));
    }

    /** The same, and the spellings that a careless server would answer so. */
    static Stream<String> all(String path) {
        int last = path.lastIndexOf('/');
        String head = path.substring(0, last);
        String tail = path.substring(last + 1);
        return Stream.concat(
                same(path).stream(),
                Stream.of(
                        head + "/" + twice(tail.substring(0, 1)) + tail.substring(1),
                        head + "/./" + tail,
                        head + "/x/../" + tail,
                        head + "/x/%2e%2e/" + tail,
                        head + "/x/.%2E/" + tail,
                        head + "/app/../" + tail,
                        head + "%2F" + tail,
                        head + "%2f%2f" + tail,
                        head + "\\" + tail,
                        head + "%5C" + tail,
                        path + ";a=b",
                        head + ";a/" + tail,
                        path + "%20",
                        path + "%00",
                        path + ".",
                        path + "?x=/health",
                        head.replaceFirst("/api/", "/api/../api/") + "/" + tail,
                        "/" + head + "/" + tail));
    }

    private static String escaped(String text) {
        return "%%%02X".formatted((int) text.charAt(0));
    }

    private static String twice(String text) {
        return "%%25%02X".formatted((int) text.charAt(0));
    }
}
