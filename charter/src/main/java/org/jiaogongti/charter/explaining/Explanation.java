package org.jiaogongti.charter.explaining;

import java.util.List;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Overlay;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.Rule;
import org.jiaogongti.charter.counting.Contribution;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Reason;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.charter.notice.Clause;
import org.jspecify.annotations.Nullable;

/**
 * Why an instance stands where it stands.
 *
 * @param clause the clause with its text; the quote is {@code duty.head().quote()}
 * @param quoteOffset where the quote begins in the clause's text, in UTF-16 units
 * @param rule how the duty counts in this period
 * @param readings the open points it depends on, each with the way in force
 * @param counted what counts, by day
 * @param notCounted what is about this instance and does not count, by day, with every reason
 * @param waiver the decision about it, in force or not, or null
 * @param law the later law that suspends it, or null
 * @param derivation all of this as lines in the clerk's words
 */
public record Explanation(Progress progress, Obligation duty, Clause clause, int quoteOffset, Rule rule,
        List<ReadingInForce> readings, List<Item> counted, List<Item> notCounted, @Nullable Waiver waiver,
        @Nullable Overlay law, Line derivation) {

    public Explanation {
        readings = List.copyOf(readings);
        counted = List.copyOf(counted);
        notCounted = List.copyOf(notCounted);
    }

    /** An open point and how it is read for this period. */
    public record ReadingInForce(Reading reading, Reading.Choice choice) {}

    /**
     * A record.
     *
     * @param contribution what it adds, or null
     * @param reasons why it does not count; empty where it does
     */
    public record Item(Fact fact, @Nullable Contribution contribution, List<Reason> reasons) {
        public Item {
            reasons = List.copyOf(reasons);
        }
    }
}
