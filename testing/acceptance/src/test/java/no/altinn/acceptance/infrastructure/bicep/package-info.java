/** Reads Bicep and tells what a deployment of it would make. */
package no.altinn.acceptance.infrastructure.bicep;
