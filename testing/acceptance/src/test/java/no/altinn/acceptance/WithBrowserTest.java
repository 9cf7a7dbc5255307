package no.altinn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What tests in the browser stand on. */
@ExtendWith(WithBrowser.class)
class WithBrowserTest {
    private static final String HOME = "http://localhost/";

    private BrowserContext context;

    @BeforeEach
    void openContext(Browser browser) {
        context = browser.newContext();
    }

    @AfterEach
    void closeContext() {
        context.close();
    }

    private List<String> faultsOf(String html, Map<String, String> headers, String... tolerated) {
        return faultsOf(html, headers, List.of(tolerated), false);
    }

    private List<String> faultsOf(
            String html, Map<String, String> headers, List<String> tolerated, boolean isOpen) {
        BrowserFaults faults = BrowserFaults.in(context, tolerated, isOpen);
        context.route(
                HOME,
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("text/html")
                                        .setHeaders(headers)
                                        .setBody("<link rel=icon href=data:,>" + html)));
        Page page = context.newPage();
        page.navigate(HOME);
        return faults.soFar();
    }

    @Test
    void aQuietPageHasNoFaults() {
        assertThat(faultsOf("<script>console.log('fine')</script>", Map.of())).isEmpty();
    }

    @Test
    void errorsInTheConsoleAreFaults() {
        assertThat(faultsOf("<script>console.error('broken')</script>", Map.of()))
                .singleElement()
                .asString()
                .contains("broken");
    }

    @Test
    void errorsThatNobodyCatchesAreFaults() {
        assertThat(faultsOf("<script>null.length</script>", Map.of()))
                .anyMatch(fault -> fault.startsWith("uncaught: "));
    }

    @Test
    void violationsOfAPolicyAreFaultsAlsoWhereItOnlyReports() {
        Map<String, String> policy =
                Map.of("Content-Security-Policy-Report-Only", "script-src 'none'");
        assertThat(faultsOf("<script>1</script>", policy))
                .anyMatch(fault -> fault.contains("CSP: script-src"));
    }

    @Test
    void requestsToOtherMachinesAreFaults() {
        String image = "<img src=http://elsewhere.example/picture>";
        assertThat(faultsOf(image, Map.of()))
                .contains("request to another machine: http://elsewhere.example/picture");
    }

    @Test
    void aTestMayTolerateRequestsToOtherMachines() {
        String image = "<img src=http://elsewhere.example/picture>";
        assertThat(faultsOf(image, Map.of(), List.of("ERR_NAME_NOT_RESOLVED"), true)).isEmpty();
    }

    @Test
    void aTestMayTolerateAnErrorAndSeesTheOthers() {
        String html = "<script>console.error('wanted'); console.error('broken')</script>";
        assertThat(faultsOf(html, Map.of(), "wan.ed"))
                .singleElement()
                .asString()
                .contains("broken");
    }

    @Test
    void testsAreSkippedWithoutChromiumButFailInTheGate() {
        assertThat(WithBrowser.condition(Map.of("PATH", "")).isDisabled()).isTrue();
        assertThat(WithBrowser.condition(Map.of("PATH", "", "CI", "true")).isDisabled()).isFalse();
    }

    @Test
    void chromiumIsFoundInAnyFolderOfThePath(@TempDir Path folder) throws IOException {
        Path executable = Files.createFile(folder.resolve("chromium"));
        assertThat(executable.toFile().setExecutable(true)).isTrue();
        assertThat(Chromium.find("/nowhere:" + folder)).contains(executable);
    }
}
