package no.altinn.rest.door;

import no.altinn.rest.file.ArrivedFile;

/**
 * Takes files that the front streams past this app (rest-api.md §1): asked before the file comes,
 * and again when it is there. Both times the request has passed the door.
 */
public interface Receiver {
    /**
     * Checks everything that can be checked before the file comes.
     *
     * @param length of the file, in bytes; within the bound of the route
     * @throws RestError if the file is not wanted
     */
    void begin(Visit visit, long length);

    /**
     * Takes the file, which stays for good unless this throws or keeps it for a time of its own.
     *
     * @throws RestError if the file is not wanted any more; it is removed then
     */
    Reply commit(Visit visit, ArrivedFile file);
}
