package no.altinn.rest.app;

import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;

import java.util.List;
import java.util.Optional;

/** No party at all, where the app is made without a register. */
final class Unregistered implements Reportees {
    @Override
    public List<Reportee> of(Caller.User user) {
        return List.of();
    }

    @Override
    public Optional<Reportee> find(int partyId) {
        return Optional.empty();
    }

    @Override
    public Optional<Reportee> organisation(String number) {
        return Optional.empty();
    }

    @Override
    public Optional<Reportee> person(String nationalNumber) {
        return Optional.empty();
    }
}
