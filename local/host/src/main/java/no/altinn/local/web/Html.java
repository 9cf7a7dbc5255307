package no.altinn.local.web;

/** Pages for people: plain HTML with one style, without script or anything from elsewhere. */
public final class Html {
    private static final String STYLE =
            """
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto;
                   padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%; }
            caption { text-align: left; font-weight: bold; padding: .5rem 0; }
            th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0;
                     border-bottom: 1px solid #8888; }
            code, pre { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
            pre { white-space: pre-wrap; max-height: 20rem; overflow: auto; }
            a:focus-visible { outline: 3px solid; outline-offset: 2px; }
            """;

    private Html() {}

    /**
     * A whole page.
     *
     * @param title plain text, also the page's heading
     * @param main HTML; what it holds of others' text is {@linkplain #escape escaped} already
     */
    public static String page(String title, String main) {
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s</title>
        <style>
        %2$s</style>
        </head>
        <body>
        <main>
        <h1>%1$s</h1>
        %3$s
        </main>
        </body>
        </html>
        """
                .formatted(escape(title), STYLE, main);
    }

    /** The text with every character replaced that HTML gives a meaning. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
