package no.altinn.local.host.route;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-decoding as the host does it: a percent sign that begins no escape stands for itself. */
public final class PercentDecoding {
    private PercentDecoding() {}

    /** A path's text; an encoded slash stays encoded, or it would become a separator. */
    public static String path(String raw) {
        return raw.indexOf('%') < 0 ? raw : decode(raw, true);
    }

    /** The text of a query's name or value, where a plus sign stands for a space. */
    public static String query(String raw) {
        String spaced = raw.replace('+', ' ');
        return spaced.indexOf('%') < 0 ? spaced : decode(spaced, false);
    }

    private static String decode(String raw, boolean keepSlash) {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int escaped = bytes[i] == '%' ? escapeAt(bytes, i) : -1;
            if (escaped < 0 || (keepSlash && escaped == '/')) {
                decoded.write(bytes[i]);
            } else {
                decoded.write(escaped);
                i += 2;
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static int escapeAt(byte[] bytes, int percent) {
        if (percent + 2 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[percent + 1], 16);
        int low = Character.digit(bytes[percent + 2], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
