/**
 * What Azure and the apps expect of the files in {@code infra-bicep}, and no compiler knows: a
 * table of rules over what a deployment of them would make.
 */
package no.altinn.acceptance.infrastructure;
