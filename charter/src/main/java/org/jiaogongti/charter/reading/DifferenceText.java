package org.jiaogongti.charter.reading;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.DatedQuantity;
import org.jiaogongti.charter.DatedRule;
import org.jiaogongti.charter.Decision;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.charter.goals.DatedAim;
import org.jiaogongti.charter.goals.ExpectedOutcome;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.revising.Difference;
import org.jiaogongti.charter.revising.Grounds;
import org.jiaogongti.charter.revising.Revision;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Differences as files, and the difference between two charters. */
public final class DifferenceText {

    private final Charter before;
    private final Charter after;
    private final CharterEditing nodes;
    private final Set<Revision> revisions = new LinkedHashSet<>();
    private final Set<LocalDate> days = new TreeSet<>();

    private DifferenceText(Charter before, Charter after, CharterEditing nodes) {
        this.before = before;
        this.after = after;
        this.nodes = nodes;
    }

    /** The file of a difference; the same text for the same difference. */
    public static String of(Difference difference) {
        StringBuilder text = new StringBuilder("修订: ").append(Flow.scalar(difference.round())).append("\n章程: ")
                .append(Flow.scalar(difference.charter())).append("\n自: ").append(difference.from()).append("\n改动:");
        if (difference.revisions().isEmpty()) {
            return text.append(" []\n").toString();
        }
        text.append('\n');
        for (Revision revision : difference.revisions()) {
            text.append("  - ").append(String.join("\n    ", lines(revision))).append("\n    决定: ")
                    .append(Flow.scalar(revision.grounds().decidedBy())).append("\n    依据: ")
                    .append(Flow.scalar(revision.grounds().document())).append('\n');
            if (!revision.grounds().answers().isEmpty()) {
                text.append("    针对: ").append(Flow.scalar(revision.grounds().answers())).append('\n');
            }
        }
        return text.toString();
    }

    private static List<String> lines(Revision revision) {
        String duty = "责任: " + Flow.scalar(revision.subject());
        return switch (revision) {
            case Revision.Renumbered number -> Stream.concat(Stream.of(duty),
                    Stream.of(Amounts.text(number.quantity()).split(", "))).toList();
            case Revision.Restated restated -> {
                List<String> parts = CharterText.parts(restated);
                parts.addFirst(duty);
                yield parts;
            }
            case Revision.Dropped _ -> List.of(duty, "不再要求: 是");
            case Revision.ReadAs read ->
                List.of("读法: " + Flow.scalar(read.subject()), "读作: " + Flow.scalar(read.alternative()));
            case Revision.Added added -> added("新增", added.entry(), added.words());
            case Revision.Striven striven -> added("新增目标", striven.entry(), striven.words());
            case Revision.Aimed aimed -> {
                List<String> parts = AimText.parts(aimed);
                parts.addFirst("目标: " + Flow.scalar(aimed.subject()));
                yield parts;
            }
            case Revision.Ended ended -> List.of("目标: " + Flow.scalar(ended.subject()), "不再要求: 是");
        };
    }

    private static List<String> added(String key, String entry, String words) {
        return words.isEmpty()
                ? List.of(key + ": " + entry)
                : List.of(key + ": " + entry, "原话: " + Flow.scalar(words));
    }

    /**
     * How a charter differs from the one that it was made from.
     *
     * @throws InvalidCharter where either has errors, or they differ in more than one difference can say
     */
    public static Difference between(CharterText before, CharterText after) {
        Charter was = Charters.of("前一份", before);
        Charter is = Charters.of("后一份", after);
        DifferenceText found = new DifferenceText(was, is, new CharterEditing(after.charter()));
        found.readings();
        is.obligations().forEach(found::duty);
        is.goals().forEach(found::goal);
        if (found.revisions.isEmpty()) {
            throw new InvalidCharter(same(was, is) ? "两份章程没有不同。" : "两份章程不同，但没有一处是“自某日起”的改动。改动要写明从哪一天起。");
        }
        if (found.days.size() != 1) {
            throw new InvalidCharter("改动从不同的日子起：" + found.days + "。一份修订只有一个“自”；分成几份来比。");
        }
        LocalDate from = found.days.iterator().next();
        String round = is.rounds().stream().filter(each -> each.days().contains(from)).map(Round::name).findFirst()
                .orElseThrow(() -> new InvalidCharter(from + " 不在任何一轮之内。改“自”，或先在章程的“轮次”里写明。"));
        Difference difference = new Difference(is.id(), round, from, List.copyOf(found.revisions));
        Charter again = Charters.of("前一份加上修订", before.with(difference, was.rounds().getFirst().days().first()));
        if (!same(again, is)) {
            throw new InvalidCharter("两份章程的不同不只是自 " + from + " 起的改动：" + other(again, is) + "。先把别的改动单独定下来。");
        }
        return difference;
    }

    /** Whether two charters say the same, however they are written. */
    static boolean same(Charter left, Charter right) {
        return left.id().equals(right.id()) && left.rounds().equals(right.rounds())
                && left.readings().equals(right.readings()) && left.obligations().equals(right.obligations())
                && left.goals().equals(right.goals())
                && left.notice().text().equals(right.notice().text());
    }

