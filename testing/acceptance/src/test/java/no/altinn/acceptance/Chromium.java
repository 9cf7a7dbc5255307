package no.altinn.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The machine's own Chromium, driven by Playwright, which downloads none. Playwright's objects
 * belong to one thread: that of the tests.
 */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");

    /** No name is looked up but this machine's: what a page loads from elsewhere fails at once. */
    private static final String THIS_MACHINE =
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1";

    /** How long a page may take to be as a test expects it; usually it is at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /**
     * Where Chromium is.
     *
     * @param path the folders that are searched, as the variable {@code PATH} has them
     */
    static Optional<Path> find(String path) {
        return NAMES.stream()
                .flatMap(
                        name ->
                                Pattern.compile(Pattern.quote(File.pathSeparator))
                                        .splitAsStream(path)
                                        .filter(folder -> !folder.isEmpty())
                                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts a Chromium without a window. */
    static Chromium start(Path executable) {
        // Machines may be busy with other tests.
        PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Chromium(
                    playwright,
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(executable)
                                            // Containers give little shared memory.
                                            .setArgs(
                                                    List.of(
                                                            THIS_MACHINE,
                                                            "--disable-dev-shm-usage"))));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
