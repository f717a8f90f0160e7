package org.jiaogongti.platform.obligation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a change of schools, communities or calendar would do to duties.
 *
 * @param shifts instances that come, go or change, in the order of their keys
 * @param records how many records would be judged again
 * @param labels the words for the ids in the keys
 */
public record Foreseen(List<Shift> shifts, int records, WorldLabels labels) {

    public Foreseen {
        shifts = List.copyOf(shifts);
    }

    /** Nothing is touched: no charter is adopted, or nothing is owed in these days. */
    public static Foreseen nothing() {
        return new Foreseen(List.of(), 0, new WorldLabels(Map.of()));
    }

    /**
     * One instance.
     *
     * @param before null where it comes
     * @param after null where it goes
     * @param was how it stands now; null where it comes
     * @param is how it would stand; null where it goes
     */
    public record Shift(InstanceKey key, String dutyName, String clause, @Nullable Instance before,
            @Nullable Instance after, @Nullable Progress was, @Nullable Progress is) {

        /** What counts for it, or from how much to how much. */
        public String counted() {
            String then = was == null ? "" : Integer.toString(was.counted());
            String now = is == null ? "" : Integer.toString(is.counted());
            return then.isEmpty() || now.isEmpty() || then.equals(now)
                    ? then.isEmpty() ? now : then
                    : then + " → " + now;
        }

        /** Whether it would stand otherwise, and not only come or go. */
        public boolean turns() {
            return was != null && is != null && was.status() != is.status();
        }

        public boolean comes() {
            return before == null;
        }

        public boolean goes() {
            return after == null;
        }

        /** The target, or from which to which it changes. */
        public String target() {
            if (before == null || after == null || before.target() == after.target()) {
                Instance either = after == null ? before : after;
                return either == null ? "" : Integer.toString(either.target());
            }
            return before.target() + " → " + after.target();
        }

        /** The days in which it can be done, or from which to which they change. */
        public String days() {
            String was = before == null ? "" : before.firstDay() + " – " + before.lastDay();
            String is = after == null ? "" : after.firstDay() + " – " + after.lastDay();
            return was.isEmpty() || is.isEmpty() || was.equals(is) ? is.isEmpty() ? was : is : was + " → " + is;
        }
    }

    /** The key of a state's word. */
    public static String word(Status status) {
        return "state." + switch (status) {
            case MET -> "done";
            case OPEN -> "going";
            case MISSED -> "late";
            case NOT_YET -> "todo";
            case OPTIONAL -> "opt";
            case WAIVED -> "waived";
            case SUSPENDED -> "susp";
        };
    }

    /** A duty and how many of its instances come, go and change. */
    public record Sum(String clause, String dutyName, long comes, long goes, long changes) {}

    /** One line for each duty, in the order of the charter's ids. */
    public List<Sum> byDuty() {
        Map<String, List<Shift>> byDuty = new LinkedHashMap<>();
        shifts.forEach(shift -> byDuty.computeIfAbsent(shift.key().duty(), _ -> new ArrayList<>()).add(shift));
        return byDuty.values().stream().map(Foreseen::sum).toList();
    }

    private static Sum sum(List<Shift> shifts) {
        long comes = shifts.stream().filter(Shift::comes).count();
        long goes = shifts.stream().filter(Shift::goes).count();
        return new Sum(shifts.getFirst().clause(), shifts.getFirst().dutyName(), comes, goes,
                shifts.size() - comes - goes);
    }
}
