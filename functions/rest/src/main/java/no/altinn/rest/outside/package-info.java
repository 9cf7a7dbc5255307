/** How this app asks others over HTTP who callers are: ID-porten, issuers of certificates. */
package no.altinn.rest.outside;
