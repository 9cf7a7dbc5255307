package no.altinn.rest.app;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.json.Json;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Route;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

/** Holds what the gateway knows of the REST API's addresses to the routes of the app. */
class GatewayRestPolicyTest {
    private static final Path INFRASTRUCTURE = Path.of("..", "..", "infra-bicep");
    private static final Pattern IS_MATCH =
            Pattern.compile("Regex[.]IsMatch\\(\\(string\\)[^,]*\"path\"\\], \"([^\"]*)\"\\)");

    private final List<Route> routes =
            MemoryRestApp.over(new MemoryEntryStore(MutableClock.at("2026-01-02T10:00:00Z")))
                    .routes();
    private final String policy = read("policies/rest.xml");

    private static String read(String file) {
        try {
            return Files.readString(INFRASTRUCTURE.resolve(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The patterns by which a variable is decided, in their order. */
    private List<Pattern> patterns(String variable) throws Exception {
        Document document =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(INFRASTRUCTURE.resolve("policies/rest.xml").toFile());
        NodeList variables = document.getElementsByTagName("set-variable");
        List<Pattern> patterns = new ArrayList<>();
        for (int i = 0; i < variables.getLength(); i++) {
            Element element = (Element) variables.item(i);
            if (element.getAttribute("name").equals(variable)) {
                Matcher matcher = IS_MATCH.matcher(element.getAttribute("value"));
                while (matcher.find()) {
                    patterns.add(
                            Pattern.compile(
                                    matcher.group(1)
                                            .replace("BASE_PATH", "api")
                                            .replace("CLOSED_PATHS", closed())));
                }
            }
        }
        assertThat(patterns).as("patterns of %s", variable).isNotEmpty();
        return patterns;
    }

    /** As the module makes it of the list of routes. */
    private static String closed() {
        List<String> paths = new ArrayList<>();
        for (var api : Json.parse(read("routes.json")).required("apis")) {
            if (api.required("name").asText().equals("rest")) {
                api.required("closed")
                        .forEach(path -> paths.add("/" + path.asText().replace("{*rest}", ".*")));
            }
        }
        return String.join("|", paths);
    }

    /** An address of a route, as the policy's variable has it. */
    private static String address(Route route) {
        String path =
                route.template()
                        .replace("{who}", "my")
                        .replaceAll("\\{\\*[^}]*\\}", "a/b")
                        .replaceAll("\\{[^}]*\\}", "7");
        return path.isEmpty() ? "/api" : "/api/" + path;
    }

    private List<Route> those(Predicate<Route> which) {
        List<Route> found = routes.stream().filter(which).toList();
        assertThat(found).isNotEmpty();
        return found;
    }

    private static boolean matches(List<Pattern> patterns, String address) {
        return patterns.get(0).matcher(address).find();
    }

    @Test
    void exactlyTheRoutesOfThePlatformAreClosed() throws Exception {
        List<Pattern> closed = patterns("isClosed");

        assertThat(those(route -> matches(closed, address(route))))
                .containsExactlyElementsOf(those(route -> route.needs() == Needs.PLATFORM));
    }

    @Test
    void exactlyTheRoutesOfFilesAreAskedAboutBeforeTheFileComes() throws Exception {
        List<Pattern> uploads = patterns("isUpload");

        assertThat(
                        those(
                                route ->
                                        route.method().equals("POST")
                                                && matches(uploads, address(route))))
                .containsExactlyElementsOf(those(route -> route.mostFileBytes().isPresent()));
    }

    @Test
    void onlyRoutesThatAreThereAreAskedForFiles() throws Exception {
        List<Pattern> downloads = patterns("isDownload");

        assertThat(those(route -> matches(downloads, address(route))))
                .filteredOn(route -> route.method().equals("GET"))
                .extracting(Route::template)
                .containsExactlyInAnyOrder(
                        "{who}/messages/{id}/attachments/{aid}",
                        "{who}/messagebox/{id}/attachments/{aid}",
                        "{who}/brokerservice/inbox/{ref}/download",
                        "{who}/brokerservice/files/{ref}");
    }

    @Test
    void whereTheGatewayBelievesATokenTheAppAsksForACaller() throws Exception {
        List<Pattern> needing = patterns("needsToken");
        Set<Needs> callers = EnumSet.of(Needs.USER, Needs.ORGANISATION, Needs.SERVICE_OWNER);

        assertThat(those(route -> isBelieved(needing, address(route))))
                .filteredOn(route -> !callers.contains(route.needs()))
                .extracting(route -> route.method() + " " + route.template())
                .isEmpty();
    }

    private static boolean isBelieved(List<Pattern> needing, String address) {
        return matches(needing, address) && !needing.get(1).matcher(address).find();
    }

    @Test
    void theGatewayLetsTheLargestBodyOfAnyRouteThrough() {
        int most = routes.stream().mapToInt(Route::maxBody).max().orElseThrow();

        assertThat(policy)
                .contains("length &gt; " + most + ";")
                .contains("The body must not be over " + most + " bytes");
    }
}
