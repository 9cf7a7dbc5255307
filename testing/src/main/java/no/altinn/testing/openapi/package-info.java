/** Holds what an app answers against what its OpenAPI document says, in both directions. */
package no.altinn.testing.openapi;
