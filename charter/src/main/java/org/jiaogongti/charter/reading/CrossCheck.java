package org.jiaogongti.charter.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaogongti.charter.Condition;
import org.jiaogongti.charter.DatedRule;
import org.jiaogongti.charter.Each;
import org.jiaogongti.charter.Measure;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Patch;
import org.jiaogongti.charter.Place;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.Rule;
import org.jiaogongti.charter.Window;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.calendar.Phase;
import org.jiaogongti.charter.calendar.Round;
import org.snakeyaml.engine.v2.nodes.Node;

/** What only shows once all duties are read: circles, duties nobody can fulfil, readings that contradict each other. */
final class CrossCheck {

    private final Source source;
    private final List<Reading> readings;
    private final List<Round> rounds;

    CrossCheck(Source source, List<Reading> readings, List<Round> rounds) {
        this.source = source;
        this.readings = readings;
        this.rounds = rounds;
    }

    void check(Map<Obligation, Node> obligations) {
        causes(obligations);
        obligations.forEach((duty, node) -> {
            Fields fields = Fields.free(source, node);
            openPoints(duty, fields);
            inDays(duty, fields);
            if (duty instanceof Obligation.Counted counted) {
                int before = source.findings().size();
                possible(counted.base(), fields);
                // What is wrong with the duty itself is said once, not again for each way to read it.
                for (Patch patch : source.findings().size() == before ? counted.patches() : List.<Patch>of()) {
                    possible(patched(counted.base(), patch), fields);
                }
                Rule rule = counted.base();
                for (DatedRule dated : source.findings().size() == before
                        ? counted.changes().rules()
                        : List.<DatedRule>of()) {
                    rule = dated.applyTo(rule);
                    possible(rule, fields);
                }
                exclusive(counted, fields);
            }
        });
        unused(obligations);
    }

    private static Rule patched(Rule rule, Patch patch) {
        Recurrence recurrence = patch.recurrence();
        Each each = patch.each();
        Window window = patch.window();
        List<Condition> given = patch.conditions();
        List<Condition> conditions = new ArrayList<>(given == null ? rule.conditions() : given);
        conditions.addAll(patch.further());
        return new Rule(recurrence == null ? rule.recurrence() : recurrence, each == null ? rule.each() : each,
                window == null ? rule.window() : window, rule.measure(),
                conditions, rule.quantity());
    }

    /** 由 must name a duty that counts placements, and never lead back to itself. */
    private void causes(Map<Obligation, Node> obligations) {
        Map<String, Obligation> byId = new HashMap<>();
        Map<String, String> cause = new LinkedHashMap<>();
        Map<String, Node> places = new HashMap<>();
        obligations.forEach((duty, node) -> {
            byId.put(duty.id(), duty);
            Fields fields = Fields.free(source, node);
            if (fields.has("由")) {
                cause.put(duty.id(), fields.text("由"));
                places.put(duty.id(), fields.at("由"));
            }
        });
        cause.forEach((duty, from) -> {
            Node place = places.getOrDefault(duty, obligations.values().iterator().next());
            Set<String> seen = new HashSet<>();
            String current = duty;
            while (current != null && seen.add(current)) {
                current = cause.get(current);
            }
            if (current != null) {
                source.error(place, "“由”绕成了圈：" + String.join(" → ", seen) + " → " + current + "。",
                        "让最先的一条不再写“由”。");
            } else if (!byId.containsKey(from)) {
                source.error(place, "“由”说的“" + from + "”不是本章程的责任。", Suggestion.of(from, byId.keySet()));
            } else if (!(byId.get(from) instanceof Obligation.Counted counted
                    && counted.base().measure() instanceof Measure.PlacementDays)) {
                source.error(place, "“由”说的“" + from + "”不数任教的人。", "写数“任教”的那一条，如 Q25。");
            }
        });
    }

    private void openPoints(Obligation duty, Fields fields) {
        for (String point : duty.head().openPoints()) {
            source.warning(fields.at("未定"), duty.id() + " 原文没有写明" + point, "定下来以后写进“读法”，由谁何时定要写清。");
        }
        if (duty.quantity() instanceof Quantity.Unspecified && duty.head().openPoints().isEmpty()) {
            source.warning(fields.node(), duty.id() + " 没有数量。", "写“至少”，或在“未定”里说明。");
        }
    }

    private void inDays(Obligation duty, Fields fields) {
        String phase = duty.head().phase();
        if (phase != null) {
            List<String> phases = rounds.stream().flatMap(round -> round.phases().stream()).map(Phase::name).distinct()
                    .toList();
            if (!phases.contains(phase)) {
                source.error(fields.at("阶段"), "“轮次”里没有叫“" + phase + "”的阶段。", Suggestion.of(phase, phases));
            }
            if (fields.has("自")) {
                source.error(fields.at("阶段"), duty.id() + " 又写“阶段”，又写“自”“至”。", "只留一样；写“阶段”，日子就跟着轮次走。");
            }
        }
        DateRange days = duty.head().days();
        if (days == null || rounds.isEmpty()) {
            return;
        }
        boolean inside = rounds.stream()
                .anyMatch(round -> round.days().contains(days.first()) && round.days().contains(days.last()));
        if (!inside) {
            source.error(fields.at("自"), duty.id() + " 的日期不在任何一轮之内，谁也做不到。", "改“自”“至”，或改“轮次”。");
        }
    }

