/** Azurite for tests, installed once for all modules. */
package no.altinn.testing.azurite;
