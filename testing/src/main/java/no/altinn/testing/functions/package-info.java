/** Requests and answers of the Functions library, as tests make and read them. */
package no.altinn.testing.functions;
