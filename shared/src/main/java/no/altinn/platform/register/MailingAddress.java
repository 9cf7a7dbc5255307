package no.altinn.platform.register;

import java.util.Optional;

/** Where an organisation gets its letters. Immutable. */
public record MailingAddress(
        Optional<String> address, Optional<String> postalCode, Optional<String> city) {}
