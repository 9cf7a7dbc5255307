/** What services of others have a part in: lookups and payments. */
package no.altinn.rest.endpoint.outside;
