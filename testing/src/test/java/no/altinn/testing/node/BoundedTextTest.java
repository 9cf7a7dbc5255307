package no.altinn.testing.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class BoundedTextTest {
    private final BoundedText text = new BoundedText(8);

    private void add(String piece) {
        text.add(piece.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatFitsIsKeptWhole() {
        assertThat(text.text()).isEmpty();
        add("abc");
        assertThat(text.text()).isEqualTo("abc");
        add("defgh");
        assertThat(text.text()).isEqualTo("abcdefgh");
    }

    @Test
    void ofMoreTheBeginningAndTheEndAreKept() {
        add("abcdefgh");
        add("ijk");
        assertThat(text.text().lines()).containsExactly("abcd", "… 3 bytes left out …", "hijk");
    }

    @Test
    void aCharacterOfSeveralBytesMayComeInPieces() {
        byte[] letter = "å".getBytes(StandardCharsets.UTF_8);
        text.add(letter, 1);
        text.add(new byte[] {letter[1]});
        assertThat(text.text()).isEqualTo("å");
    }
}
