/** Lookups: what sources outside Altinn answer (rest-resources.md, Lookup). */
package no.altinn.rest.source;
