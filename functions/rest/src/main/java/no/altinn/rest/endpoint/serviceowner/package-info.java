/** What service owners ask (rest-resources.md, Service owners). */
package no.altinn.rest.endpoint.serviceowner;
