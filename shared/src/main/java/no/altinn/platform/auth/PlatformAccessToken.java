package no.altinn.platform.auth;

/**
 * A validated platform access token: the component that calls, beside the user it calls for.
 *
 * @param issuer the service owner's code, or {@code platform}
 * @param app the app or platform component
 */
public record PlatformAccessToken(String issuer, String app) {
    /** The header it comes in. */
    public static final String HEADER = "PlatformAccessToken";
}
