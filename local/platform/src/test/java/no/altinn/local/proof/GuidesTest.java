package no.altinn.local.proof;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

/** A reader who types what a text shows sees what the text shows. */
@Timeout(120)
final class GuidesTest {
    @TempDir private Path folder;

    @Test
    @Tag("proof")
    void theReadmesTourPrintsWhatItShows() throws Exception {
        Markdown readme = new Markdown(Repository.read("README.md"));

        new Guide(readme.section("A tour of five minutes")).follow(folder);
    }

    @ParameterizedTest
    @Tag("proof")
    @ValueSource(
            strings = {
                "docs/api.md",
                "docs/deliveries.md",
                "docs/id-porten.md",
                "docs/maskinporten.md",
                "docs/poller.md",
                "docs/pull.md",
                "docs/test-tools.md",
                "docs/webhooks.md"
            })
    void everyGuidePrintsWhatItShows(String file) throws Exception {
        new Guide(new Markdown(Repository.read(file))).follow(folder);
    }

    /** The pages of the REST API go on in the shell of its first page. */
    @Test
    @Tag("proof")
    void theRestApisPagesPrintWhatTheyShow() throws Exception {
        String pages =
                Repository.read("docs/rest-api.md")
                        + Repository.read("docs/rest/files.md")
                        + Repository.read("docs/rest/door.md")
                        + Repository.read("docs/rest/broker.md")
                        + Repository.read("docs/rest/events.md")
                        + Repository.read("docs/rest/lookup.md")
                        + Repository.read("docs/rest/payment.md");

        new Guide(new Markdown(pages)).follow(folder);
    }
}
