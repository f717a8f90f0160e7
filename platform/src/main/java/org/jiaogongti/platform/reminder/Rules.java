package org.jiaogongti.platform.reminder;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The bureau's rules.
 *
 * @param leads working days before the last day, for each sort that differs from the usual
 * @param usual the same for all others
 * @param delay working days after the last day until the next in line is told, and the one after that
 * @param ceiling how many reminders a school may get in a week
 */
public record Rules(Map<String, List<Integer>> leads, List<Integer> usual, int delay, int ceiling) {

    /** What holds until the bureau says otherwise. */
    public static final Rules USUAL = new Rules(Map.of(), List.of(10, 3, 0), 3, 5);
    public static final int LONGEST_LEAD = 90;
    public static final int MOST_LEADS = 5;
    public static final int LONGEST_DELAY = 30;
    public static final int HIGHEST_CEILING = 30;

    public Rules {
        leads = Map.copyOf(leads);
        usual = List.copyOf(usual);
    }

    public List<Integer> leads(String sort) {
        return leads.getOrDefault(sort, usual);
    }

    /** The longest of all. */
    public int longest() {
        return Stream.concat(usual.stream(), leads.values().stream().flatMap(List::stream))
                .mapToInt(Integer::intValue).max().orElse(0);
    }
}
