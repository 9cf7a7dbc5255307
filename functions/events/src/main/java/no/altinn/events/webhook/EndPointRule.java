package no.altinn.events.webhook;

import okhttp3.HttpUrl;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Which endpoints a subscription may name: absolute https URLs without user info, on public
 * addresses. Where loopback is allowed, http is allowed on it. Thread-safe.
 */
public final class EndPointRule {
    /** A last label that makes a host a number rather than a name (WHATWG URL §3.5). */
    private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:0x[0-9a-f]*|[0-9]+)\\.?");

    private static final Pattern DOTTED_QUAD =
            Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})(?:\\.(?!$)|$)){4}");

    private final AddressRule addresses;

    public EndPointRule(AddressRule addresses) {
        this.addresses = addresses;
    }

    /** Whether the endpoint may be called, as far as its host can be resolved now. */
    public boolean allows(URI endPoint) {
        HttpUrl url = HttpUrl.get(endPoint);
        if (url == null || endPoint.getRawUserInfo() != null || endPoint.getHost() == null) {
            return false;
        }
        // Octal, hexadecimal and short forms mean different addresses to different readers.
        if (NUMBER.matcher(url.host()).matches() && !DOTTED_QUAD.matcher(url.host()).matches()) {
            return false;
        }
        return url.isHttps() ? isAllowed(url.host()) : isLoopback(url.host());
    }

    /** An unknown host is allowed: it may appear later, and every connection checks it again. */
    private boolean isAllowed(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(addresses::allows);
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private boolean isLoopback(String host) {
        try {
            return addresses.allowLoopback()
                    && Arrays.stream(InetAddress.getAllByName(host))
                            .allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
