package no.altinn.local.host.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RequestPathTest {
    @Test
    void theRootHasNoSegments() {
        assertThat(RequestPath.of("/").segments()).isEmpty();
        assertThat(RequestPath.of("/").endsWithSlash()).isFalse();
    }

    @Test
    void anEmptySegmentInTheMiddleIsASegment() {
        assertThat(RequestPath.of("/a//b").segments()).containsExactly("a", "", "b");
    }

    @Test
    void dotSegmentsAreResolvedEvenEncodedOnes() {
        assertThat(RequestPath.of("/a/./b/../c").segments()).containsExactly("a", "c");
        assertThat(RequestPath.of("/%2e%2e/a").segments()).containsExactly("a");
    }
}
