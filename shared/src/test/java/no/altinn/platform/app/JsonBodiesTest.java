package no.altinn.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.platform.auth.AcceptedTokens;
import no.altinn.platform.auth.Authentication;
import no.altinn.platform.auth.BearerToken;
import no.altinn.platform.auth.PlatformAccessTokenValidator;
import no.altinn.platform.auth.TokenAdvice;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;
import no.altinn.testing.functions.FakeMessage;
import no.altinn.testing.jose.TestTokens;
import no.altinn.testing.json.JsonTestSuite;
import no.altinn.testing.json.JsonTestSuite.Sample;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The texts that the platform takes for JSON, by the samples of JSONTestSuite. */
final class JsonBodiesTest {
    /** Samples that a parser may take and this one refuses; it takes all others of that kind. */
    private static final Set<String> REFUSED_THOUGH_ALLOWED =
            Set.of(
                    // RFC 8259 §4 leaves to a parser what members of one name mean.
                    "y_object_duplicated_key",
                    "y_object_duplicated_key_and_value",
                    "i_object_key_lone_2nd_surrogate",
                    // Bodies are in UTF-8.
                    "i_string_UTF-16LE_with_BOM",
                    "i_string_UTF-8_invalid_sequence",
                    "i_string_UTF8_surrogate_U+D800",
                    "i_string_invalid_utf-8",
                    "i_string_iso_latin_1",
                    "i_string_lone_utf8_continuation_byte",
                    "i_string_not_in_unicode_range",
                    "i_string_overlong_sequence_2_bytes",
                    "i_string_overlong_sequence_6_bytes",
                    "i_string_overlong_sequence_6_bytes_null",
                    "i_string_truncated-utf-8",
                    "i_string_utf16BE_no_BOM",
                    "i_string_utf16LE_no_BOM");

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-01-02T03:04:05Z"));
    private final Http http =
            new Http(
                    new Authentication(
                            new BearerToken("cookie", URI.create("https://platform.example/")),
                            AcceptedTokens.validator(new TestTokens(clock)),
                            new PlatformAccessTokenValidator(issuer -> Optional.empty(), clock),
                            new TokenAdvice(URI.create("https://platform.example/"), clock)),
                    e ->
                            e instanceof MalformedJson
                                    ? Optional.of(Problem.badBody(e.getMessage()))
                                    : Optional.empty(),
                    OpenTelemetry.noop().getTracer("test"),
                    clock);

    static List<Sample> samples() {
        return JsonTestSuite.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aBodyIsTakenOrRefusedAsItsNameSays(Sample sample) {
        boolean isTaken = !sample.isNoJson() && !REFUSED_THOUGH_ALLOWED.contains(sample.name());

        int status =
                http.answer(
                                FakeMessage.post("https://client.example/x", sample.text()),
                                exchange ->
                                        Answer.text(200, Json.parse(exchange.json()).toString()))
                        .getStatusCode();

        assertThat(status).isEqualTo(isTaken ? 200 : 400);
    }

    @Test
    void noSampleIsMissing() {
        assertThat(samples()).filteredOn(Sample::isJson).hasSize(95);
        assertThat(samples()).filteredOn(Sample::isNoJson).hasSize(188);
        assertThat(samples()).filteredOn(Sample::isFree).hasSize(35);
        assertThat(samples()).extracting(Sample::name).doesNotHaveDuplicates();
    }
}
