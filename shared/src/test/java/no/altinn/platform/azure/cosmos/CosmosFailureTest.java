package no.altinn.platform.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.client.Unavailable;

import org.junit.jupiter.api.Test;

import reactor.core.Exceptions;

import java.util.concurrent.TimeoutException;

class CosmosFailureTest {
    @Test
    void severalCallsThatFailSideBySideAreToldAsTheirFirstFailure() {
        TimeoutException first = new TimeoutException("first");
        CosmosFailure failure =
                new CosmosFailure(Exceptions.multiple(first, new TimeoutException("second")));

        assertThat(failure.cause()).isSameAs(first);
        assertThat(failure.isPassing()).isTrue();
        assertThat(failure.toPort()).isInstanceOf(Unavailable.class).hasCause(first);
    }
}
