package org.jiaogongti.charter.counting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one record is worth for one instance of a duty that counts its kind.
 *
 * @param duty the duty
 * @param key the instance, or null where no instance comes into question (wrong day, unknown community)
 * @param contribution what it adds, or null where it does not count
 * @param reasons why it does not count; empty where it does
 * @param elsewhere it is about another counterpart of the same duty (another school, another subject): no near miss
 */
public record Judgement(String duty, @Nullable InstanceKey key, @Nullable Contribution contribution,
        List<Reason> reasons, boolean elsewhere) {

    public Judgement {
        reasons = List.copyOf(reasons);
    }

    public boolean counts() {
        return contribution != null;
    }

    /** Not counted although it is about this instance. */
    public boolean nearMiss() {
        return contribution == null && !elsewhere;
    }
}
