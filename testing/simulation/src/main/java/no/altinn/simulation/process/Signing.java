package no.altinn.simulation.process;

import no.altinn.events.signing.DataKeyFile;
import no.altinn.events.signing.DataKeys;
import no.altinn.events.signing.EndPointSecrets;
import no.altinn.events.signing.KeyPages;
import no.altinn.events.signing.KeyRings;
import no.altinn.events.signing.KeySafe;
import no.altinn.events.signing.RotateDataKeys;
import no.altinn.events.signing.SignedRequests;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.simulation.time.Chance;

import java.security.SecureRandom;

/**
 * How requests are signed in one process.
 *
 * @param secrets the keys that owners see
 * @param requests signs with them
 * @param rotation changes the keys that those are kept under
 */
public record Signing(EndPointSecrets secrets, SignedRequests requests, RotateDataKeys rotation) {
    static Signing in(Machine machine, Ports ports, SubscriptionIndex index) {
        SecureRandom random = new Seeded(machine.chance().branch());
        DataKeyFile file =
                new DataKeyFile(ports.keyRecords(), ports.vault(), random, machine.clock());
        DataKeys dataKeys = new DataKeys(file, ports.vault(), machine.clock());
        KeySafe safe = new KeySafe(dataKeys, random);
        KeyRings rings = new KeyRings(ports.subscriptions(), index);
        EndPointSecrets secrets =
                new EndPointSecrets(
                        rings,
                        safe,
                        new KeyPages(ports.keyRecords(), random),
                        random,
                        machine.clock());
        return new Signing(
                secrets,
                new SignedRequests(index, secrets, safe, "platform.example"),
                new RotateDataKeys(
                        file,
                        ports.vault(),
                        dataKeys,
                        safe,
                        ports.subscriptions(),
                        rings,
                        machine.clock()));
    }

    /** Keys that a seed tells, so that each run of a schedule has the same ones. */
    private static final class Seeded extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final transient Chance chance;

        Seeded(Chance chance) {
            super(null, null);
            this.chance = chance;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            chance.nextBytes(bytes);
        }
    }
}
