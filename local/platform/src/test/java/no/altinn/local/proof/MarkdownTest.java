package no.altinn.local.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MarkdownTest {
    private static final Markdown TEXT =
            new Markdown(
                    """
                    # Title
                    See [one](a.md) and [two](b.md#part).
                    ## First
                    ```bash
                    echo "[no](link)"
                    echo two
                    ```
                    ```output
                    ```
                    ## Second
                    [three](https://example.com)
                    """);

    @Test
    void aBlockHasItsLanguageAndItsLines() {
        assertThat(TEXT.blocks())
                .containsExactly(
                        new Markdown.Block("bash", "echo \"[no](link)\"\necho two\n"),
                        new Markdown.Block("output", ""));
    }

    @Test
    void aSectionEndsWhereTheNextBegins() {
        assertThat(TEXT.section("First").blocks()).hasSize(2);
        assertThat(TEXT.section("First").links()).isEmpty();
        assertThat(TEXT.section("Second").links()).containsExactly("https://example.com");
        assertThatThrownBy(() -> TEXT.section("Third")).hasMessageContaining("Third");
    }

    @Test
    void aHeadingHasAnAnchor() {
        assertThat(TEXT.anchors()).containsExactlyInAnyOrder("title", "first", "second");
        assertThat(new Markdown("### `POST /a`: Who's it, #1\n").anchors())
                .containsExactly("post-a-whos-it-1");
    }

    @Test
    void whatLooksLikeALinkInABlockIsNone() {
        assertThat(TEXT.links()).containsExactly("a.md", "b.md#part", "https://example.com");
    }
}
