package no.altinn.local.host.sample;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import java.util.Arrays;
import java.util.List;

/** A composition root made of the instances it is given. */
public final class Instances implements FunctionInstanceInjector {
    private final List<Object> instances;

    public Instances(Object... instances) {
        this.instances = Arrays.asList(instances);
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        return instances.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
