package org.jiaogongti.charter.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Measure;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.Rule;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.charter.revising.Difference;
import org.jiaogongti.charter.revising.Grounds;
import org.jiaogongti.charter.revising.Revision;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** 修订: a difference, against the charter that it changes. */
final class DifferenceReader {

    private static final List<String> KINDS = List.of("责任", "读法", "新增", "目标", "新增目标");
    private static final List<String> OF_DUTY = List.of("至少", "不少于", "不多于", "多久", "每个", "窗口", "只数");
    private static final List<String> OF_GOAL = List.of("基线", "预期", "各年");

    private static final String SAME = " 这样改和现在一样，不用改。";

    private final Source source;
    private final CharterText text;
    private final Charter before;
    private final Map<Revision, Node> places = new LinkedHashMap<>();

    DifferenceReader(Source source, CharterText text, Charter before) {
        this.source = source;
        this.text = text;
        this.before = before;
    }

    /** The difference, or null where there are errors. */
    @Nullable
    Difference read(String file) {
        Node root = source.parse(file);
        if (root == null) {
            return null;
        }
        Fields fields = Fields.of(source, root, Shape.DIFFERENCE);
        if (fields.has("章程") && !fields.text("章程").equals(before.id())) {
            source.error(fields.at("章程"), "这是对章程“" + fields.text("章程") + "”的修订，而现行的是“" + before.id() + "”。",
                    "核对“章程”，或换一份修订。");
        }
        LocalDate from = fields.date("自");
        AimReader aims = new AimReader(source, before, round(fields, from), from);
        Set<List<Object>> seen = new HashSet<>();
        for (Node node : fields.list("改动")) {
            for (Revision revision : revisions(node, aims)) {
                if (!seen.add(List.of(revision.subject(), revision.rank()))) {
                    source.error(node, "“" + revision.subject() + "”的同一处改了两次。", "合成一条。");
                }
                places.put(revision, node);
            }
        }
        if (source.hasErrors() || from == null) {
            return null;
        }
        Difference difference = new Difference(before.id(), fields.text("修订"), from, List.copyOf(places.keySet()));
        fits(difference, fields);
        return source.hasErrors() ? null : difference;
    }

    private @Nullable Round round(Fields fields, @Nullable LocalDate from) {
        String name = fields.text("修订");
        Optional<Round> round = before.rounds().stream().filter(each -> each.name().equals(name)).findFirst();
        if (fields.has("修订") && round.isEmpty()) {
            source.error(fields.at("修订"), "章程里没有叫“" + name + "”的轮次。",
                    Suggestion.of(name, before.rounds().stream().map(Round::name).toList()));
        } else if (round.isPresent() && from != null && !round.get().days().contains(from)) {
            source.error(fields.at("自"), from + " 不在" + name + "之内（" + round.get().days().first() + " 至 "
                    + round.get().days().last() + "）。", "写这一轮里的一天。");
        }
        return round.orElse(null);
    }

    private List<Revision> revisions(Node node, AimReader aims) {
        Fields fields = Fields.of(source, node, Shape.REVISION);
        List<String> kinds = KINDS.stream().filter(fields::has).toList();
        if (kinds.size() != 1) {
            source.error(node, kinds.isEmpty() ? "没有说改的是什么。" : "一条改动只能改一样：“" + String.join("”“", kinds) + "”写在了一起。",
                    "每条写一个“责任”“读法”“新增”“目标”或“新增目标”。");
            return List.of();
        }
        for (String key : fields.all().keySet()) {
            boolean stray = switch (key) {
                case "不再要求" -> !fields.has("责任") && !fields.has("目标");
                case "读作" -> !fields.has("读法");
                case "原话" -> !fields.has("新增") && !fields.has("新增目标");
                default ->
                    (OF_DUTY.contains(key) && !fields.has("责任")) || (OF_GOAL.contains(key) && !fields.has("目标"));
            };
            if (stray) {
                source.error(fields.at(key), "“" + key + "”不能和“" + kinds.getFirst() + "”写在一起。", "去掉它，或另写一条。");
            }
        }
        for (String key : List.of("决定", "依据")) {
            if (fields.has(key) && fields.text(key).isBlank()) {
                source.error(fields.at(key), "“" + key + "”是空的。", "写明谁决定的，凭哪份文件、哪一天。");
            }
        }
        Grounds grounds = new Grounds(fields.text("决定"), fields.text("依据"), fields.text("针对"));
        return switch (kinds.getFirst()) {
            case "责任" -> ofDuty(fields, grounds);
            case "读法" -> Stream.<Revision>ofNullable(readAs(fields, grounds)).toList();
            case "目标" -> Stream.ofNullable(aims.ofGoal(fields, grounds)).toList();
            case "新增目标" -> Stream.<Revision>ofNullable(aims.striven(fields, grounds)).toList();
            default -> Stream.<Revision>ofNullable(added(fields, grounds)).toList();
        };
    }

