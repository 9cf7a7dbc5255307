package no.altinn.local.oauth;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.json.Json;
import no.altinn.platform.log.LogText;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers of a token endpoint. Caches must not keep them (RFC 6749 §5). */
public final class TokenAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(TokenAnswer.class);

    private TokenAnswer() {}

    /**
     * 200 with tokens (RFC 6749 §5.1).
     *
     * @param tokens JSON text
     */
    public static Answer of(String tokens) {
        return uncached(Answer.of(200, MediaType.JSON, tokens));
    }

    /**
     * The error (RFC 6749 §5.2), which is also told in one line of the log.
     *
     * @param standIn whose token endpoint it is
     */
    public static Answer refusing(String standIn, OAuthError error) {
        LOG.info(
                "token refused by={} status={} reason={}",
                standIn,
                error.status(),
                LogText.quoted(error.description()));
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
