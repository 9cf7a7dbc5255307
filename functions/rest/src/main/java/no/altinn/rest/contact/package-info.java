/** How organisations want to be reached. */
package no.altinn.rest.contact;
