package no.altinn.acceptance.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.acceptance.infrastructure.bicep.Deployed;

import org.junit.jupiter.api.Test;

import java.util.stream.Stream;

/** The gateway asks for certificates only where they count, since browsers then ask their users. */
class ClientCertificatesTest {
    private static final String PROD = "infra-bicep/parameters/prod.bicepparam";
    private static final String BEFORE = "param deletionLocks = true";
    private static final Infrastructure WITHOUT = Infrastructure.ofRepository();
    private static final Infrastructure WITH =
            WITHOUT.with(PROD, BEFORE, BEFORE + "\nparam certificateAuthorities = 'PEM'");

    @Test
    void noClientIsAskedForACertificateWhereNoAuthorityCounts() {
        assertThat(asks(WITHOUT)).isNotEmpty().containsOnly(false);
    }

    @Test
    void clientsAreAskedWhereAnAuthorityCounts() {
        assertThat(asks(WITH)).containsOnlyOnce(true);
    }

    private static Stream<Boolean> asks(Infrastructure infrastructure) {
        return infrastructure.environments().stream()
                .flatMap(one -> one.all("Microsoft.ApiManagement/service"))
                .map(Deployed::properties)
                .map(service -> service.path("enableClientCertificate").asBoolean());
    }
}
