/**
 * The OpenAPI documents of this app (rest-api.md §8): what routes know of themselves, and words
 * that stand in files beside (docs/decisions/openapi-documents.md).
 */
package no.altinn.rest.endpoint.openapi;
