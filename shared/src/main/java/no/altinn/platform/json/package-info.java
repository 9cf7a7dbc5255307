/** JSON that is read with bounds. */
package no.altinn.platform.json;
