package no.altinn.local.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;

import org.junit.jupiter.api.Test;

import java.util.Map;

class PageTemplateTest {
    private static final PageTemplate SAMPLE =
            PageTemplate.beside(PageTemplateTest.class, "sample");

    private static String page(String text) {
        return SAMPLE.render(Map.of("text", text));
    }

    @Test
    void everyCharacterThatHtmlGivesAMeaningIsEscaped() {
        assertThat(page("<b title=\"x\" id='y'>&"))
                .contains("<p>&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;</p>");
    }

    @Test
    void thePageHasALanguageATitleAndOneHeading() {
        assertThat(page("text"))
                .contains("<html lang=\"en\">", "<title>A &amp; B</title>", "<p>text</p>")
                .containsOnlyOnce("<h1>A &amp; B</h1>");
    }

    @Test
    void aValueTurnsTheDirectionOfNothingBesideItself() {
        assertThat(page("")).contains("code, a, strong, em, span { unicode-bidi: isolate; }");
    }

    @Test
    void thePageLoadsNothing() {
        assertThat(page("")).doesNotContain("<script", "<link", "src=", "http");
    }

    @Test
    void aTagInAValueIsNoTagOfTheTemplate() {
        assertThat(page("{{text}}")).contains("<p>{{text}}</p>");
    }

    @Test
    void aValueThatIsMissingIsAnError() {
        Map<String, String> none = Map.of();
        assertThatThrownBy(() -> SAMPLE.render(none)).isInstanceOf(MustacheException.class);
    }

    @Test
    void aTemplateThatIsMissingIsAnError() {
        assertThatThrownBy(() -> PageTemplate.beside(PageTemplateTest.class, "none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none");
    }
}
