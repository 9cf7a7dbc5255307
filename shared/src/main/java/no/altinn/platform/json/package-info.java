/** JSON from outside: parsed strictly and within bounds, and read by the types of its members. */
package no.altinn.platform.json;
