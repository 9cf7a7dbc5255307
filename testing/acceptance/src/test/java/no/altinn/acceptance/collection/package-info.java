/** The collections of requests that people open in Bruno and in Postman. */
package no.altinn.acceptance.collection;
