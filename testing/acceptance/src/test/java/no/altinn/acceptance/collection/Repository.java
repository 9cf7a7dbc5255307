package no.altinn.acceptance.collection;

import java.nio.file.Path;

/** Where things are in the folder that everything is in. */
final class Repository {
    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    static final Path COLLECTIONS = ROOT.resolve("docs/collections");
    static final Path BRUNO = COLLECTIONS.resolve("bruno");
    static final Path POSTMAN = COLLECTIONS.resolve("postman");

    private Repository() {}
}
