package no.altinn.events.app;

import no.altinn.events.functions.DiagnosticFunctions;
import no.altinn.platform.app.DeployedApp;
import no.altinn.platform.settings.GivenSettingsContract;
import no.altinn.platform.start.WarmUp;
import no.altinn.testing.time.MutableClock;

import java.util.Map;

class GivenSettingsTest extends GivenSettingsContract {
    @Override
    protected DeployedApp app(Map<String, String> environment) {
        return new DeployedEventsApp(
                environment, MutableClock.at("2026-03-01T00:00:00Z"), new WarmUp(task -> {}));
    }

    @Override
    protected String module() {
        return "eventsApi";
    }

    @Override
    protected Map<String, String> startingValues() {
        return DeployedEventsAppTest.SETTINGS;
    }

    @Override
    protected Class<?> aFunctionClass() {
        return DiagnosticFunctions.class;
    }
}
