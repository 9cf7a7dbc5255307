package no.altinn.rest.door;

import java.util.List;

/** The routes of one kind of resource. */
@FunctionalInterface
public interface Routes {
    List<Route> routes();
}
