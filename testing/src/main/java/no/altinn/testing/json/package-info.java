/** JSON as tests write and read it. */
package no.altinn.testing.json;
