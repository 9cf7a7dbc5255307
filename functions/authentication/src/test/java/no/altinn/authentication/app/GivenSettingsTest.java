package no.altinn.authentication.app;

import no.altinn.authentication.functions.OpenIdFunctions;
import no.altinn.platform.app.DeployedApp;
import no.altinn.platform.settings.GivenSettingsContract;
import no.altinn.platform.start.WarmUp;
import no.altinn.testing.time.MutableClock;

import java.util.Map;

class GivenSettingsTest extends GivenSettingsContract {
    @Override
    protected DeployedApp app(Map<String, String> environment) {
        return new DeployedAuthenticationApp(
                environment, MutableClock.at("2026-03-01T00:00:00Z"), new WarmUp(task -> {}));
    }

    @Override
    protected String module() {
        return "authentication";
    }

    @Override
    protected Map<String, String> startingValues() {
        return DeployedAuthenticationAppTest.SETTINGS;
    }

    @Override
    protected Class<?> aFunctionClass() {
        return OpenIdFunctions.class;
    }
}
