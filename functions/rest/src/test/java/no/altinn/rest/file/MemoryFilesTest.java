package no.altinn.rest.file;

class MemoryFilesTest extends FilesContract {
    private final MemoryFiles files = new MemoryFiles(clock);

    @Override
    protected Files files() {
        return files;
    }
}
