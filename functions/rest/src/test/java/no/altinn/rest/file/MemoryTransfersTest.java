package no.altinn.rest.file;

import java.net.URI;

class MemoryTransfersTest extends TransfersContract {
    private final MemoryFiles files = new MemoryFiles(clock);

    @Override
    protected Files files() {
        return files;
    }

    @Override
    protected Transfers transfers() {
        return files;
    }

    @Override
    protected Outcome put(URI to, byte[] bytes) {
        MemoryFiles.Outcome outcome = files.put(to, bytes);
        return new Outcome(outcome.status(), outcome.bytes());
    }

    @Override
    protected void breakOff(URI to, byte[] bytes, long announced) {
        // What has not come whole is not put.
    }

    @Override
    protected Outcome get(URI from) {
        MemoryFiles.Outcome outcome = files.get(from);
        return new Outcome(outcome.status(), outcome.bytes());
    }
}
