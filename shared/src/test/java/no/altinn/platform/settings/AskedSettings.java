package no.altinn.platform.settings;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Settings that remember which of them an app has asked for, there or not. */
public final class AskedSettings extends AbstractMap<String, String> {
    private final Map<String, String> settings;
    private final Set<String> asked = new TreeSet<>();

    /** Nothing of these has been asked for yet. */
    public AskedSettings(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    /** The names that were asked for so far. */
    public Set<String> asked() {
        return Set.copyOf(asked);
    }

    @Override
    public String get(Object name) {
        asked.add(String.valueOf(name));
        return settings.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        asked.add(String.valueOf(name));
        return settings.containsKey(name);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return settings.entrySet();
    }
}
