/** The message box: messages, their states, and who may do what with them. */
package no.altinn.rest.message;
