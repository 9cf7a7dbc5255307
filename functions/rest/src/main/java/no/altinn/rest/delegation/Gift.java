package no.altinn.rest.delegation;

import no.altinn.rest.access.Action;
import no.altinn.rest.catalogue.ServiceKey;

/** What a party gives. */
public sealed interface Gift {
    /** A text that no other gift has, fit for an id: {@code UTINN}, {@code 1001-1-Read}. */
    String key();

    /**
     * A role.
     *
     * @param code Altinn's, or a {@link LocalRole}'s
     */
    record Role(String code) implements Gift {
        @Override
        public String key() {
            return code;
        }
    }

    /** A right to do something with a service. */
    record Right(ServiceKey service, Action action) implements Gift {
        @Override
        public String key() {
            return "%s-%d-%s".formatted(service.code(), service.edition(), action.title());
        }
    }
}
