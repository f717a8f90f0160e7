package org.jiaogongti.platform.advice.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jiaogongti.platform.advice.Recommendation.Standing;
import org.jiaogongti.platform.advice.RecommendationStep.What;

/** The course of a recommendation: what its steps come to, and what may come next. */
public final class Course {

    private static final Set<What> ANSWERS = EnumSet.of(What.ADOPTED, What.PARTLY, What.DECLINED);

    private Course() {}

    /** Where it stands after some steps, the oldest first; one that takes back undoes the last that still stands. */
    public static Standing after(List<What> steps) {
        Deque<Standing> standing = new ArrayDeque<>();
        for (What step : steps) {
            switch (step) {
                case TAKEN_BACK -> standing.poll();
                case ADOPTED -> standing.push(Standing.ADOPTED);
                case PARTLY -> standing.push(Standing.PARTLY);
                case DECLINED -> standing.push(Standing.DECLINED);
                case DONE -> standing.push(Standing.DONE);
            }
        }
        Standing last = standing.peek();
        return last == null ? Standing.GIVEN : last;
    }

    /** What may be said now: an answer can be changed until it is carried out, and only what was adopted is carried out. */
    public static Set<What> next(Standing standing) {
        Set<What> next = EnumSet.noneOf(What.class);
        switch (standing) {
            case GIVEN -> next.addAll(ANSWERS);
            case ADOPTED -> next.addAll(EnumSet.of(What.PARTLY, What.DECLINED, What.DONE, What.TAKEN_BACK));
            case PARTLY -> next.addAll(EnumSet.of(What.ADOPTED, What.DECLINED, What.DONE, What.TAKEN_BACK));
            case DECLINED -> next.addAll(EnumSet.of(What.ADOPTED, What.PARTLY, What.TAKEN_BACK));
            case DONE -> next.add(What.TAKEN_BACK);
        }
        return next;
    }

    /** A no gives its reason, and what was done is said. */
    public static boolean needsWords(What what) {
        return what == What.DECLINED || what == What.PARTLY || what == What.DONE;
    }
}
