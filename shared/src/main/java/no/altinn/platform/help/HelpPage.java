package no.altinn.platform.help;

import no.altinn.platform.http.Answer;
import no.altinn.platform.start.Lazy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A page that shows an API's operations and models by its OpenAPI document, and a client to call
 * them with. The page and its files come from one host, which is all that it may load from and
 * call. Thread-safe.
 */
public final class HelpPage {
    /**
     * No script and no style stands in the page. Swagger UI's style sheet has its pictures in
     * itself, and pictures that are answered are shown from memory.
     */
    static final String POLICY =
            "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    /** Addresses of files name the edition, so that a day is not too long. */
    private static final String A_DAY = "public, max-age=86400";

    /** Made at the first request: most processes never show the page. */
    private final Lazy<String> html;

    /** A page about this. */
    public HelpPage(HelpSubject subject) {
        this.html = new Lazy<>(() -> html(subject));
    }

    /** The page itself. */
    public Answer page() {
        return answer("text/html; charset=utf-8", html.get(), "no-cache")
                .with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "same-origin");
    }

    /**
     * A file that the page loads.
     *
     * @param name what follows the page's path and a slash, in any case
     * @return empty if the page has no such file
     */
    public Optional<Answer> file(String name) {
        return HelpFile.named(name)
                .map(file -> answer(file.contentType(), file.text(), A_DAY))
                .map(answer -> answer.with("Content-Security-Policy", POLICY));
    }

    private static Answer answer(String contentType, String text, String caching) {
        return new Answer(
                200,
                Map.of(
                        "Content-Type", contentType,
                        "Cache-Control", caching,
                        "X-Content-Type-Options", "nosniff"),
                text);
    }

    private static String html(HelpSubject subject) {
        // First what has parts of its own.
        return Resources.text("help.html")
                .replace(
                        "{{panels}}",
                        subject.panels().stream()
                                .map(panel -> Resources.text(panel.resource()))
                                .collect(Collectors.joining()))
                .replace(
                        "{{testTools}}",
                        subject.testTools()
                                .map(script -> moduleScript(escaped(script.toString())))
                                .orElse(""))
                .replace("{{english}}", escaped(subject.english()))
                .replace("{{norwegian}}", escaped(subject.norwegian()))
                .replace("{{page}}", escaped(subject.page()))
                .replace("{{document}}", escaped(subject.document()))
                .replace("{{api}}", escaped(subject.api()))
                .replace("{{edition}}", edition());
    }

    private static String moduleScript(String address) {
        return "<script type=\"module\" src=\"%s\"></script>".formatted(address);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Another one for other files, so that no browser takes an old file for a new page. */
    private static String edition() {
        CRC32 sum = new CRC32();
        for (HelpFile own : HelpFile.own()) {
            sum.update(own.text().getBytes(StandardCharsets.UTF_8));
        }
        return SwaggerUi.version() + "-" + Long.toHexString(sum.getValue());
    }
}