    private List<Revision> ofDuty(Fields fields, Grounds grounds) {
        String id = fields.text("责任");
        Obligation duty = before.obligation(id).orElse(null);
        if (duty == null) {
            source.error(fields.at("责任"), "章程里没有责任“" + id + "”。",
                    Suggestion.of(id, before.obligations().stream().map(Obligation::id).toList()));
            return List.of();
        }
        List<Revision> revisions = new ArrayList<>();
        if (fields.has("不再要求")) {
            dropped(source, fields, id, OF_DUTY);
            revisions.add(new Revision.Dropped(id, grounds));
        }
        if (duty.changes().dropped() != null) {
            source.error(fields.at("责任"), id + " 已经不再要求了。", "去掉这一条。");
        }
        Quantity quantity = quantity(fields, duty);
        if (quantity != null) {
            revisions.add(new Revision.Renumbered(id, quantity, grounds));
        }
        Revision.Restated restated = restated(fields, duty, grounds);
        if (restated != null) {
            revisions.add(restated);
        }
        if (revisions.isEmpty() && !Amounts.in(fields)) {
            source.error(fields.node(), id + " 没有说改什么。", "写“至少”“不少于”“多久”“每个”“窗口”“只数”或“不再要求: 是”。");
        }
        return revisions;
    }

    /** 不再要求 says 是, and nothing else of the same thing. */
    static void dropped(Source source, Fields fields, String id, List<String> others) {
        if (!fields.text("不再要求").equals("是")) {
            source.error(fields.at("不再要求"), "“不再要求”只能写“是”。", "要它就去掉这一行。");
        }
        if (others.stream().anyMatch(fields::has)) {
            source.error(fields.at("不再要求"), id + " 又不再要求，又改了别的。", "只留一样。");
        }
    }

    private @Nullable Quantity quantity(Fields fields, Obligation duty) {
        Quantity quantity = Amounts.decided(source, fields);
        if (quantity != null && duty instanceof Obligation.Counted
                && duty.head().recurrence() == Recurrence.EACH_TIME) {
            source.error(fields.at(fields.has("至少") ? "至少" : "不少于"), duty.id() + " 每次都要，没有数可改。",
                    "去掉它，或写“不再要求: 是”。");
            return null;
        }
        return quantity;
    }

    private Revision.@Nullable Restated restated(Fields fields, Obligation duty, Grounds grounds) {
        if (Stream.of("多久", "每个", "窗口", "只数").noneMatch(fields::has)) {
            return null;
        }
        if (duty instanceof Obligation.Uncounted) {
            Stream.of("窗口", "只数").filter(fields::has).forEach(key -> source.error(fields.at(key),
                    duty.id() + " 不按次数计，没有“" + key + "”。", "能改的是数、“多久”和“每个”，或写“不再要求: 是”。"));
        }
        Node conditions = fields.get("只数");
        return new Revision.Restated(duty.id(), fields.word("多久", Words.RECURRENCES), fields.word("每个", Words.EACH),
                fields.word("窗口", Words.WINDOWS), conditions == null
                        ? null
                        : new Revision.Asked(new ConditionReader(source).conditions(fields.list("只数")),
                                Flow.of(conditions)),
                grounds);
    }

    private Revision.@Nullable ReadAs readAs(Fields fields, Grounds grounds) {
        String name = fields.text("读法");
        Reading reading = before.reading(name).orElse(null);
        if (reading == null) {
            source.error(fields.at("读法"), "没有叫“" + name + "”的读法。",
                    Suggestion.of(name, before.readings().stream().map(Reading::name).toList()));
            return null;
        }
        String way = fields.text("读作");
        if (!reading.alternatives().containsKey(way)) {
            source.error(fields.at("读作"), fields.has("读作") ? "“可选”里没有“" + way + "”。" : "没有说读作什么。",
                    Suggestion.of(way, reading.alternatives().keySet()));
            return null;
        }
        return new Revision.ReadAs(name, way, grounds);
    }

