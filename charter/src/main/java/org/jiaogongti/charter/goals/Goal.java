package org.jiaogongti.charter.goals;

import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.Decision;
import org.jiaogongti.charter.notice.Quote;
import org.jspecify.annotations.Nullable;

/**
 * 工作目标: a sentence of the notice and what it is told by. The sentence is the notice's, the numbers never are unless it
 * names them: each says who decided it.
 *
 * @param id such as {@code G1}
 * @param whose of whom it is told, in the file's order
 * @param readings names of the open points on which its numbers rest
 * @param rounds what it means in each round it is a goal of
 * @param note a remark for readers; may be empty
 * @param added the decision that brought it, where it was no goal before; else null
 */
public record Goal(String id, Quote quote, String name, Indicator indicator, List<Whose> whose, List<String> readings,
        List<ExpectedOutcome> rounds, String note, @Nullable Decision added) {

    public Goal {
        whose = List.copyOf(whose);
        readings = List.copyOf(readings);
        rounds = List.copyOf(rounds);
    }

    /** What it means in a round, as the decisions since leave it; empty where it is no goal of that round. */
    public Optional<ExpectedOutcome> in(String round) {
        return rounds.stream().filter(each -> each.round().equals(round)).findFirst().map(ExpectedOutcome::inForce);
    }

    /** The same with another meaning in its rounds. */
    public Goal meaning(List<ExpectedOutcome> others) {
        return new Goal(id, quote, name, indicator, whose, readings, others, note, added);
    }

    /** The same without the decision that brought it. */
    public Goal asWritten() {
        return new Goal(id, quote, name, indicator, whose, readings, rounds, note, null);
    }
}
