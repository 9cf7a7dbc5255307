/** Settings by flat names, whose errors are gathered. */
package no.altinn.platform.settings;
