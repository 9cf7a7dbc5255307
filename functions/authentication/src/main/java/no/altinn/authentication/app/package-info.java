/**
 * The composition root of the authentication app: its settings, its objects and how it answers
 * errors.
 */
package no.altinn.authentication.app;
