package org.jiaogongti.platform.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Measure;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.obligation.Board;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.school.School;

/** Who is still owed what, so that whoever records sees where to go next. */
final class Shortfalls {

    private Shortfalls() {}

    /** Lessons are compared for kinds that have lessons, times for the others: the form writes the kind's own unit. */
    static Map<UUID, Map<String, Integer>> of(Board board, List<School> schools, ActivityKinds kinds) {
        Map<String, Measure> measures = board.inForce().charter().counted().stream()
                .collect(Collectors.toMap(counted -> counted.id(), counted -> counted.base().measure()));
        Map<UUID, Map<String, Integer>> all = new HashMap<>();
        for (Standing standing : board.standings()) {
            Measure measure = measures.get(standing.duty());
            if (measure == null || standing.left() == 0
                    || !(standing.status() == Status.OPEN || standing.status() == Status.MISSED)) {
                continue;
            }
            boolean lessons = measure instanceof Measure.Lessons;
            schools.stream().filter(school -> concerns(standing.key(), school.key())).findFirst()
                    .ifPresent(school -> measure.occasionKinds().stream()
                            .filter(code -> kinds.find(code).filter(kind -> kind.countsLessons() == lessons)
                                    .isPresent())
                            .forEach(code -> all.computeIfAbsent(school.id(), _ -> new HashMap<>())
                                    .merge(code, standing.left(), Math::max)));
        }
        return all;
    }

    /** Owed to the school, or for one of its subjects, or by it. */
    private static boolean concerns(InstanceKey key, String school) {
        return key.counterpart().equals(school) || key.counterpart().startsWith(school + "/")
                || (key.bearer().equals(school) && key.counterpart().equals(InstanceKey.NOBODY));
    }
}
