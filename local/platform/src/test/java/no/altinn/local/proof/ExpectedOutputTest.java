package no.altinn.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExpectedOutputTest {
    @Test
    void anEllipsisStandsForAnyRunOfCharactersInItsLine() {
        ExpectedOutput expected = new ExpectedOutput("{\"at\":\"…\",\"n\":1}\nend…\n");
        assertThat(expected.matches("{\"at\":\"2026-01-01\",\"n\":1}\nend\n")).isTrue();
        assertThat(expected.matches("{\"at\":\"\",\"n\":1}\nending")).isTrue();
        assertThat(expected.matches("{\"at\":\"2026-01-01\",\"n\":2}\nend\n")).isFalse();
        assertThat(expected.matches("{\"at\":\"2026\n01-01\",\"n\":1}\nend\n")).isFalse();
    }

    @Test
    void everyOtherCharacterStandsForItself() {
        assertThat(new ExpectedOutput("a.c\\").matches("a.c\\")).isTrue();
        assertThat(new ExpectedOutput("a.c").matches("abc")).isFalse();
    }

    @Test
    void aLineTooManyOrTooFewIsADifference() {
        assertThat(new ExpectedOutput("one\n").matches("one\ntwo\n")).isFalse();
        assertThat(new ExpectedOutput("one\ntwo\n").matches("one\n")).isFalse();
        assertThat(new ExpectedOutput("").matches("200\n")).isFalse();
        assertThat(new ExpectedOutput("").matches("")).isTrue();
    }
}
