package no.altinn.platform.outbound;

import okhttp3.HttpUrl;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which endpoints may be named to be called: absolute https URLs without user info, on public
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

    /**
     * Why the endpoint may not be called, as far as its host can be resolved now.
     *
     * @return words that go on after the endpoint's name, without the address that its host has;
     *     empty for an endpoint that may be called
     */
    public Optional<String> fault(URI endPoint) {
        HttpUrl url = HttpUrl.get(endPoint);
        if (url == null || endPoint.getHost() == null) {
            return Optional.of("must be an absolute https URL with a host");
        }
        if (endPoint.getRawUserInfo() != null) {
            return Optional.of("must not have a user or a password");
        }
        // Octal, hexadecimal and short forms mean different addresses to different readers.
        if (NUMBER.matcher(url.host()).matches() && !DOTTED_QUAD.matcher(url.host()).matches()) {
            return Optional.of("must have a name or a usual form of an address as its host");
        }
        return url.isHttps() ? faultOfHttps(url.host()) : faultOfHttp(url.host());
    }

    /** An unknown host is allowed: it may appear later, and every connection checks it again. */
    private Optional<String> faultOfHttps(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(addresses::allows)
                    ? Optional.empty()
                    : Optional.of(
                            "must be on a public address: its host leads to a private, local or"
                                    + " reserved address");
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private Optional<String> faultOfHttp(String host) {
        if (!addresses.allowLoopback()) {
            return Optional.of("must begin with https: the scheme http is not allowed");
        }
        return isLoopback(host)
                ? Optional.empty()
                : Optional.of(
                        "must begin with https: the scheme http is allowed on this machine alone");
    }

    private static boolean isLoopback(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
