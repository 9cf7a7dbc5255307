package no.altinn.platform.help;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a help page is about. Immutable.
 *
 * @param english what the API is called in English
 * @param norwegian the same in Norwegian
 * @param page the path of the page from the root of its host, without a slash at the end; its files
 *     are below it
 * @param document the path of the API's OpenAPI document
 * @param api the path that the addresses of logins are below, without a slash at the end
 * @param panels what readers can send along, in the order of the page
 * @param testTools a script that logs test persons in, of the page's own origin; empty in Azure
 */
public record HelpSubject(
        String english,
        String norwegian,
        String page,
        String document,
        String api,
        List<Panel> panels,
        Optional<URI> testTools) {
    public HelpSubject {
        panels = List.copyOf(panels);
    }
}
