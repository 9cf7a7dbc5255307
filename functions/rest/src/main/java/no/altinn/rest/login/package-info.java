/** Users, their passwords and logins: who a caller is (rest-api.md §4, §5). */
package no.altinn.rest.login;
