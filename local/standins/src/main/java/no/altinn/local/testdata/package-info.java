/** The persons and organisations of the local platform, and files that are read again on change. */
package no.altinn.local.testdata;
