/** The authentication app's triggers and its composition root. */
package no.altinn.authentication.functions;
