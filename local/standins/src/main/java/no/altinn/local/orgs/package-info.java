/** The list of service owners, as Altinn publishes it. */
package no.altinn.local.orgs;
