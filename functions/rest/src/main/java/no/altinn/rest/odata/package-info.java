/** The query options of OData v3 that lists take: filter, order, top and skip. */
package no.altinn.rest.odata;
