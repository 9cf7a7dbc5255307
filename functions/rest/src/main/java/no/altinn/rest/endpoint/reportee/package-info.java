/** Reportees and organisations over HTTP. */
package no.altinn.rest.endpoint.reportee;
