package no.altinn.rest.endpoint.openapi;

import static org.junit.platform.engine.discovery.ClassNameFilter.excludeClassNamePatterns;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The tests of all routes, run within a test that looks at what they are answered. */
final class RouteTests {
    private static final String ROUTES = "no.altinn.rest.endpoint";

    private RouteTests() {}

    /** Runs them; whether they succeed is their own affair. */
    static TestExecutionSummary run() {
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectPackage(ROUTES))
                        .filters(
                                includeClassNamePatterns(".*Test"),
                                excludeClassNamePatterns(
                                        RouteTests.class.getPackageName() + "[.].*"))
                        .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, summary);
        return summary.getSummary();
    }
}
