/** Whom users act for, and what Register tells of parties. */
package no.altinn.rest.reportee;
