package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.counting.Reason;

/**
 * One instance with everything behind its number.
 *
 * @param lines what counts, what will, and what hangs on a dispute; by day
 * @param nearMisses what is about this instance and does not count
 * @param waiver the decision in force about it
 * @param history the same duty in earlier periods, newest first
 */
public record InstanceView(Standing standing, List<Line> lines, List<NearMiss> nearMisses,
        Optional<WaiverDecision> waiver, List<Standing> history, InForce inForce) {

    public InstanceView {
        lines = List.copyOf(lines);
        nearMisses = List.copyOf(nearMisses);
        history = List.copyOf(history);
    }

    /** How a line stands on the business date. */
    public enum Footing {
        COUNTED, TO_COME, PLANNED, DISPUTED
    }

    /** A part of a record that is worth something for the instance. */
    public record Line(Source source, Fact fact, int amount, LocalDate countsOn, Footing footing) {}

    /**
     * A part of a record that is worth nothing for it, with the engine's reasons.
     *
     * @param withdrawn the record was taken out by the people who made it
     */
    public record NearMiss(Source source, Fact fact, boolean withdrawn, List<Reason> reasons) {

        public NearMiss {
            reasons = List.copyOf(reasons);
        }
    }

    /** Lines of one footing, oldest first. */
    public List<Line> lines(Footing footing) {
        return lines.stream().filter(line -> line.footing() == footing).toList();
    }
}
