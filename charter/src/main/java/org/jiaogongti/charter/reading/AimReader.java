package org.jiaogongti.charter.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.charter.goals.AnnualTarget;
import org.jiaogongti.charter.goals.DatedAim;
import org.jiaogongti.charter.goals.ExpectedOutcome;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.goals.Target;
import org.jiaogongti.charter.revising.Grounds;
import org.jiaogongti.charter.revising.Revision;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** What a difference changes of the goals of its round. */
final class AimReader {

    private static final List<String> PARTS = List.of("基线", "预期", "各年");

    private final Source source;
    private final Charter before;
    private final @Nullable Round round;
    private final @Nullable LocalDate from;
    private final GoalReader goals;

    /** @param round and {@code from} null where they have errors, which are said already */
    AimReader(Source source, Charter before, @Nullable Round round, @Nullable LocalDate from) {
        this.source = source;
        this.before = before;
        this.round = round;
        this.from = from;
        this.goals = new GoalReader(source, new QuoteReader(source, before.notice()), before.rounds(),
                before.readings().stream().map(Reading::name).toList(),
                before.obligations().stream().map(Obligation::id).toList());
    }

    /** Another meaning of a goal, or its end; null where there is nothing to work with. */
    @Nullable
    Revision ofGoal(Fields fields, Grounds grounds) {
        String id = fields.text("目标");
        Goal goal = before.goal(id).orElse(null);
        if (goal == null) {
            source.error(fields.at("目标"), "章程里没有目标“" + id + "”。",
                    Suggestion.of(id, before.goals().stream().map(Goal::id).toList()));
            return null;
        }
        if (round == null || from == null) {
            return null;
        }
        Optional<ExpectedOutcome> known = goal.in(round.name());
        if (known.filter(each -> each.ended() != null).isPresent()) {
            source.error(fields.at("目标"), id + " 已经不再是" + round.name() + "的目标了。", "去掉这一条。");
            return null;
        }
        if (fields.has("不再要求")) {
            DifferenceReader.dropped(source, fields, id, PARTS);
            if (known.isEmpty()) {
                source.error(fields.at("目标"), id + " 本来就不是" + round.name() + "的目标。", "去掉这一条。");
            }
            return new Revision.Ended(id, grounds);
        }
        if (PARTS.stream().noneMatch(fields::has)) {
            source.error(fields.node(), id + " 没有说改什么。", "写“基线”“预期”“各年”或“不再要求: 是”。");
            return null;
        }
        if (known.isEmpty() && !(fields.has("基线") && fields.has("预期"))) {
            source.error(fields.node(), id + " 还不是" + round.name() + "的目标，要成为它的目标，得写全。",
                    "“基线”和“预期”都写；还没有定的，写“{ 待定: 由谁定 }”。");
        }
        DatedAim aim = goals.aim(fields, id, round, goal.indicator(), from, grounds);
        return new Revision.Aimed(id, aim.baseline(), aim.expected(), aim.years(), grounds);
    }

    /** A goal more. */
    Revision.@Nullable Striven striven(Fields fields, Grounds grounds) {
        Node entry = fields.at("新增目标");
        Goal goal = goals.goal(entry);
        if (goal == null || round == null || !(entry instanceof MappingNode mapping)) {
            return null;
        }
        if (before.goal(goal.id()).isPresent()) {
            source.error(entry, "编号“" + goal.id() + "”已经有了。", "换一个章程里没有的编号。");
        }
        for (ExpectedOutcome outcome : goal.rounds()) {
            if (!outcome.round().equals(round.name())) {
                source.error(entry, "新增的目标只能是" + round.name() + "的，这里还写了" + outcome.round() + "。", "去掉别的轮次。");
            }
            if (!outcome.redrawn().isEmpty() || outcome.added() != null || outcome.ended() != null) {
                source.error(entry, "新增的目标里写了“改为”“新增”或“不再要求”。", "去掉它们，直接写要达到什么。");
            }
        }
        return new Revision.Striven(goal.asWritten(), Flow.entries(mapping, List.of("新增")), fields.text("原话"), grounds);
    }

    /** Whether a change leaves a goal of the round as it is. */
    static boolean same(Charter before, Revision.Aimed aimed, String round) {
        ExpectedOutcome was = before.goal(aimed.subject()).flatMap(goal -> goal.in(round)).orElse(null);
        return was != null && (aimed.baseline() == null || aimed.baseline().equals(was.baseline()))
                && (aimed.expected() == null || same(aimed.expected(), was.expected()))
                && aimed.years().stream().allMatch(each -> same(was, each));
    }

    private static boolean same(ExpectedOutcome was, AnnualTarget is) {
        return was.target(is.year()).filter(target -> same(target, is.target())).isPresent();
    }

    /** Whether two ask for the same, whoever decided it. */
    private static boolean same(Target left, Target right) {
        return (left instanceof Target.Decided one && right instanceof Target.Decided other)
                ? same(one.least(), other.least()) && same(one.greatest(), other.greatest())
                        && same(one.margin(), other.margin())
                : left.equals(right);
    }

    private static boolean same(@Nullable BigDecimal left, @Nullable BigDecimal right) {
        return (left != null && right != null) ? left.compareTo(right) == 0 : (left == null && right == null);
    }
}
