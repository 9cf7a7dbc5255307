/** What the app has in Azure beside its database. */
package no.altinn.rest.azure;
