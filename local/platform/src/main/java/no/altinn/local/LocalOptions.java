package no.altinn.local;

import java.nio.file.Path;

/**
 * How the local platform is started.
 *
 * @param home the repository's folder, where settings, policies and parties are read from
 * @param address the address to listen on
 * @param port the port to listen on; 0 for any that is free
 * @param data the folder in which everything is kept
 * @param reset whether to begin with an empty folder
 */
public record LocalOptions(Path home, String address, int port, Path data, boolean reset) {}