    private void possible(Rule rule, Fields fields) {
        if (rule.window() != Window.WHOLE_PERIOD
                && rule.recurrence().period().filter(kind -> kind == PeriodKind.TERM).isEmpty()) {
            source.error(fields.at("窗口"), "“" + rule.window().word() + "”是学期里的窗口，“" + rule.recurrence().word()
                    + "”里没有它，谁也做不到。", "把“多久”改成“每学期”，或去掉“窗口”。");
        }
        boolean places = !rule.measure().ofOccasions();
        for (Condition condition : rule.conditions()) {
            if (places ? condition instanceof Condition.OfOccasion : condition instanceof Condition.OfPlacement) {
                source.error(fields.at("只数"), places ? "“只数”里有活动才有的条件，而这条数的是人。" : "“只数”里有派人才有的条件，而这条数的是活动。",
                        "去掉不合适的条件。");
            }
        }
        if (hosts(rule.conditions()).size() > 1) {
            source.error(fields.at("只数"), "要求同时在两所不同的学校举办，谁也做不到。", "只留一个“在…举办”，或写“任一”。");
        }
        boolean toOne = rule.conditions().stream().anyMatch(CrossCheck::needsCounterpartSchool);
        if (toOne && rule.each() != Each.MEMBER_SCHOOL && !ofWeakSubject(rule.each())) {
            source.error(fields.at("只数"), "条件里说到“对方校”，而这条没有对方校。", "写“每个: 成员校”，或改成“成员校”。");
        }
        if (rule.conditions().contains(new Condition.SubjectOfCounterpart()) && rule.each() != Each.GROUP_SUBJECT
                && !ofWeakSubject(rule.each())) {
            source.error(fields.at("只数"), "条件里说到“本学科”，而这条不分学科。", "写“每个: 学科指导组”或“每个: 薄弱学科”。");
        }
    }

    private static boolean ofWeakSubject(Each each) {
        return each == Each.WEAK_SUBJECT || each == Each.WEAK_SUBJECT_AND_KIND;
    }

    private static boolean needsCounterpartSchool(Condition condition) {
        return switch (condition) {
            case Condition.HostIs host -> host.place() == Place.COUNTERPART;
            case Condition.TookPart part -> part.place() == Place.COUNTERPART;
            case Condition.ParticipantsAtLeast part -> part.place() == Place.COUNTERPART;
            default -> false;
        };
    }

    /** The hosts asked for at once; a member school is also the counterpart. */
    private static Set<String> hosts(List<Condition> conditions) {
        Set<String> hosts = new HashSet<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.HostIs host) {
                hosts.add(switch (host.place()) {
                    case LEAD_SCHOOL -> "lead";
                    case MEMBER_SCHOOL, COUNTERPART -> "member";
                    case BEARER, ANOTHER_OF_COMMUNITY -> "any";
                });
            }
        }
        hosts.remove("any");
        return hosts;
    }

    /** Two readings must not change the same part of a duty: which one would hold? */
    private void exclusive(Obligation.Counted duty, Fields fields) {
        Map<String, String> changedBy = new HashMap<>();
        for (Patch patch : duty.patches()) {
            for (String part : parts(patch)) {
                String other = changedBy.putIfAbsent(part, patch.reading());
                if (other != null && !other.equals(patch.reading())) {
                    source.error(fields.at("用到读法"), duty.id() + " 的“" + part + "”同时由读法“" + other + "”和“"
                            + patch.reading() + "”改动。", "合成一个读法，或让其中一个改别的地方。");
                }
            }
        }
    }

    private static Set<String> parts(Patch patch) {
        Set<String> parts = new HashSet<>();
        if (patch.recurrence() != null) {
            parts.add("多久");
        }
        if (patch.each() != null) {
            parts.add("每个");
        }
        if (patch.window() != null) {
            parts.add("窗口");
        }
        if (patch.conditions() != null) {
            parts.add("只数");
        }
        if (patch.quantity() != null) {
            parts.add("至少");
        }
        if (patch.larger() != null) {
            parts.add("取");
        }
        if (patch.rounding() != null) {
            parts.add("进位");
        }
        return parts;
    }

    private void unused(Map<Obligation, Node> obligations) {
        Set<String> ids = new HashSet<>();
        for (Reading reading : readings) {
            if (!ids.add(reading.id())) {
                source.at(1, 1, Finding.Severity.ERROR, "读法编号“" + reading.id() + "”重复。", "给其中一个换一个编号。");
            }
            boolean decides = !reading.effects().isEmpty() || obligations.keySet().stream()
                    .anyMatch(duty -> duty instanceof Obligation.Counted counted && counted.patches().stream()
                            .anyMatch(patch -> patch.reading().equals(reading.name())
                                    && (!parts(patch).isEmpty() || !patch.further().isEmpty())));
            if (!decides && reading.waitsFor().isEmpty()) {
                source.at(1, 1, Finding.Severity.WARNING, "读法“" + reading.name() + "”换了也不改任何数。",
                        "在责任的“用到读法”或读法的“作用”里写明改什么；要等别的事实的，写“等”。");
            }
        }
        if (obligations.isEmpty()) {
            source.at(1, 1, Finding.Severity.WARNING, "章程里没有责任。", "在“责任”下至少写一条。");
        }
    }
}