    private Revision.@Nullable Added added(Fields fields, Grounds grounds) {
        Map<String, Set<String>> alternatives = new LinkedHashMap<>();
        before.readings().forEach(reading -> alternatives.put(reading.name(), reading.alternatives().keySet()));
        Node entry = Objects.requireNonNull(fields.get("新增"));
        Obligation read = new DutyReader(source, new QuoteReader(source, before.notice()), alternatives).read(entry);
        if (read == null || !(entry instanceof MappingNode mapping)) {
            return null;
        }
        if (read instanceof Obligation.Counted duty && duty.base().measure() instanceof Measure.Mentors) {
            source.error(entry, "新增的责任不能数“指定导师”。", "数活动、任教的人，或写“种类”。");
            return null;
        }
        if (before.obligation(read.id()).isPresent()) {
            source.error(entry, "编号“" + read.id() + "”已经有了。", "换一个章程里没有的编号。");
        }
        return new Revision.Added(read.asWritten(), Flow.entries(mapping, List.of("新增", "不再要求", "改为")),
                fields.text("原话"), grounds);
    }

    /** What only shows once it is part of the charter. */
    private void fits(Difference difference, Fields fields) {
        Source whole = new Source("章程");
        Charter after = new CharterReader(whole, _ -> Optional.of(text.notice()))
                .read(text.with(difference, before.rounds().getFirst().days().first()).charter());
        if (after == null) {
            String what = whole.findings().stream().filter(Finding::isError).findFirst().map(Finding::message)
                    .orElse("");
            source.error(fields.at("改动"), "照这样改，章程就不成立了：" + what, "看看和这一条有关的日期和读法。");
            return;
        }
        places.forEach((revision, node) -> {
            String problem = problem(difference, revision, after);
            if (!problem.isEmpty()) {
                source.error(node, problem, "改读法，或去掉这一条。");
            }
        });
    }

    /** Whether a change changes nothing, or a reading has the last word about it; empty where all is well. */
    private String problem(Difference difference, Revision revision, Charter after) {
        LocalDate from = difference.from();
        String id = revision.subject();
        return switch (revision) {
            case Revision.Renumbered number -> {
                Quantity was = quantity(before, id, from);
                yield was.equals(number.quantity())
                        ? id + " 现在就是 " + number(was) + "，不用改。"
                        : quantity(after, id, from).equals(number.quantity()) ? "" : id + " 的数由读法定，这样改不动它。";
            }
            case Revision.Restated restated -> before.obligation(id).orElse(null) instanceof Obligation.Uncounted told
                    && after.obligation(id).orElse(null) instanceof Obligation.Uncounted then
                            ? told.asked(from).equals(then.asked(from)) ? id + SAME : ""
                            : restated(restated, before.rule(id, from), after.rule(id, from));
            case Revision.Aimed aimed -> AimReader.same(before, aimed, difference.round()) ? id + SAME : "";
            case Revision.ReadAs read ->
                before.reading(id).map(reading -> reading.on(from).alternative()).orElse("").equals(read.alternative())
                        ? "“" + id + "”现在就读作“" + read.alternative() + "”，不用改。"
                        : "";
            case Revision.Dropped _,Revision.Added _,Revision.Ended _,Revision.Striven _ -> "";
        };
    }

    private static Quantity quantity(Charter charter, String duty, LocalDate day) {
        Obligation found = charter.obligation(duty).orElseThrow();
        return found instanceof Obligation.Counted ? charter.rule(duty, day).quantity() : found.quantityOn(day);
    }

    private static String number(Quantity quantity) {
        return quantity instanceof Quantity.Between between
                ? between.least() + "—" + between.most()
                : String.valueOf(quantity.target());
    }

    private static String restated(Revision.Restated asked, Rule was, Rule is) {
        Revision.Asked conditions = asked.conditions();
        boolean holds = (asked.recurrence() == null || asked.recurrence() == is.recurrence())
                && (asked.each() == null || asked.each() == is.each())
                && (asked.window() == null || asked.window() == is.window())
                && (conditions == null || is.conditions().containsAll(conditions.conditions()));
        return was.equals(is) ? asked.subject() + SAME : holds ? "" : asked.subject() + " 的这一样由读法定，这样改不动它。";
    }
}
