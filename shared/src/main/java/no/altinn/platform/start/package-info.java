/** Work at and after the start of a process: lazy clients, classes loaded ahead. */
package no.altinn.platform.start;
