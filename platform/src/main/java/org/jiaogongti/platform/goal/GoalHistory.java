package org.jiaogongti.platform.goal;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.platform.goal.Closing.State;
import org.jiaogongti.platform.goal.store.ClosingStore;
import org.jiaogongti.platform.goal.store.OutcomeStore;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what a district knew and signed before it came to this platform. */
@Service
public class GoalHistory {

    private final OutcomeStore outcomes;
    private final ClosingStore closings;
    private final WholeRound whole;
    private final Ids ids;

    GoalHistory(OutcomeStore outcomes, ClosingStore closings, WholeRound whole, Ids ids) {
        this.outcomes = outcomes;
        this.closings = closings;
        this.whole = whole;
        this.ids = ids;
    }

    @Transactional
    public void takeOver(List<OutcomeFact> facts) {
        outcomes.add(facts);
    }

    /** A round that was closed by two people, with the figures that the records give. */
    @Transactional
    public void closed(String round, LocalDate asOf, String words, By proposed, By signed) {
        Charter charter = whole.ground().charter().orElseThrow();
        Round found = charter.rounds().stream().filter(each -> each.name().equals(round)).findFirst().orElseThrow();
        List<ClosingLine> lines = whole.lines(charter, found);
        closings.add(new Closing(ids.next(), round, State.CONFIRMED, 1, asOf, words, Closings.hash(lines), proposed,
                signed, ""), lines);
    }
}
