package no.altinn.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void everyCharacterThatHtmlGivesAMeaningIsEscaped() {
        assertThat(Html.escape("<b title=\"x\" id='y'>&"))
                .isEqualTo("&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;");
    }

    @Test
    void thePageHasALanguageATitleAndOneHeading() {
        assertThat(Html.page("A & B", "<p>text</p>"))
                .contains("<html lang=\"en\">", "<title>A &amp; B</title>", "<p>text</p>")
                .containsOnlyOnce("<h1>A &amp; B</h1>");
    }

    @Test
    void thePageLoadsNothing() {
        assertThat(Html.page("Title", "")).doesNotContain("<script", "<link", "src=", "http");
    }
}
