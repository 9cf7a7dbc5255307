package no.altinn.rest.print;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

import no.altinn.rest.language.Language;
import no.altinn.rest.language.Text;
import no.altinn.rest.message.Form;
import no.altinn.rest.message.Message;
import no.altinn.rest.message.SafeHtml;
import no.altinn.rest.message.StoredFiles;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints messages and forms. Thread-safe. */
public final class Printer {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm").withZone(ZoneId.of("Europe/Oslo"));

    private static final Text FROM = new Text("From", "Fra", "Frå");
    private static final Text TO = new Text("To", "Til", "Til");
    private static final Text STATUS = new Text("Status", "Status", "Status");
    private static final Text CHANGED = new Text("Last changed", "Sist endret", "Sist endra");
    private static final Text REFERENCE =
            new Text("Archive reference", "Arkivreferanse", "Arkivreferanse");
    private static final Text ATTACHMENTS = new Text("Attachments", "Vedlegg", "Vedlegg");
    private static final Text SIGNED = new Text("Signed by", "Signert av", "Signert av");

    private static final Logger LOG = LoggerFactory.getLogger(Printer.class);

    private final Press press = new Press();
    private final Template page;
    private final StoredFiles files;

    public Printer(StoredFiles files) {
        this.files = files;
        this.page = template();
    }

    private static Template template() {
        try (InputStream text = Printer.class.getResourceAsStream("message.mustache")) {
            return Mustache.compiler()
                    .defaultValue("")
                    .compile(new InputStreamReader(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A message with all its forms.
     *
     * @param party the name of the party whose box it is in
     */
    public byte[] print(Message message, String party, Language language) {
        return printed(message, party, message.contents().forms(), language);
    }

    /** One form of a message. */
    public byte[] print(Message message, String party, Form form, Language language) {
        return printed(message, party, List.of(form), language);
    }

    private byte[] printed(Message message, String party, List<Form> forms, Language language) {
        return press.print(
                () -> {
                    String body = SafeHtml.of(message.contents().html());
                    try {
                        return Pdf.of(page(message, party, body, forms, language));
                    } catch (RuntimeException | StackOverflowError e) {
                        // The PDF library gives up on some tables and on lists in lists in lists.
                        // Whoever owns the letter is to have its text all the same.
                        // What the exception says may quote the letter.
                        LOG.warn(
                                "printed without layout message={} because={}",
                                message.id(),
                                e.getClass().getSimpleName());
                        String text = PlainLetter.of(body);
                        return Pdf.of(page(message, party, text, forms, language));
                    }
                });
    }

    private String page(
            Message message, String party, String body, List<Form> forms, Language language) {
        return page.execute(
                Map.of(
                        "language", language.tag(),
                        "font", Pdf.FONT,
                        "subject", printable(message.words().subject()),
                        "facts", facts(message, party, language),
                        "body", body,
                        "forms", forms.stream().map(this::form).toList()));
    }

    private static List<Map<String, String>> facts(
            Message message, String party, Language language) {
        List<Map<String, String>> facts = new ArrayList<>();
        facts.add(fact(FROM, message.words().sender(), language));
        if (!message.isForm()) {
            facts.add(fact(TO, party, language));
        }
        facts.add(fact(STATUS, message.state().status().title().in(language), language));
        facts.add(fact(CHANGED, time(message.changed()), language));
        message.archiveReference().ifPresent(ref -> facts.add(fact(REFERENCE, ref, language)));
        message.contents()
                .signatures()
                .forEach(
                        signature ->
                                facts.add(
                                        fact(
                                                SIGNED,
                                                signature.by() + ", " + time(signature.at()),
                                                language)));
        String names =
                message.contents().attachments().stream()
                        .map(attachment -> attachment.fileName())
                        .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            facts.add(fact(ATTACHMENTS, names, language));
        }
        return facts;
    }

    private static Map<String, String> fact(Text name, String value, Language language) {
        return Map.of("name", name.in(language), "value", printable(value));
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    private Map<String, Object> form(Form form) {
        List<Map<String, String>> lines =
                FormFields.of(files.xml(form)).stream()
                        .map(
                                line ->
                                        Map.of(
                                                "name", printable(line.name()),
                                                "value", printable(line.value()),
                                                "indent", Integer.toString(line.depth())))
                        .toList();
        return Map.of("name", printable(form.name()), "lines", lines);
    }

    /** The text without characters that XML cannot hold. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(Printer::isXml)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The characters of XML 1.0 §2.2. */
    private static boolean isXml(int c) {
        if (c < 0x20) {
            return c == '\t' || c == '\n' || c == '\r';
        }
        return Character.getType(c) != Character.SURROGATE && c != 0xFFFE && c != 0xFFFF;
    }
}
