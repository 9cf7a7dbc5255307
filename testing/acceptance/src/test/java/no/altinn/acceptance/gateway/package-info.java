/** Holds the gateway's routes and policies to the apps and to what API Management understands. */
package no.altinn.acceptance.gateway;
