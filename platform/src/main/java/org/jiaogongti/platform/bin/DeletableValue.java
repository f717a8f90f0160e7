package org.jiaogongti.platform.bin;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.bin.Deleted.Thing;
import tools.jackson.databind.json.JsonMapper;

/**
 * The owner of values that are not there any more once they are deleted: the bin keeps the value itself until it is put in again
 * or its time is over.
 */
public abstract class DeletableValue<T> implements Deletable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String kind;
    private final Class<T> type;

    protected DeletableValue(String kind, Class<T> type) {
        this.kind = kind;
        this.type = type;
    }

    /** Puts it in again if this person may and nothing stands against it. */
    protected abstract Restored putBack(Actor actor, T value);

    /** The page on which it was. */
    protected abstract String path(T value);

    /** What the bin is told: where the value is, everything it says with it. */
    protected final Thing thing(UUID id, UUID belongsTo, UUID school, String title, T value) {
        return new Thing(kind, id, belongsTo, school, title, null, JSON.writeValueAsString(value));
    }

    private T value(Deleted deleted) {
        return JSON.readValue(deleted.thing().before(), type);
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final String path(Deleted deleted) {
        return path(value(deleted));
    }

    @Override
    public final Restored restore(Actor actor, Deleted deleted) {
        return putBack(actor, value(deleted));
    }

    /** Nothing of it is left but what the bin keeps, so there is nothing to stay. */
    @Override
    public final void keep(Collection<UUID> things) {}

    /** It goes with the bin's own row. */
    @Override
    public final Map<String, Integer> erase(Collection<UUID> things) {
        return Map.of();
    }
}
