package org.jiaogongti.platform.appraisal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jspecify.annotations.Nullable;

/** Schools and communities by the keys of what a sheet was computed from: ids while it is live, names in an archive. */
public record SheetPlaces(Map<String, Place> byKey) {

    public SheetPlaces {
        byKey = Map.copyOf(byKey);
    }

    /** A school or community; its name is the one it had. */
    public record Place(UUID id, String name) {}

    /** The same places as an archive knows them. */
    public static SheetPlaces archived(Collection<Place> places) {
        Map<String, Place> byName = new HashMap<>();
        places.forEach(place -> byName.put(place.name(), place));
        return new SheetPlaces(byName);
    }

    public String name(String key) {
        return find(key).map(Place::name).orElse(key);
    }

    public Optional<Place> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public UUID id(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no place " + key
                + " in the sheet\nFreeze the names of all schools with it.")).id();
    }

    /** The instance as the platform's own pages know it; null where a place of it is unknown. */
    public @Nullable InstanceKey live(InstanceKey key) {
        String bearer = live(key.bearer());
        String counterpart = key.counterpart();
        int slash = counterpart.indexOf('/');
        if (slash > 0) {
            String school = live(counterpart.substring(0, slash));
            return bearer == null || school == null
                    ? null
                    : new InstanceKey(key.duty(), bearer, school + counterpart.substring(slash), key.period());
        }
        String known = live(counterpart);
        return bearer == null
                ? null
                : new InstanceKey(key.duty(), bearer, known == null ? counterpart : known, key.period());
    }

    private @Nullable String live(String key) {
        return find(key).map(place -> place.id().toString()).orElse(null);
    }

    /** The counterpart in words: a school, a subject, both, or nothing where there is none or it has no name. */
    public String counterpart(InstanceKey key) {
        String counterpart = key.counterpart();
        int slash = counterpart.indexOf('/');
        if (slash > 0) {
            String second = counterpart.substring(slash + 1);
            return name(counterpart.substring(0, slash)) + (isId(second) ? "" : " · " + second);
        }
        if (counterpart.equals(InstanceKey.NOBODY) || (isId(counterpart) && find(counterpart).isEmpty())) {
            return "";
        }
        return name(counterpart);
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-f]{8}-[0-9a-f-]{27}");
    }
}
