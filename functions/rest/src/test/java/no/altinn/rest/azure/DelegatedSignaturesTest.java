package no.altinn.rest.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Configuration;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;

import no.altinn.rest.file.Transfers;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Signatures of an app that is known to the account by its identity. */
class DelegatedSignaturesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T10:00:00Z");

    private final MutableClock clock = MutableClock.at(NOW);
    private final List<HttpRequest> asked = new ArrayList<>();
    private final BlobServiceClient account =
            new BlobServiceClientBuilder()
                    .endpoint("https://account.blob.core.windows.net")
                    .credential(
                            request ->
                                    Mono.just(
                                            new AccessToken(
                                                    "a token",
                                                    OffsetDateTime.now(ZoneOffset.UTC)
                                                            .plusHours(1))))
                    .configuration(Configuration.NONE)
                    .httpClient(this::answer)
                    .buildClient();

    private final Transfers transfers =
            new BlobFiles(() -> account, new DelegatedSignatures(() -> account, clock), clock)
                    .transfers();

    private Mono<HttpResponse> answer(HttpRequest request) {
        asked.add(request);
        return Mono.just(new Answer(request, clock.instant()));
    }

    /** A key of the account's, for every request. */
    private static final class Answer extends HttpResponse {
        private final HttpHeaders headers =
                new HttpHeaders().set(HttpHeaderName.CONTENT_TYPE, "application/xml");
        private final byte[] body;

        Answer(HttpRequest request, Instant now) {
            super(request);
            this.body =
                    """
                    <?xml version="1.0" encoding="utf-8"?><UserDelegationKey>
                    <SignedOid>11111111-1111-1111-1111-111111111111</SignedOid>
                    <SignedTid>22222222-2222-2222-2222-222222222222</SignedTid>
                    <SignedStart>%s</SignedStart><SignedExpiry>%s</SignedExpiry>
                    <SignedService>b</SignedService><SignedVersion>2024-11-04</SignedVersion>
                    <Value>a2V5</Value></UserDelegationKey>"""
                            .formatted(now, now.plusSeconds(14_400))
                            .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int getStatusCode() {
            return 200;
        }

        @Override
        @Deprecated
        public String getHeaderValue(String name) {
            return headers.getValue(HttpHeaderName.fromString(name));
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public Flux<ByteBuffer> getBody() {
            return Flux.just(ByteBuffer.wrap(body));
        }

        @Override
        public Mono<byte[]> getBodyAsByteArray() {
            return Mono.just(body);
        }

        @Override
        public Mono<String> getBodyAsString() {
            return Mono.just(new String(body, StandardCharsets.UTF_8));
        }

        @Override
        public Mono<String> getBodyAsString(Charset charset) {
            return Mono.just(new String(body, charset));
        }
    }

    private long keysAskedFor() {
        return asked.stream()
                .filter(request -> request.getUrl().getQuery() != null)
                .filter(request -> request.getUrl().getQuery().contains("userdelegationkey"))
                .count();
    }

    @Test
    void anAddressIsForOneBlobOneOperationAndHttpsAlone() {
        URI address = transfers.toRead("messages/a");

        assertThat(address.getScheme()).isEqualTo("https");
        assertThat(address.getHost()).isEqualTo("account.blob.core.windows.net");
        assertThat(address.getRawQuery().split("&", -1))
                .contains("sp=r", "sr=b", "spr=https", "se=2026-01-02T10%3A15%3A00Z")
                .contains("skoid=11111111-1111-1111-1111-111111111111")
                .anyMatch(part -> part.startsWith("sig="))
                .noneMatch(part -> part.startsWith("st="));
    }

    @Test
    void aKeyIsAskedForAgainBeforeItEnds() {
        transfers.toRead("a");
        clock.advance(Duration.ofMinutes(170));
        transfers.toRead("b");
        assertThat(keysAskedFor()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(15));
        transfers.toRead("c");
        assertThat(keysAskedFor()).isEqualTo(2);
    }
}
