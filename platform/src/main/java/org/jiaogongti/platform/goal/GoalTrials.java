package org.jiaogongti.platform.goal;

import java.util.List;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.charter.goals.Baseline;
import org.jiaogongti.charter.goals.ExpectedOutcome;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.goals.Target;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.goal.GoalGround.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a round came to in goals that may be another round's: the next one's are tried on it. */
@Service
@Transactional(readOnly = true)
public class GoalTrials {

    private static final String NOT_ASKED = "-";

    private final GoalBoards boards;
    private final GoalGround ground;

    GoalTrials(GoalBoards boards, GoalGround ground) {
        this.boards = boards;
        this.ground = ground;
    }

    /** What is known last of a goal of somebody in a round; null where nothing is. */
    public record Known(String goal, Place place, @Nullable Told told) {}

    /**
     * By goal in the given order, the district before communities and schools; only of whom somebody reads. A goal that is told
     * from records needs not to have been one of the round.
     */
    public List<Known> of(Actor actor, Charter charter, Round round, List<Goal> goals) {
        if (goals.isEmpty()) {
            return List.of();
        }
        Places places = ground.places();
        ExpectedOutcome any = new ExpectedOutcome(round.name(), new Baseline.Undecided(NOT_ASKED),
                new Target.Undecided(NOT_ASKED), List.of(), List.of(), null, null);
        Charter asked = charter.aiming(goals.stream().map(goal -> goal.meaning(List.of(any))).toList());
        return boards.lines(asked, round, places, places.readBy(actor)).stream()
                .map(line -> new Known(line.goal().id(), line.place(), line.last().orElse(null))).toList();
    }
}
