package org.jiaogongti.platform.goal;

import java.util.List;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.calendar.Round;
import org.springframework.stereotype.Component;

/** A round's figures of everybody: what is signed is whole, whatever the one who proposes it may see. */
@Component
record WholeRound(GoalBoards boards, GoalGround ground) {

    List<ClosingLine> lines(Charter charter, Round round) {
        GoalGround.Places places = ground.places();
        return ClosingLine.of(boards.lines(charter, round, places, places.all()));
    }
}
