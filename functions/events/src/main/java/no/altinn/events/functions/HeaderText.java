package no.altinn.events.functions;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Texts of events in header values, where only printable ASCII may stand. */
final class HeaderText {
    private HeaderText() {}

    /** The text with everything else percent-encoded. */
    static String of(String text) {
        return text.codePoints()
                .mapToObj(
                        c ->
                                c > 0x20 && c < 0x7F
                                        ? Character.toString(c)
                                        : URLEncoder.encode(
                                                        Character.toString(c),
                                                        StandardCharsets.UTF_8)
                                                .replace("+", "%20"))
                .collect(Collectors.joining());
    }
}
