package no.altinn.rest.app;

import no.altinn.platform.app.DeployedApp;
import no.altinn.platform.settings.GivenSettingsContract;
import no.altinn.platform.start.WarmUp;
import no.altinn.rest.functions.RestFunctions;
import no.altinn.testing.time.MutableClock;

import java.util.HashMap;
import java.util.Map;

class GivenSettingsTest extends GivenSettingsContract {
    @Override
    protected DeployedApp app(Map<String, String> environment) {
        return new DeployedRestApp(
                environment, MutableClock.at("2026-03-01T00:00:00Z"), new WarmUp(task -> {}));
    }

    @Override
    protected String module() {
        return "rest";
    }

    @Override
    protected Map<String, String> startingValues() {
        // Authorities are read only where certificates count.
        Map<String, String> settings = new HashMap<>(DeployedRestAppTest.settings());
        settings.put("Rest__ClientCertificates", "true");
        settings.put("Rest__CertificateAuthorities", LoginSettingsTest.ROOT.pem());
        return settings;
    }

    @Override
    protected Class<?> aFunctionClass() {
        return RestFunctions.class;
    }
}
