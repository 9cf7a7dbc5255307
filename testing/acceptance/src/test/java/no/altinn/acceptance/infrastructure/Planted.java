package no.altinn.acceptance.infrastructure;

/**
 * A fault that is put into a file.
 *
 * @param file its path
 * @param right the text that is there
 * @param wrong the text in its place
 */
record Planted(String file, String right, String wrong) {
    Infrastructure in(Infrastructure infrastructure) {
        return infrastructure.with(file, right, wrong);
    }

    @Override
    public String toString() {
        return "%s: %s for %s".formatted(file, wrong.strip(), right.strip());
    }
}
