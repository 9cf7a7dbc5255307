package no.altinn.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** All targets. */
final class Targets {
    private Targets() {}

    static List<Target> all() {
        return Stream.of(
                        JsonTargets.all(),
                        EventTargets.all(),
                        FilterTargets.all(),
                        ReadTargets.all(),
                        WebhookTargets.all(),
                        HttpTargets.all(),
                        TokenTargets.all(),
                        RestTargets.all(),
                        XmlTargets.all(),
                        CertificateTargets.all())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The target of a name.
     *
     * @throws IllegalArgumentException if there is none, with the names that there are
     */
    static Target named(String name) {
        return all().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "There is no target '%s'. There are: %s."
                                                .formatted(name, all())));
    }
}
