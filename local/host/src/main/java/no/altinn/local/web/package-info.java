/** What the stand-ins share of HTTP: paths, bounded bodies, answers, pages. Knows no stand-in. */
package no.altinn.local.web;
