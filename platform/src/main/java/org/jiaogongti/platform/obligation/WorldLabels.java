package org.jiaogongti.platform.obligation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jspecify.annotations.Nullable;

/** The engine's ids in words. A school or community id is its UUID as text; a subject's id is its name. */
public record WorldLabels(Map<String, Label> byId) {

    /** Characters of an id; an occasion has one and no label. */
    private static final int ID_LENGTH = 36;

    public WorldLabels {
        byId = Map.copyOf(byId);
    }

    public String name(String id) {
        Label label = byId.get(id);
        return label == null ? id : label.name();
    }

    /** The same with the names of kinds of activity, by their codes. */
    WorldLabels naming(Map<String, String> kinds) {
        Map<String, Label> all = new HashMap<>(byId);
        kinds.forEach((code, name) -> all.put(code, new Label(name, name)));
        return new WorldLabels(all);
    }

    /** A kind of activity by its name; its code where nobody named it. */
    public String kind(String code) {
        return name(code);
    }

    public String shortName(String id) {
        Label label = byId.get(id);
        return label == null ? id : label.shortName();
    }

    /**
     * The counterpart of an instance in words: a school, a subject, "school · subject"; empty where there is none.
     *
     * @param placed the name of the placed person, for counterparts that are placements; what is held, for occasions
     */
    public String counterpart(InstanceKey key, @Nullable String placed) {
        return counterpart(key, placed, this::shortName);
    }

    /** The same with schools' whole names, for documents. */
    public String wholeCounterpart(InstanceKey key, @Nullable String placed) {
        return counterpart(key, placed, this::name);
    }

    private String counterpart(InstanceKey key, @Nullable String placed, UnaryOperator<String> name) {
        String counterpart = key.counterpart();
        if (counterpart.equals(InstanceKey.NOBODY)) {
            return "";
        }
        int slash = counterpart.indexOf('/');
        if (slash < 0) {
            return byId.containsKey(counterpart) || counterpart.length() != ID_LENGTH
                    ? name.apply(counterpart)
                    : placed == null ? "" : placed;
        }
        String second = placed == null ? counterpart.substring(slash + 1) : placed;
        return name.apply(counterpart.substring(0, slash)) + " · " + second;
    }
}
