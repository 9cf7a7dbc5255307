package no.altinn.platform.app;

import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.auth.Authentication;
import no.altinn.platform.auth.PlatformAccessToken;
import no.altinn.platform.auth.Refusal;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One request and what every endpoint asks of it. The checks are made in the order in which they
 * are called: token, content type, scope, body.
 */
public final class Exchange {
    /** The most bytes of a body. */
    public static final int MAX_BODY_BYTES = 1024 * 1024;

    private static final String NO_PLATFORM_ACCESS =
            "Send a platform access token in the header %s.".formatted(PlatformAccessToken.HEADER);

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    /** What stands where the host found bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final Request request;
    private final Authentication authentication;
    private final Map<String, String> announced;

    /**
     * @param announced takes the headers that go with the answer, whatever it is
     */
    Exchange(Request request, Authentication authentication, Map<String, String> announced) {
        this.request = request;
        this.authentication = authentication;
        this.announced = announced;
    }

    public Request request() {
        return request;
    }

    /**
     * Sends a header with the answer, whatever becomes of the request.
     *
     * @param value ASCII without control characters
     */
    public void announce(String header, String value) {
        announced.put(header, value);
    }

    /**
     * Who calls, by the bearer token.
     *
     * @throws Problem 401 if there is none, or one that is not valid
     */
    public AltinnToken bearer() {
        return authentication
                .bearer(request)
                .orElseThrow(
                        () ->
                                Refusal.noToken(
                                        "Send an Altinn token in the header"
                                                + " Authorization, after the word Bearer."));
    }

    /**
     * Requires that the caller has a scope, or shows a platform access token of any issuer.
     *
     * @throws Problem 403 if it has neither; 401 if there is no valid bearer token: to strangers,
     *     issuers are not looked up
     */
    public void requireScopeOrPlatformAccess(String scope) {
        if (!bearer().hasScope(scope) && !showsPlatformAccess(scope)) {
            throw Refusal.missingScope(
                    scope,
                    ("The token lacks the scope '%s', and there is no platform access"
                                    + " token in the header %s.")
                            .formatted(scope, PlatformAccessToken.HEADER));
        }
    }

    private boolean showsPlatformAccess(String scope) {
        try {
            return authentication.platformAccessToken(request).isPresent();
        } catch (Problem badToken) {
            throw Refusal.missingScope(scope, badToken);
        }
    }

    /**
     * The platform access token that came with the bearer token, of any issuer.
     *
     * @throws Problem 403 if there is none that is valid; 401 if there is no valid bearer token: to
     *     strangers, issuers are not looked up
     */
    public PlatformAccessToken platformAccess() {
        bearer();
        return authentication
                .platformAccessToken(request)
                .orElseThrow(() -> Refusal.forbidden(NO_PLATFORM_ACCESS));
    }

    /**
     * The platform access token of one of these issuers.
     *
     * @throws Problem if there is none: 403 with a valid bearer token, 401 without
     */
    public PlatformAccessToken platformAccess(Set<String> issuers) {
        return authentication
                .platformAccessToken(request, issuers)
                .orElseThrow(
                        () ->
                                authentication.bearer(request).isPresent()
                                        ? Refusal.forbidden(NO_PLATFORM_ACCESS)
                                        : Refusal.noToken(NO_PLATFORM_ACCESS));
    }

    /**
     * The body's media type.
     *
     * @throws Problem 415 if it is none of the accepted ones, or the body is in a content coding
     */
    public MediaType contentType(MediaType... accepted) {
        String expected =
                Arrays.stream(accepted).map(MediaType::name).collect(Collectors.joining(" or "));
        return contentType(Arrays.asList(accepted)::contains, expected);
    }

    /**
     * The body's media type.
     *
     * @param expected what is accepted, in words
     * @throws Problem 415 if it is not accepted, or the body is in a content coding
     */
    public MediaType contentType(Predicate<MediaType> accepted, String expected) {
        requireNoCoding();
        return request.header("Content-Type")
                .flatMap(MediaType::parse)
                .filter(accepted)
                .orElseThrow(() -> Problem.of(415, "The Content-Type must be " + expected + "."));
    }

    /**
     * Requires that the body is JSON by its media type, of whatever vocabulary.
     *
     * @throws Problem 415 if it is neither {@code application/json} nor {@code application/*+json}
     */
    public void requireJson() {
        contentType(MediaType::isApplicationJson, "application/json or application/*+json");
    }

    /**
     * The body's text.
     *
     * @throws Problem 415 if it is in a content coding; 413 if it is over {@link #MAX_BODY_BYTES},
     *     or is announced to be; 411 if it was sent in chunks, which the Functions host drops; 400
     *     if it is no UTF-8
     * @throws no.altinn.platform.http.BodyAwaited if it has not come yet
     */
    public String body() {
        requireNoCoding();
        if (announcedLength() > MAX_BODY_BYTES) {
            throw tooLarge();
        }
        String body = request.body();
        if (body.isEmpty() && isChunked()) {
            throw Problem.of(
                    411, "Send a Content-Length: a body with Transfer-Encoding 'chunked' is lost.");
        }
        if (body.length() > MAX_BODY_BYTES
                || body.getBytes(StandardCharsets.UTF_8).length > MAX_BODY_BYTES) {
            throw tooLarge();
        }
        if (body.indexOf(REPLACEMENT) >= 0) {
            // The worker puts the same character for such bytes, so it may be meant or not.
            throw Problem.badBody(
                    "The body must be valid UTF-8. Write the character U+FFFD as \\ufffd in JSON.");
        }
        return body;
    }

    private static Problem tooLarge() {
        return Problem.of(413, "The body must not be over %d bytes.".formatted(MAX_BODY_BYTES));
    }

    /** The length that the client announces, by which a body is refused before it has come. */
    private long announcedLength() {
        return request.header("Content-Length")
                .filter(length -> LENGTH.matcher(length).matches())
                .map(Long::parseLong)
                .orElse(0L);
    }

    /**
     * The body's text as JSON, without a byte order mark.
     *
     * @throws Problem as {@link #body}
     */
    public String json() {
        return Json.withoutByteOrderMark(body());
    }

    /** The worker hands over text, and bytes in another coding do not survive that. */
    private void requireNoCoding() {
        if (request.isEncoded()) {
            throw Problem.of(415, "The body must be sent without a Content-Encoding.")
                    .with("Accept-Encoding", "identity");
        }
    }

    private boolean isChunked() {
        return request.header("Transfer-Encoding")
                .filter(codings -> codings.toLowerCase(Locale.ROOT).contains("chunked"))
                .isPresent();
    }
}
