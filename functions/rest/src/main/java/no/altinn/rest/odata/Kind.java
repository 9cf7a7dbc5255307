package no.altinn.rest.odata;

import no.altinn.rest.representation.Value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** A kind of values that are compared with each other. */
enum Kind {
    TEXT("Edm.String"),
    NUMBER("Edm.Int32"),
    TIME("Edm.DateTime"),
    FLAG("Edm.Boolean"),
    /** The literal {@code null}, which may be compared with any. */
    NULL("null");

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    /** OData's name. */
    String title() {
        return title;
    }

    /** A member's value as one of this kind; empty if it is none. */
    Optional<Object> of(Value value) {
        if (value instanceof Value.Text text) {
            return of(text.text());
        }
        if (value instanceof Value.Whole whole) {
            return of(Long.toString(whole.number()));
        }
        return value instanceof Value.Flag flag
                ? of(Boolean.toString(flag.flag()))
                : Optional.empty();
    }

    /** A text as a value of this kind; empty if it is none. */
    Optional<Object> of(String text) {
        return switch (this) {
            case TEXT -> Optional.of(text);
            case NUMBER -> number(text);
            case TIME -> time(text);
            case FLAG ->
                    text.equals("true") || text.equals("false")
                            ? Optional.of(Boolean.valueOf(text))
                            : Optional.empty();
            case NULL -> Optional.empty();
        };
    }

    private static Optional<Object> number(String text) {
        return text.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?")
                ? Optional.of(new BigDecimal(text).stripTrailingZeros())
                : Optional.empty();
    }

    /** Times without a zone are Oslo's (rest-api.md §2). */
    private static Optional<Object> time(String text) {
        try {
            if (!text.contains("T")) {
                return Optional.of(LocalDate.parse(text).atStartOfDay());
            }
            return Optional.of(
                    text.matches(".*(?:Z|[+-][0-9:]{5})")
                            ? OffsetDateTime.parse(text).atZoneSameInstant(OSLO).toLocalDateTime()
                            : LocalDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