    private static String other(Charter left, Charter right) {
        Set<Object> known = new HashSet<>(left.obligations());
        known.addAll(left.readings());
        known.addAll(left.goals());
        return right.obligations().stream().filter(duty -> !known.contains(duty)).map(Obligation::id).findFirst()
                .or(() -> right.readings().stream().filter(reading -> !known.contains(reading)).map(Reading::name)
                        .findFirst())
                .or(() -> right.goals().stream().filter(goal -> !known.contains(goal)).map(Goal::id).findFirst())
                .orElse("轮次、原文，或少了一条责任或目标");
    }

    private void readings() {
        for (Reading reading : after.readings()) {
            List<Reading.Choice> known = before.reading(reading.name()).map(Reading::choices).orElse(reading.choices());
            reading.choices().stream().filter(choice -> !known.contains(choice)).forEach(choice -> add(choice.from(),
                    new Revision.ReadAs(reading.name(), choice.alternative(),
                            Grounds.of(choice.decidedBy(), choice.basis()))));
        }
    }

    private void duty(Obligation duty) {
        Obligation was = before.obligation(duty.id()).orElse(null);
        if (was == null) {
            added(duty);
            return;
        }
        if (duty instanceof Obligation.Counted counted) {
            List<DatedQuantity> known = was instanceof Obligation.Counted each ? each.quantities() : List.of();
            counted.quantities().stream().filter(number -> !known.contains(number) && !number.decidedBy().isEmpty())
                    .forEach(number -> add(number.from(), new Revision.Renumbered(duty.id(), number.quantity(),
                            Grounds.of(number.decidedBy(), number.basis()))));
        }
        for (DatedRule rule : duty.changes().rules()) {
            if (!was.changes().rules().contains(rule)) {
                Grounds grounds = Grounds.of(rule.decidedBy(), rule.basis());
                add(rule.from(), rule.quantity() == null
                        ? new Revision.Restated(duty.id(), rule.recurrence(), rule.each(), rule.window(),
                                asked(duty, rule), grounds)
                        : new Revision.Renumbered(duty.id(), rule.quantity(), grounds));
            }
        }
        Decision dropped = duty.changes().dropped();
        if (dropped != null && was.changes().dropped() == null) {
            add(dropped.from(),
                    new Revision.Dropped(duty.id(), Grounds.of(dropped.decidedBy(), dropped.basis())));
        }
    }

    private void added(Obligation duty) {
        Decision decision = duty.changes().added();
        Node node = nodes.duty(duty.id()).orElse(null);
        if (decision == null || !(node instanceof MappingNode mapping)) {
            return;
        }
        add(decision.from(), new Revision.Added(duty.asWritten(),
                Flow.entries(mapping, List.of("新增", "不再要求", "改为")), decision.words(),
                Grounds.of(decision.decidedBy(), decision.basis())));
    }

    private void goal(Goal goal) {
        Goal was = before.goal(goal.id()).orElse(null);
        Decision added = goal.added();
        if (was == null) {
            if (added != null && nodes.entry("目标", goal.id()).orElse(null) instanceof MappingNode mapping) {
                add(added.from(), new Revision.Striven(goal.asWritten(), Flow.entries(mapping, List.of("新增")),
                        added.words(), Grounds.of(added.decidedBy(), added.basis())));
            }
            return;
        }
        for (ExpectedOutcome outcome : goal.rounds()) {
            was.rounds().stream().filter(each -> each.round().equals(outcome.round())).findFirst()
                    .ifPresentOrElse(known -> redrawn(goal.id(), known, outcome), () -> aimed(goal.id(), outcome));
        }
    }

    /** A goal that became one of a round. */
    private void aimed(String goal, ExpectedOutcome outcome) {
        Decision added = outcome.added();
        if (added != null) {
            add(added.from(), new Revision.Aimed(goal, outcome.baseline(), outcome.expected(), outcome.years(),
                    Grounds.of(added.decidedBy(), added.basis())));
        }
    }

    private void redrawn(String goal, ExpectedOutcome was, ExpectedOutcome is) {
        for (DatedAim aim : is.redrawn()) {
            if (!was.redrawn().contains(aim)) {
                add(aim.from(), new Revision.Aimed(goal, aim.baseline(), aim.expected(), aim.years(),
                        Grounds.of(aim.decidedBy(), aim.basis())));
            }
        }
        Decision ended = is.ended();
        if (ended != null && was.ended() == null) {
            add(ended.from(), new Revision.Ended(goal, Grounds.of(ended.decidedBy(), ended.basis())));
        }
    }

    private Revision.@Nullable Asked asked(Obligation duty, DatedRule rule) {
        if (rule.conditions() == null) {
            return null;
        }
        Node list = nodes.duty(duty.id()).flatMap(node -> CharterEditing.value(node, "改为")).orElseThrow();
        List<Node> entries = list instanceof SequenceNode sequence ? sequence.getValue() : List.of(list);
        Node conditions = entries.stream()
                .filter(entry -> CharterEditing.value(entry, "自").filter(
                        day -> day instanceof ScalarNode scalar && scalar.getValue().equals(rule.from().toString()))
                        .isPresent())
                .flatMap(entry -> CharterEditing.value(entry, "只数").stream()).findFirst().orElseThrow();
        return new Revision.Asked(Objects.requireNonNull(rule.conditions()), Flow.of(conditions));
    }

    private void add(LocalDate from, Revision revision) {
        days.add(from);
        revisions.add(revision);
    }
}
