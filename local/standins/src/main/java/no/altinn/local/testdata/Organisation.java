package no.altinn.local.testdata;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A synthetic organisation.
 *
 * @param orgNo nine digits
 * @param form its form in the register of organisations, for example {@code AS}
 * @param deleted whether it is struck off that register
 * @param subUnits the organisations directly below it
 */
public record Organisation(
        String name,
        String orgNo,
        int partyId,
        UUID uuid,
        String form,
        boolean deleted,
        ContactPoint contact,
        List<Organisation> subUnits)
        implements Party {

    public Organisation {
        subUnits = List.copyOf(subUnits);
    }

    @Override
    public String externalUrn() {
        return "urn:altinn:organization:identifier-no:" + orgNo;
    }

    @Override
    public List<String> urns() {
        return List.of(
                externalUrn(),
                "urn:altinn:organizationnumber:" + orgNo,
                "urn:altinn:partyid:" + partyId,
                "urn:altinn:party:id:" + partyId,
                "urn:altinn:party:uuid:" + uuid);
    }

    /** It and everything below it. */
    public Stream<Organisation> withSubUnits() {
        return Stream.concat(
                Stream.of(this), subUnits.stream().flatMap(Organisation::withSubUnits));
    }
}
