package no.altinn.platform.register;

/**
 * The organisation that a sub-unit belongs to. Immutable.
 *
 * @param externalUrn such as {@code urn:altinn:organization:identifier-no:991825827}
 * @param partyId its party
 * @param organizationIdentifier its number, nine digits
 */
public record MainUnit(String externalUrn, int partyId, String organizationIdentifier) {}
