/** The organisations that own services in Altinn, as Altinn publishes them. */
package no.altinn.platform.orgs;
