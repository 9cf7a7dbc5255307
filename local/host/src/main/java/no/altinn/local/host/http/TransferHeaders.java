package no.altinn.local.host.http;

import org.eclipse.jetty.http.HttpFields;

import java.util.List;
import java.util.Locale;

/** The headers that a front and its app speak of files by, and that no client ever sees. */
final class TransferHeaders {
    /** What a front asks: {@code begin} or {@code commit}. */
    static final String STEP = "X-Transfer";

    /** The length of a file, in bytes. */
    static final String LENGTH = "X-Transfer-Length";

    /** The name of a file that is to come, which the front repeats when it has. */
    static final String FILE = "X-Transfer-File";

    /** Where a file is to be sent. */
    static final String TO = "X-Transfer-To";

    /** Where a file is to be fetched. */
    static final String FROM = "X-Transfer-From";

    private static final String ALL = STEP.toLowerCase(Locale.ROOT);

    private TransferHeaders() {}

    /**
     * Whether a header is one of these.
     *
     * @param name in lower case
     */
    static boolean isOne(String name) {
        return name.startsWith(ALL);
    }

    /** Takes them all out. */
    static void remove(HttpFields.Mutable headers) {
        for (String name : List.copyOf(headers.getFieldNamesCollection())) {
            if (isOne(name.toLowerCase(Locale.ROOT))) {
                headers.remove(name);
            }
        }
    }
}
