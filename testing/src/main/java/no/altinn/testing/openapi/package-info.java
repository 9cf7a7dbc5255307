/** Documents that describe APIs, and what is really sent, held against each other. */
package no.altinn.testing.openapi;
