package no.altinn.simulation.schedule;

import no.altinn.simulation.fault.Faults;
import no.altinn.simulation.outside.EndPoints;
import no.altinn.simulation.outside.EndPoints.Mood;
import no.altinn.simulation.outside.Policy;
import no.altinn.simulation.outside.Policy.Pair;
import no.altinn.simulation.store.StoredSubscriptions;
import no.altinn.simulation.time.Chance;
import no.altinn.simulation.time.World;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Changes outside the platform: policy, endpoints, account, processes. Not thread-safe. */
final class Weather {
    private static final double PERMITTED = 0.75;
    private static final Duration LONGEST_AWAY = Duration.ofMinutes(4);
    private static final Duration LONGEST_STORM = Duration.ofSeconds(75);
    private static final Duration LONGEST_MOOD = Duration.ofMinutes(12);
    private static final List<Mood> MOODS =
            List.of(
                    Mood.SLOW,
                    Mood.FAILING,
                    Mood.FAILING,
                    Mood.SILENT,
                    Mood.BUSY,
                    Mood.BUSY,
                    Mood.GONE);

    private final World world;
    private final Chance chance;
    private final Policy policy;
    private final EndPoints endPoints;
    private final StoredSubscriptions subscriptions;
    private final Set<URI> moody = new LinkedHashSet<>();

    Weather(
            World world,
            Chance chance,
            Policy policy,
            EndPoints endPoints,
            StoredSubscriptions subscriptions) {
        this.world = world;
        this.chance = chance;
        this.policy = policy;
        this.endPoints = endPoints;
        this.subscriptions = subscriptions;
    }

    /** Says what the policy permits at first. */
    void begin() {
        pairs().forEach(pair -> policy.set(pair, chance.hits(PERMITTED)));
    }

    private static List<Pair> pairs() {
        return Plan.ORGS.stream()
                .flatMap(org -> Plan.PARTIES.stream().map(party -> new Pair(org, party)))
                .toList();
    }

    /** Plans this many changes of the policy, and a while in which it is away. */
    void changePolicy(int count, Duration length) {
        for (int i = 0; i < count; i++) {
            Pair pair = chance.pick(pairs());
            world.after(
                    chance.between(Duration.ZERO, length),
                    () -> policy.set(pair, !policy.permits(pair)));
        }
        if (count > 0 && chance.hits(0.5)) {
            Duration from = chance.between(Duration.ZERO, length);
            world.after(from, () -> policy.setAway(true));
            world.after(from.plus(chance.upTo(LONGEST_AWAY)), () -> policy.setAway(false));
        }
    }

    /** Plans this many changes of how endpoints answer. */
    void changeMoods(int count, Duration length) {
        for (int i = 0; i < count; i++) {
            world.after(chance.between(Duration.ZERO, length), this::changeMood);
        }
    }

    private void changeMood() {
        List<URI> all =
                subscriptions.all().stream().flatMap(one -> one.endPoint().stream()).toList();
        if (!all.isEmpty()) {
            URI one = chance.pick(all);
            moody.add(one);
            endPoints.set(one, chance.pick(MOODS));
            world.after(chance.upTo(LONGEST_MOOD), () -> endPoints.set(one, Mood.WELL));
        }
    }

    /** Plans this many storms of the account, of seconds to a minute. */
    void storm(int count, Duration length, Faults faults) {
        for (int i = 0; i < count; i++) {
            Duration from = chance.between(Duration.ZERO, length);
            world.after(from, () -> storm(faults, true));
            world.after(from.plus(chance.upTo(LONGEST_STORM)), () -> storm(faults, false));
        }
    }

    private void storm(Faults faults, boolean isStorm) {
        world.tell("storm " + isStorm);
        faults.setStorm(isStorm);
    }

    /** Plans this many ends of processes, in the middle of anything. */
    void kill(int count, Duration length, Runnable killing) {
        for (int i = 0; i < count; i++) {
            world.after(chance.between(Duration.ZERO, length), killing);
        }
    }

    /** Lets everything be well from now on. */
    void clear(Faults faults) {
        faults.stop();
        policy.setAway(false);
        moody.forEach(one -> endPoints.set(one, Mood.WELL));
    }
}
