package no.altinn.events.signing;

final class MemoryKeyRecordsTest extends KeyRecordsContract {
    private final KeyRecords records = new MemoryKeyRecords();

    @Override
    protected KeyRecords records() {
        return records;
    }
}
