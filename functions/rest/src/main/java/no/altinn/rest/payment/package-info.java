/** The payments that forms wait for (rest-resources.md, Payment). */
package no.altinn.rest.payment;
