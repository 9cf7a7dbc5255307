package no.altinn.bench.delivery;

/** A kind of work for a platform. Each has a platform of its own. */
@FunctionalInterface
interface Workload {
    /** Does the work with the build and tells what it took. */
    void run(Build build, Figures figures) throws Exception;
}
