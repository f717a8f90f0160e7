package org.jiaogongti.platform.activity.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.Step;
import org.jiaogongti.platform.activity.Step.What;
import org.jspecify.annotations.Nullable;

/**
 * One stage in the life of an occasion.
 *
 * @param day on which it was reached or will be, or null
 * @param actorName who reached it, or empty
 */
public record LifeLine(Stage stage, Mark mark, @Nullable LocalDate day, String actorName) {

    /** From the plan to what it counts for, or to its early end. */
    public enum Stage {
        PLANNED, ANNOUNCED, HELD, RECORDED, COUNTED, CANCELLED, WITHDRAWN
    }

    /** Where it stands. */
    public enum Mark {
        DONE,
        /** What comes next. */
        NEXT, LATER,
        /** It does not go on from here. */
        STOPPED
    }

    /**
     * What was recorded after it was held has no plan and no announcement.
     *
     * @param steps oldest first
     * @param counted for how many duties it counts now
     */
    public static List<LifeLine> of(Occasion occasion, List<Step> steps, int counted) {
        List<LifeLine> line = new ArrayList<>();
        Step recorded = last(steps, What.RECORDED);
        Step held = last(steps, What.HELD);
        Step announced = announced(steps);
        State state = occasion.state();
        boolean planned = state == State.PLANNED || state == State.CANCELLED || held != null || announced != null;
        if (planned) {
            line.add(stage(Stage.PLANNED, Mark.DONE, recorded));
        }
        if (announced != null) {
            line.add(stage(Stage.ANNOUNCED, Mark.DONE, announced));
        } else if (state == State.PLANNED) {
            line.add(stage(Stage.ANNOUNCED, Mark.NEXT, null));
        }
        switch (state) {
            case CANCELLED -> line.add(stage(Stage.CANCELLED, Mark.STOPPED, last(steps, What.CANCELLED)));
            case WITHDRAWN -> line.add(stage(Stage.WITHDRAWN, Mark.STOPPED,
                    last(steps, What.WITHDRAWN, What.UNDONE, What.FALLS)));
            case PLANNED -> {
                line.add(new LifeLine(Stage.HELD, announced == null ? Mark.LATER : Mark.NEXT, occasion.said().date(),
                        ""));
                line.add(stage(Stage.RECORDED, Mark.LATER, null));
                line.add(stage(Stage.COUNTED, Mark.LATER, null));
            }
            case HELD -> {
                line.add(new LifeLine(Stage.HELD, Mark.DONE, occasion.said().date(), ""));
                line.add(stage(Stage.RECORDED, Mark.DONE, held == null ? recorded : held));
                Mark mark = counted > 0 && !occasion.disputed() ? Mark.DONE : Mark.STOPPED;
                line.add(stage(Stage.COUNTED, mark, null));
            }
        }
        return line;
    }

    private static LifeLine stage(Stage stage, Mark mark, @Nullable Step step) {
        return new LifeLine(stage, mark, step == null ? null : step.on(), step == null ? "" : step.actorName());
    }

    private static @Nullable Step last(List<Step> steps, What... whats) {
        List<What> wanted = List.of(whats);
        return steps.stream().filter(step -> wanted.contains(step.what())).reduce((_, later) -> later).orElse(null);
    }

    /** The last announcement, unless it was taken back. */
    private static @Nullable Step announced(List<Step> steps) {
        Step last = last(steps, What.ANNOUNCED, What.UNANNOUNCED);
        return last == null || last.what() == What.UNANNOUNCED ? null : last;
    }
}
