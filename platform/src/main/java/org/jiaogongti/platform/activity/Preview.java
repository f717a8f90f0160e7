package org.jiaogongti.platform.activity;

import java.util.List;
import org.jiaogongti.charter.counting.Reason;
import org.jiaogongti.platform.obligation.Effect;
import org.jspecify.annotations.Nullable;

/**
 * What an entry would count for.
 *
 * @param missing what has to be filled in first; nothing is counted while there is something
 * @param planned it lies in the future and counts as planned
 * @param same entries of another side that may be the same thing
 * @param said what the entry says, or null while something is missing
 */
public record Preview(List<FieldError> missing, boolean planned, List<Moved> moved, List<NotCounted> not,
        List<Occasion> same, Occasion.@Nullable Said said) {

    /** Of what is saved already, or cannot be read. */
    Preview(List<FieldError> missing, boolean planned, List<Moved> moved, List<NotCounted> not, List<Occasion> same) {
        this(missing, planned, moved, not, same, null);
    }

    /** The same, with what it is about. */
    Preview about(Occasion.Said entry) {
        return new Preview(missing, planned, moved, not, same, entry);
    }

    public Preview {
        missing = List.copyOf(missing);
        moved = List.copyOf(moved);
        not = List.copyOf(not);
        same = List.copyOf(same);
    }

    /**
     * A duty that moves.
     *
     * @param kinds the parts that move it
     */
    public record Moved(Effect effect, List<String> kinds) {}

    /**
     * A duty that counts such things and does not count this.
     *
     * @param kind the part in question
     */
    public record NotCounted(String duty, String dutyName, String clause, String kind, List<Reason> reasons) {}
}
