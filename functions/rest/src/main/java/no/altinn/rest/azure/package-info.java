/** What the app keeps in Azure, but for its entries. */
package no.altinn.rest.azure;
