package no.altinn.platform.register;

/**
 * An organisation by its two names. Immutable.
 *
 * @param partyId its party, 1 and up
 * @param organizationIdentifier its number, nine digits
 */
public record Organization(int partyId, String organizationIdentifier) {}
