package no.altinn.events.functions;

import no.altinn.platform.app.Exchange;
import no.altinn.platform.log.LogText;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells a client which members of its request mean nothing here: the request may be meant otherwise
 * than it is read. The header's value is a list of strings (RFC 9651 §3.1), at most ten, of at most
 * 63 characters each; {@code "..."} stands for more of them.
 */
final class IgnoredMembers {
    /** The header of the answer. */
    static final String HEADER = "Ignored-Members";

    private static final Logger LOG = LoggerFactory.getLogger(IgnoredMembers.class);
    private static final int MOST = 10;
    private static final int LONGEST = 60;
    private static final String MORE = "...";

    private IgnoredMembers() {}

    /**
     * Announces members in the answer and in the log; without any, nothing happens.
     *
     * @param names as the client sent them
     */
    static void announce(Exchange exchange, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        LOG.warn(
                "members ignored path={} names={}",
                exchange.request().uri().getRawPath(),
                LogText.quoted(told(names)));
        exchange.announce(HEADER, told(names).replace("'", "\""));
    }

    private static String told(List<String> names) {
        Stream<String> more = names.size() > MOST ? Stream.of(MORE) : Stream.of();
        return Stream.concat(names.stream().limit(MOST).map(IgnoredMembers::shown), more)
                .map("'%s'"::formatted)
                .collect(Collectors.joining(", "));
    }

    /** No more of a name is looked at than is shown. Quotes and backslashes would need escapes. */
    private static String shown(String name) {
        String start = name.substring(0, Math.min(name.length(), LONGEST));
        String text =
                HeaderText.of(start).replace("\"", "%22").replace("'", "%27").replace("\\", "%5C");
        boolean isWhole = start.length() == name.length() && text.length() <= LONGEST;
        return isWhole ? text : text.substring(0, Math.min(text.length(), LONGEST)) + MORE;
    }
}
