package no.altinn.platform.settings;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** The names by which a machine reaches itself. */
public final class Loopback {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {}

    /**
     * Whether an address is one of this machine, by its host alone: no name is looked up. An
     * address without a host is none.
     */
    public static boolean isHostOf(URI address) {
        String host = address.getHost();
        return host != null && NAMES.contains(host.toLowerCase(Locale.ROOT));
    }
}
