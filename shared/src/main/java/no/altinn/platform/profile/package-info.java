/** Who Altinn's users are, as Altinn Profile tells. */
package no.altinn.platform.profile;
