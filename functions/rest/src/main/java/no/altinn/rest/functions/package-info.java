/** The REST app's triggers. */
package no.altinn.rest.functions;
