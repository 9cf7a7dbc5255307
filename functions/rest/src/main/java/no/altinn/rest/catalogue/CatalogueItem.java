package no.altinn.rest.catalogue;

/** What the catalogue is made of; each item is put and kept as a whole. */
public sealed interface CatalogueItem permits PublishedService, CodeListVersion, RoleDefinition {}
