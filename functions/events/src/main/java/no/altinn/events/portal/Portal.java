package no.altinn.events.portal;

import no.altinn.platform.page.PageFile;
import no.altinn.platform.page.PageFiles;
import no.altinn.platform.start.Lazy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The portal's page and its files, and the headers that go with them. Thread-safe. */
public final class Portal {
    /** The name of the page among the files. */
    public static final String PAGE = "portal.html";

    private static final List<String> SCRIPTS =
            List.of(
                    "api.js",
                    "app.js",
                    "attempts.js",
                    "badges.js",
                    "catch-up.js",
                    "chart.js",
                    "commands.js",
                    "deliveries.js",
                    "delivery.js",
                    "dialog.js",
                    "format.js",
                    "jobs.js",
                    "login.js",
                    "new.js",
                    "oidc.js",
                    "overview.js",
                    "route.js",
                    "samples.js",
                    "secret.js",
                    "sections.js",
                    "session.js",
                    "settings.js",
                    "subscriptions.js",
                    "texts-en.js",
                    "texts-nb.js",
                    "texts.js");

    /** Read at the first request: most processes never show the page. */
    private final Lazy<PageFiles> files;

    private final Map<String, String> headers;

    /** A portal in these surroundings. */
    public Portal(PortalSettings settings) {
        this.files = new Lazy<>(() -> read(settings));
        this.headers = PortalPolicy.headers(settings);
    }

    private static PageFiles read(PortalSettings settings) {
        return PageFiles.withShared(
                Stream.concat(
                                SCRIPTS.stream().map(name -> PageFile.beside(Portal.class, name)),
                                Stream.of(page(settings), configuration(settings)))
                        .toList());
    }

    /** The page names its files by paths from the root, since its own may end with a slash. */
    private static PageFile page(PortalSettings settings) {
        PageFile template = PageFile.beside(Portal.class, PAGE);
        return PageFile.of(
                PAGE,
                template.text()
                        .replace("{{portal}}", settings.base().getRawPath() + "events/portal"));
    }

    private static PageFile configuration(PortalSettings settings) {
        return PageFile.of("config.json", PortalConfiguration.json(settings));
    }

    /** All that is served, by name. */
    public PageFiles files() {
        return files.get();
    }

    /** The headers that go with every file. */
    public Map<String, String> headers() {
        return headers;
    }
}
