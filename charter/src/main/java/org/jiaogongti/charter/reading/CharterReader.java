package org.jiaogongti.charter.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Phase;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.notice.Notice;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** A charter file. */
final class CharterReader {

    private final Source source;
    private final Function<String, Optional<String>> files;

    /** @param files the text of a file beside the charter, by its name */
    CharterReader(Source source, Function<String, Optional<String>> files) {
        this.source = source;
        this.files = files;
    }

    /** The charter, or null where there are errors. */
    @Nullable
    Charter read(String text) {
        Node root = source.parse(text);
        if (root == null) {
            return null;
        }
        Fields fields = Fields.of(source, root, Shape.CHARTER);
        Notice notice = notice(fields);
        if (notice == null) {
            return null;
        }
        List<Round> rounds = rounds(fields);
        List<Reading> readings = readings(fields, new EffectReader(source, rounds));
        roundsByReading(fields, readings);
        Map<String, Set<String>> alternatives = new LinkedHashMap<>();
        readings.forEach(reading -> alternatives.put(reading.name(), reading.alternatives().keySet()));
        QuoteReader quotes = new QuoteReader(source, notice);
        DutyReader duties = new DutyReader(source, quotes, alternatives);
        Map<Obligation, Node> obligations = new LinkedHashMap<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Node node : fields.list("责任")) {
            Obligation duty = duties.read(node);
            if (duty == null) {
                continue;
            }
            if (!ids.add(duty.id())) {
                source.error(node, "编号“" + duty.id() + "”重复。", "给其中一条换一个编号。");
                continue;
            }
            obligations.put(duty, node);
        }
        new CrossCheck(source, readings, rounds).check(obligations);
        List<Goal> goals = new GoalReader(source, quotes, rounds, alternatives.keySet(), ids).read(fields.list("目标"));
        return source.hasErrors()
                ? null
                : new Charter(fields.text("章程"), notice, rounds, readings, List.copyOf(obligations.keySet()),
                        goals, List.of());
    }

    private @Nullable Notice notice(Fields fields) {
        if (!fields.has("原文文件") || !fields.has("发布")) {
            return null;
        }
        Optional<String> text = files.apply(fields.text("原文文件"));
        if (text.isEmpty()) {
            source.error(fields.at("原文文件"), "找不到“" + fields.text("原文文件") + "”，或它不是 UTF-8。",
                    "把通知的全文存成 UTF-8 文本，放在章程旁边。");
            return null;
        }
        Fields issue = Fields.of(source, fields.at("发布"), Shape.ISSUE);
        LocalDate issuedOn = issue.date("日期");
        return issuedOn == null
                ? null
                : new Notice(fields.text("标题"), fields.text("索引号"), issue.text("机构"), issuedOn, text.get());
    }

    private void roundsByReading(Fields fields, List<Reading> readings) {
        for (Node node : fields.list("轮次")) {
            Fields round = Fields.free(source, node);
            String reading = round.text("依据读法");
            if (round.has("依据读法") && readings.stream().noneMatch(known -> known.name().equals(reading))) {
                source.error(round.at("依据读法"), "没有叫“" + reading + "”的读法。",
                        Suggestion.of(reading, readings.stream().map(Reading::name).toList()));
            }
        }
    }

    private List<Round> rounds(Fields fields) {
        List<Round> rounds = new ArrayList<>();
        for (Node node : fields.list("轮次")) {
            Fields round = Fields.of(source, node, Shape.ROUND);
            DateRange days = days(round);
            List<Phase> phases = new ArrayList<>();
            for (Node item : round.list("阶段")) {
                Fields phase = Fields.of(source, item, Shape.PHASE);
                DateRange phaseDays = days(phase);
                if (phaseDays != null) {
                    phases.add(new Phase(phase.text("名称"), phaseDays));
                }
            }
            String reading = round.has("依据读法") ? round.text("依据读法") : null;
            if (days != null) {
                rounds.add(new Round(round.text("名称"), days, phases, reading));
            }
        }
        return rounds;
    }

    private @Nullable DateRange days(Fields fields) {
        LocalDate first = fields.date("自");
        LocalDate last = fields.date("至");
        if (first == null || last == null) {
            return null;
        }
        if (last.isBefore(first)) {
            source.error(fields.at("至"), "“至”早于“自”。", "把两个日期对调。");
            return null;
        }
        return new DateRange(first, last);
    }

    private List<Reading> readings(Fields fields, EffectReader effects) {
        Node node = fields.get("读法");
        List<Reading> readings = new ArrayList<>();
        if (node == null) {
            return readings;
        }
        Fields.free(source, node).all().forEach((name, value) -> {
            Fields reading = Fields.of(source, value, Shape.READING);
            Map<String, String> alternatives = new LinkedHashMap<>();
            if (reading.has("可选")) {
                Fields.free(source, reading.at("可选")).all()
                        .forEach((way, meaning) -> alternatives.put(way, Fields.text(source, meaning)));
            }
            List<Reading.Choice> choices = choices(reading, alternatives.keySet());
            if (!choices.isEmpty()) {
                readings.add(new Reading(reading.text("编号"), name, reading.text("问题"), alternatives, choices,
                        effects.read(reading, alternatives.keySet()), reading.texts("等")));
            }
        });
        return readings;
    }

    private List<Reading.Choice> choices(Fields reading, Set<String> alternatives) {
        List<Reading.Choice> choices = new ArrayList<>();
        for (Node node : reading.list("现行")) {
            Fields entry = Fields.of(source, node, Shape.CHOICE);
            LocalDate from = entry.date("自");
            LocalDate until = entry.date("至");
            String way = entry.text("读法");
            if (entry.has("读法") && !alternatives.contains(way)) {
                source.error(entry.at("读法"), "“可选”里没有“" + way + "”。", Suggestion.of(way, alternatives));
            }
            if (from == null) {
                continue;
            }
            overlap(entry, from, choices);
            if (until != null && until.isBefore(from)) {
                source.error(entry.at("至"), "“至”早于“自”。", "把两个日期对调。");
            }
            choices.add(new Reading.Choice(way, from, until, entry.text("决定"), entry.text("依据")));
        }
        if (choices.isEmpty() && reading.has("现行")) {
            source.error(reading.at("现行"), "没有一种现行的读法。", "至少写一条 { 自, 读法, 决定, 依据 }。");
        }
        return choices;
    }

    private void overlap(Fields entry, LocalDate from, List<Reading.Choice> before) {
        if (before.isEmpty()) {
            return;
        }
        Reading.Choice last = before.getLast();
        LocalDate until = last.until();
        if (!from.isAfter(last.from()) || (until != null && !from.isAfter(until))) {
            source.error(entry.at("自"), "两种读法在 " + from + " 同时有效。",
                    "按日期从早到晚写；后一种从前一种结束(" + (until == null ? last.from() : until) + ")之后的一天起。");
        }
    }
}
