package no.altinn.local.host.route;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

final class PercentDecodingTest {
    @Property
    void whatAFormEncodesIsDecodedAgain(@ForAll("texts") String text) {
        assertThat(PercentDecoding.query(URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        // Half a surrogate pair cannot be encoded at all.
        return Arbitraries.strings().withCharRange(' ', '\ud7ff').ofMaxLength(50);
    }

    @Test
    void aPercentSignThatBeginsNoEscapeStandsForItself() {
        assertThat(PercentDecoding.query("100%&%zz%4")).isEqualTo("100%&%zz%4");
    }

    @Test
    void aPlusSignIsASpaceInAQueryAndItselfInAPath() {
        assertThat(PercentDecoding.query("a+b")).isEqualTo("a b");
        assertThat(PercentDecoding.path("a+b%20c")).isEqualTo("a+b c");
    }

    @Test
    void bytesThatAreNoUtf8BecomeTheReplacementCharacter() {
        assertThat(PercentDecoding.query("%ff")).isEqualTo("\ufffd");
    }
}
