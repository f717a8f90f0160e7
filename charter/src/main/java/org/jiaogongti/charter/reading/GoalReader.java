package org.jiaogongti.charter.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.charter.goals.AnnualTarget;
import org.jiaogongti.charter.goals.Baseline;
import org.jiaogongti.charter.goals.DatedAim;
import org.jiaogongti.charter.goals.Direction;
import org.jiaogongti.charter.goals.ExpectedOutcome;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.goals.Indicator;
import org.jiaogongti.charter.goals.Means;
import org.jiaogongti.charter.goals.Recorded;
import org.jiaogongti.charter.goals.Target;
import org.jiaogongti.charter.goals.Whose;
import org.jiaogongti.charter.notice.Quote;
import org.jiaogongti.charter.revising.Grounds;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** 目标: what the rounds aim at. */
final class GoalReader {

    private final Source source;
    private final QuoteReader quotes;
    private final List<Round> rounds;
    private final Collection<String> readings;
    private final Collection<String> duties;

    /**
     * @param readings names of the open points
     * @param duties ids of the duties
     */
    GoalReader(Source source, QuoteReader quotes, List<Round> rounds, Collection<String> readings,
            Collection<String> duties) {
        this.source = source;
        this.quotes = quotes;
        this.rounds = rounds;
        this.readings = readings;
        this.duties = duties;
    }

