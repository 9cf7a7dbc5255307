package no.altinn.local.webhooks;

import no.altinn.platform.http.Accept;
import no.altinn.platform.http.MediaType;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

import java.util.Optional;

/** What the headers of a request tell about a browser that may have sent it. */
final class Browser {
    /** The headers that {@link #wantsPage} reads, as {@code Vary} lists them. */
    static final String VARY = "Accept, Sec-Fetch-Dest, User-Agent";

    private static final MediaType HTML = new MediaType("text/html");
    private static final MediaType XHTML = new MediaType("application/xhtml+xml");

    private Browser() {}

    /**
     * Whether a browser asks for a page. Java's {@code HttpURLConnection} prefers {@code text/html}
     * too, so that alone is no sign of a browser.
     */
    static boolean wantsPage(HttpFields headers) {
        if ("document".equals(headers.get("Sec-Fetch-Dest"))) {
            return true;
        }
        Accept accept = Accept.parse(String.join(",", headers.getValuesList(HttpHeader.ACCEPT)));
        return accept.prefers(HTML, MediaType.JSON) && (accept.names(XHTML) || isMozilla(headers));
    }

    private static boolean isMozilla(HttpFields headers) {
        return Optional.ofNullable(headers.get(HttpHeader.USER_AGENT))
                .filter(agent -> agent.startsWith("Mozilla"))
                .isPresent();
    }
}
