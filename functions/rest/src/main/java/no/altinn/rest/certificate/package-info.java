/** Certificates of organisations: whose they are, and whether they are good (rest-api.md §4). */
package no.altinn.rest.certificate;