    List<Goal> read(List<Node> nodes) {
        List<Goal> goals = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Node node : nodes) {
            Goal goal = goal(node);
            if (goal == null) {
                continue;
            }
            if (!ids.add(goal.id())) {
                source.error(node, "编号“" + goal.id() + "”重复。", "给其中一条换一个编号。");
                continue;
            }
            goals.add(goal);
        }
        return goals;
    }

    /** One goal, or null where it has errors that leave nothing to work with. */
    @Nullable
    Goal goal(Node node) {
        Fields fields = Fields.of(source, node, Shape.GOAL);
        String id = fields.text("编号");
        if (fields.has("编号") && !id.matches("G[0-9]{1,3}")) {
            source.error(fields.at("编号"), "“" + id + "”不是目标的编号。", "写成 G 加数字，例如 G1。");
        }
        Quote quote = quotes.read(fields);
        Indicator indicator = fields.has("指标") ? indicator(Fields.of(source, fields.at("指标"), Shape.INDICATOR)) : null;
        List<Whose> whose = new ArrayList<>();
        for (Node item : fields.list("谁的")) {
            Whose one = Fields.word(source, item, Words.WHOSE, "谁的");
            if (one != null) {
                whose.add(one);
            }
        }
        known(fields, "用到读法", readings, "没有叫“%s”的读法。");
        if (quote == null || indicator == null || id.isEmpty()) {
            return null;
        }
        return new Goal(id, quote, fields.text("名称"), indicator, whose, fields.texts("用到读法"),
                outcomes(fields, id, indicator), fields.text("说明"), DutyReader.decision(source, fields, "新增"));
    }

    private void known(Fields fields, String key, Collection<String> known, String message) {
        for (Node item : fields.list(key)) {
            String word = Fields.text(source, item);
            if (!known.contains(word)) {
                source.error(item, message.formatted(word), Suggestion.of(word, known));
            }
        }
    }

    private @Nullable Indicator indicator(Fields fields) {
        Direction direction = fields.word("方向", Words.DIRECTIONS);
        Words.MeansKind kind = fields.word("种类", Words.MEANS_KINDS);
        if (direction == null || kind == null) {
            return null;
        }
        only(fields, "来自", kind == Words.MeansKind.RECORDS, "记录");
        only(fields, "量规", kind == Words.MeansKind.JUDGEMENT, "评定");
        Means means = switch (kind) {
            case RECORDS -> records(fields);
            case OUTCOMES -> new Means.Outcomes();
            case JUDGEMENT -> new Means.Judgement(rubric(fields));
        };
        return means == null ? null : new Indicator(fields.text("什么"), fields.text("单位"), direction, means);
    }

    private void only(Fields fields, String key, boolean wanted, String kind) {
        if (wanted && !fields.has(key)) {
            source.error(fields.node(), "“种类: " + kind + "”要写“" + key + "”。", "补上“" + key + ": …”。");
        } else if (!wanted && fields.has(key)) {
            source.error(fields.at(key), "只有“种类: " + kind + "”才写“" + key + "”。",
                    "去掉“" + key + "”，或把“种类”改成“" + kind + "”。");
        }
    }

    private @Nullable Means records(Fields fields) {
        Recorded what = fields.word("来自", Words.RECORDED);
        if (what == null) {
            return null;
        }
        boolean asks = what == Recorded.DUTIES_MET;
        if (asks != fields.has("责任")) {
            source.error(fields.at("责任"), asks ? "“" + what.word() + "”要写看哪几条“责任”。" : "“" + what.word() + "”不看责任。",
                    asks ? "补上“责任: [Q04, Q05]”这样的编号。" : "去掉“责任”。");
        }
        known(fields, "责任", duties, "“%s”不是本章程的责任。");
        return new Means.Records(what, fields.texts("责任"));
    }

    private NavigableMap<Integer, String> rubric(Fields fields) {
        NavigableMap<Integer, String> rubric = new TreeMap<>();
        Node node = fields.get("量规");
        if (node == null) {
            return rubric;
        }
        Fields.free(source, node).all().forEach((level, meaning) -> {
            if (level.matches("[0-9]{1,2}")) {
                rubric.put(Integer.valueOf(level), Fields.text(source, meaning));
            } else {
                source.error(meaning, "“" + level + "”不是量规的等级。", "等级写整数，例如 1: 还没有制度。");
            }
        });
        if (rubric.size() < 2) {
            source.error(node, "量规至少要有两级。", "每级一行，例如 1: 还没有制度。");
        }
        return rubric;
    }

    private List<ExpectedOutcome> outcomes(Fields goal, String id, Indicator indicator) {
        List<ExpectedOutcome> outcomes = new ArrayList<>();
        Node node = goal.get("轮次");
        if (node == null) {
            return outcomes;
        }
        Fields.free(source, node).all().forEach((name, value) -> {
            Optional<Round> round = rounds.stream().filter(each -> each.name().equals(name)).findFirst();
            if (round.isEmpty()) {
                source.error(value, "没有叫“" + name + "”的轮次。",
                        Suggestion.of(name, rounds.stream().map(Round::name).toList()));
                return;
            }
            Fields fields = Fields.of(source, value, Shape.EXPECTED);
            Baseline baseline = fields.has("基线") ? baseline(fields.at("基线"), id + " " + name, round.get()) : null;
            Target expected = fields.has("预期")
                    ? target(fields.at("预期"), id + " " + name + "的预期", indicator, null)
                    : null;
            List<AnnualTarget> years = years(fields, id, round.get(), indicator, null);
            if (baseline != null && expected != null) {
                outcomes.add(new ExpectedOutcome(name, baseline, expected, years,
                        redrawn(fields, id, round.get(), indicator), DutyReader.decision(source, fields, "新增"),
                        DutyReader.decision(source, fields, "不再要求")));
            }
        });
        if (outcomes.isEmpty() && !source.hasErrors()) {
            source.error(node, id + " 不属于任何一轮。", "在“轮次”下至少写一轮的基线和预期。");
        }
        return outcomes;
    }

    /** 改为: what it means from a day on. */
    private List<DatedAim> redrawn(Fields fields, String id, Round round, Indicator indicator) {
        List<DatedAim> redrawn = new ArrayList<>();
        for (Node item : fields.list("改为")) {
            Fields entry = Fields.of(source, item, Shape.DATED_AIM);
            LocalDate from = entry.date("自");
            if (from == null) {
                continue;
            }
            if (!redrawn.isEmpty() && !redrawn.getLast().from().isBefore(from)) {
                source.error(entry.at("自"), "生效日期重叠或倒序。", "按日期从早到晚写，每个日期一条。");
            }
            redrawn.add(aim(entry, id, round, indicator, from, new Grounds(entry.text("决定"), entry.text("依据"), "")));
        }
        return redrawn;
    }

    /**
     * What a decision says of a goal; who decided its targets stands once, beside them.
     *
     * @param grounds of the decision
     */
    DatedAim aim(Fields entry, String id, Round round, Indicator indicator, LocalDate from, Grounds grounds) {
        List<AnnualTarget> years = years(entry, id, round, indicator, grounds);
        years.stream().map(each -> each.year().atDay(each.year().length())).filter(last -> last.isBefore(from))
                .forEach(last -> source.error(entry.at("各年"), last.getYear() + " 年在 " + from + " 以前就过完了，改不了它的目标。",
                        "去掉这一年；“自”之前过完的年份照原来的算。"));
        return new DatedAim(from, entry.has("基线") ? baseline(entry.at("基线"), id + " " + round.name(), round) : null,
                entry.has("预期")
                        ? target(entry.at("预期"), id + " " + round.name() + "的预期", indicator, grounds)
                        : null,
                years, grounds.decidedBy(), grounds.basis());
    }

    @Nullable
    Baseline baseline(Node node, String where, Round round) {
        Fields fields = Fields.of(source, node, Shape.BASELINE);
        if (fields.has("待定")) {
            alone(fields, where + "的基线");
            return new Baseline.Undecided(fields.text("待定"));
        }
        LocalDate day = fields.date("日");
        BigDecimal value = decimal(fields, "值");
        BigDecimal error = fields.has("误差") ? decimal(fields, "误差") : null;
        missing(fields, "日", "值", "来源");
        if (error != null && error.signum() < 0) {
            source.error(fields.at("误差"), "误差不能小于 0。", "写标准误；按全部记录数出来的写 0。");
        }
        if (day != null && day.isAfter(round.days().last())) {
            source.error(fields.at("日"), "基线的日子在这一轮结束(" + round.days().last() + ")以后。", "写这一轮开始前后的一天。");
        }
        return day == null || value == null ? null : new Baseline.Known(day, value, error, fields.text("来源"));
    }

    private List<AnnualTarget> years(Fields fields, String id, Round round, Indicator indicator,
            @Nullable Grounds grounds) {
        List<AnnualTarget> years = new ArrayList<>();
        Node node = fields.get("各年");
        if (node == null) {
            return years;
        }
        Fields.free(source, node).all().forEach((name, value) -> {
            int first = round.days().first().getYear();
            int last = round.days().last().getYear();
            if (!name.matches("[0-9]{4}") || Integer.parseInt(name) < first || Integer.parseInt(name) > last) {
                source.error(value, "“" + name + "”不是" + round.name() + "里的年份。",
                        "写 " + first + " 到 " + last + " 之间的年份。");
                return;
            }
            Year year = Year.of(Integer.parseInt(name));
            if (!years.isEmpty() && !years.getLast().year().isBefore(year)) {
                source.error(value, name + " 年写在 " + years.getLast().year() + " 年后面。", "按年份从早到晚写。");
            }
            Target target = target(value, id + " " + name + " 年的目标", indicator, grounds);
            if (target != null) {
                years.add(new AnnualTarget(year, target));
            }
        });
        return years;
    }

    /** @param grounds of the decision that it stands in; null where it says itself who decided */
    private @Nullable Target target(Node node, String what, Indicator indicator, @Nullable Grounds grounds) {
        Fields fields = Fields.of(source, node, Shape.TARGET);
        if (fields.has("待定")) {
            alone(fields, what);
            return new Target.Undecided(fields.text("待定"));
        }
        boolean range = indicator.direction() == Direction.RANGE;
        for (String key : range ? List.of("值") : List.of("下限", "上限")) {
            if (fields.has(key)) {
                source.error(fields.at(key), "方向是“" + indicator.direction().word() + "”，不写“" + key + "”。",
                        range ? "写“下限”和“上限”。" : "写“值”。");
            }
        }
        missing(fields, range ? new String[]{"下限", "上限"} : new String[]{"值"});
        decided(fields, grounds);
        BigDecimal margin = fields.has("余量") ? decimal(fields, "余量") : BigDecimal.ZERO;
        BigDecimal least = decimal(fields, range ? "下限" : "值");
        BigDecimal greatest = range ? decimal(fields, "上限") : least;
        if (least == null || greatest == null || margin == null) {
            return null;
        }
        if (margin.signum() < 0) {
            source.error(fields.at("余量"), "余量不能小于 0。", "写可以差多少，例如 余量: 10。");
        }
        if (least.compareTo(greatest) > 0) {
            source.error(fields.at("上限"), "上限 " + greatest + " 低于下限 " + least + "。", "把两个数对调。");
        }
        if (indicator.means() instanceof Means.Judgement rubric && !range
                && rubric.rubric().keySet().stream()
                        .noneMatch(level -> BigDecimal.valueOf(level).compareTo(least) == 0)) {
            source.error(fields.at("值"), "量规里没有 " + least + " 这一级。", "写量规里的一级。");
        }
        return new Target.Decided(indicator.direction() == Direction.LOWER ? null : least,
                indicator.direction() == Direction.HIGHER ? null : greatest,
                margin.signum() == 0 ? BigDecimal.ZERO : margin,
                grounds == null ? fields.text("决定") : grounds.decidedBy(),
                grounds == null ? fields.text("依据") : grounds.basis());
    }

    private void decided(Fields fields, @Nullable Grounds grounds) {
        if (grounds == null) {
            missing(fields, "决定", "依据");
            return;
        }
        Stream.of("决定", "依据").filter(fields::has).forEach(key -> source.error(fields.at(key),
                "“" + key + "”在这里写了两处。", "去掉目标里的；整条改动的“决定”“依据”就是它的。"));
    }

    /** What is open stands alone, and is said where the file is checked. */
    private void alone(Fields fields, String what) {
        if (fields.all().size() > 1) {
            source.error(fields.node(), what + "既写了“待定”，又写了别的。", "定下来了就去掉“待定”，没定就只写“待定”。");
        }
        source.warning(fields.at("待定"), what + "待定：" + fields.text("待定"), "定下来以后写数、谁定的和依据。");
    }

    private void missing(Fields fields, String... keys) {
        for (String key : keys) {
            if (!fields.has(key)) {
                source.error(fields.node(), "缺少“" + key + "”。", "补上“" + key + ": …”；还没有定的，写“{ 待定: 由谁定 }”。");
            }
        }
    }

    private @Nullable BigDecimal decimal(Fields fields, String key) {
        if (!fields.has(key)) {
            return null;
        }
        String text = fields.text(key);
        if (text.matches("-?[0-9]{1,6}(\\.[0-9]{1,6})?")) {
            return new BigDecimal(text);
        }
        source.error(fields.at(key), "“" + text + "”不是数。", "写成 60、59.5 或 -0.2 这样的数。");
        return null;
    }
}
