/** What the REST API costs beside the Events API, on one local platform. */
package no.altinn.bench.rest;
