package no.altinn.local.oauth;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.json.Json;

/** Answers of a token endpoint. Caches must not keep them (RFC 6749 §5). */
public final class TokenAnswer {
    private TokenAnswer() {}

    /**
     * 200 with tokens (RFC 6749 §5.1).
     *
     * @param tokens JSON text
     */
    public static Answer of(String tokens) {
        return uncached(Answer.of(200, MediaType.JSON, tokens));
    }

    /** The error (RFC 6749 §5.2). */
    public static Answer refusing(OAuthError error) {
        return uncached(
                Answer.of(
                        error.status(),
                        MediaType.JSON,
                        Json.object()
                                .put("error", error.code())
                                .put("error_description", error.description())
                                .toString()));
    }

    private static Answer uncached(Answer answer) {
        return answer.with("Cache-Control", "no-store").with("Pragma", "no-cache");
    }
}
