package no.altinn.platform.pdp;

import no.altinn.platform.auth.AltinnToken;

import java.util.List;
import java.util.OptionalInt;

/** What a policy says to one request. Failures are exceptions, never decisions. */
public sealed interface Decision {

    /** Whether it permits, whatever obligations come with it. */
    boolean permits();

    /**
     * Whether it permits and the caller was authenticated as surely as the policy demands.
     *
     * @param caller the token of the caller that asks
     */
    boolean permitsAtLevel(AltinnToken caller);

    /**
     * The least authentication level that a permit asks of the caller, to tell the caller. Empty
     * without a permit, without a demand, and for a demand that is no number.
     *
     * @param caller the token of the caller that asks
     */
    OptionalInt levelAskedOf(AltinnToken caller);

    /** A permit without obligations. */
    static Decision permit() {
        return new Permit(List.of());
    }

    /** A denial. */
    static Decision deny() {
        return new Denied("Deny");
    }

    /**
     * The exact decision {@code Permit}.
     *
     * @param obligations what must be met besides
     */
    record Permit(List<Obligation> obligations) implements Decision {
        public Permit {
            obligations = List.copyOf(obligations);
        }

        @Override
        public boolean permits() {
            return true;
        }

        @Override
        public boolean permitsAtLevel(AltinnToken caller) {
            return AuthenticationLevels.of(obligations).metBy(caller);
        }

        @Override
        public OptionalInt levelAskedOf(AltinnToken caller) {
            return AuthenticationLevels.of(obligations).askedOf(caller);
        }
    }

    /**
     * Any other decision.
     *
     * @param decision the word of the decision point, such as {@code NotApplicable}
     */
    record Denied(String decision) implements Decision {
        @Override
        public boolean permits() {
            return false;
        }

        @Override
        public boolean permitsAtLevel(AltinnToken caller) {
            return false;
        }

        @Override
        public OptionalInt levelAskedOf(AltinnToken caller) {
            return OptionalInt.empty();
        }
    }
}
