package org.jiaogongti.platform.appraisal.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.appraising.Standings;
import org.jiaogongti.charter.archive.Frozen;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Status;

/**
 * A duty of which a community's instances are in no denominator.
 *
 * @param status why: optional, waived or suspended
 */
public record LeftOut(String duty, String clause, Status status, int number) {

    /** What a community's appraisal leaves out, in the order of the duties. */
    public static List<LeftOut> of(Frozen frozen, String community) {
        Counting counting = new Counting(frozen.rules().read(), frozen.world());
        Set<String> periods = Standings.periods(frozen.world(), frozen.asked().year()).stream().map(Period::name)
                .collect(Collectors.toSet());
        Map<List<Object>, Integer> numbers = new LinkedHashMap<>();
        for (Progress each : Evaluation.of(counting, frozen.facts(), frozen.waivers(), frozen.asked().asOf())
                .progress()) {
            if (each.instance().community().equals(community) && periods.contains(each.key().period())
                    && isLeftOut(each.status())) {
                numbers.merge(List.of(each.key().duty(), each.status()), 1, Integer::sum);
            }
        }
        List<LeftOut> all = new ArrayList<>();
        numbers.forEach((key, number) -> all.add(new LeftOut((String) key.get(0),
                counting.charter().obligation((String) key.get(0)).map(Obligation::head)
                        .map(head -> head.quote().clause()).orElse(""),
                (Status) key.get(1), number)));
        return all;
    }

    private static boolean isLeftOut(Status status) {
        return switch (status) {
            case OPTIONAL, WAIVED, SUSPENDED -> true;
            case MET, OPEN, MISSED, NOT_YET -> false;
        };
    }

    /** The state's shape on a page. */
    public String shape() {
        return switch (status) {
            case OPTIONAL -> "opt";
            case WAIVED -> "waived";
            case SUSPENDED -> "susp";
            case MET, OPEN, MISSED, NOT_YET -> "todo";
        };
    }
}
