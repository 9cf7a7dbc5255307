package no.altinn.simulation.outside;

import no.altinn.platform.register.MainUnit;
import no.altinn.platform.register.Organization;
import no.altinn.platform.register.Register;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** A register without parties: schedules name parties by their numbers. */
public final class EmptyRegister implements Register {
    @Override
    public OptionalInt partyOfPerson(String nin, String bearerToken) {
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt partyOfOrganization(String orgNumber, String bearerToken) {
        return OptionalInt.empty();
    }

    @Override
    public Map<String, UUID> partyUuids(Collection<String> personUrns) {
        return Map.of();
    }

    @Override
    public Optional<Organization> organization(String urn) {
        return Optional.empty();
    }

    @Override
    public Optional<MainUnit> mainUnit(String organisationUrn) {
        return Optional.empty();
    }
}
