/** The composition root of the REST app: its settings, its objects and how it tells errors. */
package no.altinn.rest.app;
