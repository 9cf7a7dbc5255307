/** What resources look like: members, links and embedded resources, in four representations. */
package no.altinn.rest.representation;
