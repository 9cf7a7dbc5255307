package no.altinn.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import no.altinn.platform.settings.InvalidSettings;
import no.altinn.platform.settings.SettingsReader;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.function.Supplier;

class DeployedAppTest {
    private static final class App extends DeployedApp {
        App(Supplier<FunctionInstanceInjector> start) {
            super(start);
        }
    }

    private static final class Greeting implements FunctionInstanceInjector {
        @Override
        public <T> T getInstance(Class<T> functionClass) {
            return functionClass.cast("hello");
        }
    }

    @Test
    void aStartedAppGivesItsInstances() throws Exception {
        assertThat(new App(Greeting::new).getInstance(String.class)).isEqualTo("hello");
    }

    @Test
    void anAppWithoutItsSettingsRefusesEveryCallAndNamesThem() {
        App app =
                new App(
                        () -> {
                            SettingsReader reader = new SettingsReader(Map.of());
                            reader.text("Some__Setting");
                            reader.check();
                            return new Greeting();
                        });

        for (int call = 0; call < 2; call++) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> app.getInstance(String.class))
                    .havingRootCause()
                    .isInstanceOf(InvalidSettings.class)
                    .withMessageContaining("Some__Setting");
        }
    }

    @Test
    void aMissingClassIsNoErrorToTheWorker() {
        App app =
                new App(
                        () -> {
                            throw new NoClassDefFoundError("some/Library");
                        });

        assertThatIllegalStateException()
                .isThrownBy(() -> app.getInstance(String.class))
                .havingRootCause()
                .withMessage("some/Library");
    }
}
