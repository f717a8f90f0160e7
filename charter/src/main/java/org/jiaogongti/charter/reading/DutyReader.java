package org.jiaogongti.charter.reading;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.charter.Bearer;
import org.jiaogongti.charter.Changes;
import org.jiaogongti.charter.Condition;
import org.jiaogongti.charter.DatedQuantity;
import org.jiaogongti.charter.DatedRule;
import org.jiaogongti.charter.Decision;
import org.jiaogongti.charter.Each;
import org.jiaogongti.charter.Kind;
import org.jiaogongti.charter.Measure;
import org.jiaogongti.charter.Modality;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Patch;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.Rule;
import org.jiaogongti.charter.Window;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.notice.Quote;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** 责任: one duty. */
final class DutyReader {

    private static final List<String> PARTS = List.of("多久", "每个", "窗口", "只数");

    private final Source source;
    private final QuoteReader quotes;
    private final Map<String, Set<String>> alternatives;

    /** @param alternatives the open points and the ways to read each */
    DutyReader(Source source, QuoteReader quotes, Map<String, Set<String>> alternatives) {
        this.source = source;
        this.quotes = quotes;
        this.alternatives = alternatives;
    }

    /** The duty, or null where it has errors that leave nothing to work with. */
    @Nullable
    Obligation read(Node node) {
        Fields fields = Fields.of(source, node, Shape.DUTY);
        Bearer bearer = fields.word("谁来做", Words.BEARERS);
        Recurrence recurrence = fields.word("多久", Words.RECURRENCES);
        Quote quote = quotes.read(fields);
        Words.DutyKind kind = fields.has("种类") ? fields.word("种类", Words.DUTY_KINDS) : Words.DutyKind.COUNTED;
        Each each = fields.has("每个") ? fields.word("每个", Words.EACH) : Each.NOTHING;
        Modality modality = fields.has("语气") ? fields.word("语气", Words.MODALITIES) : Modality.MUST;
        Fields measure = Fields.of(source, fields.at("数"), Shape.MEASURE);
        if (fields.has("数") && !Words.UNITS.contains(measure.text("单位"))) {
            source.error(measure.at("单位"), "不认识的单位“" + measure.text("单位") + "”。",
                    Suggestion.of(measure.text("单位"), Words.UNITS));
        }
        List<Patch> patches = patches(fields);
        if (bearer == null || recurrence == null || quote == null || kind == null || each == null || modality == null
                || fields.text("编号").isEmpty()) {
            return null;
        }
        Obligation.Head head = new Obligation.Head(fields.text("编号"), quote, fields.text("名称"), modality, bearer,
                fields.text("为谁"), measure.text("单位"), recurrence, days(fields),
                fields.has("阶段") ? fields.text("阶段") : null, months(fields), readings(fields),
                fields.texts("等"), open(fields));
        Quantity quantity = quantity(fields);
        return switch (kind) {
            case COUNTED -> counted(fields, head, measure, each, quantity, patches);
            case STAFFING, DOCUMENT, OUTCOME -> uncounted(fields, kind, head, each, quantity);
        };
    }

    private Obligation uncounted(Fields fields, Words.DutyKind kind, Obligation.Head head, Each each,
            Quantity quantity) {
        if (fields.get("至少") instanceof SequenceNode) {
            source.error(fields.at("至少"), "不按次数计的责任，“至少”只写一个数。", "从某日起的另一个数写进“改为”。");
        }
        for (Node item : fields.list("改为")) {
            Fields entry = Fields.free(source, item);
            Stream.of("窗口", "只数").filter(entry::has).forEach(key -> source.error(entry.at(key),
                    "“" + key + "”只能写在按次数计的责任里。", "去掉它；这类责任能改数、“多久”和“每个”。"));
        }
        Changes changes = changes(fields);
        return switch (kind) {
            case COUNTED -> throw new IllegalArgumentException(head.id() + " is counted");
            case STAFFING -> new Obligation.Staffing(head, each, quantity, changes);
            case DOCUMENT -> new Obligation.Document(head, each, quantity, changes);
            case OUTCOME -> new Obligation.Outcome(head, each, quantity, changes);
        };
    }

    private @Nullable DateRange days(Fields fields) {
        LocalDate first = fields.date("自");
        LocalDate last = fields.date("至");
        if (first == null || last == null) {
            if (fields.has("自") != fields.has("至")) {
                source.error(fields.node(), "“自”和“至”要成对。", "两个都写，或都不写。");
            }
            return null;
        }
        if (last.isBefore(first)) {
            source.error(fields.at("至"), "“至”早于“自”，没有一天可办。", "把两个日期对调。");
            return null;
        }
        return new DateRange(first, last);
    }

    private List<Month> months(Fields fields) {
        List<Month> months = new ArrayList<>();
        for (Node item : fields.list("一般")) {
            Month month = Fields.word(source, item, Words.MONTHS, "一般");
            if (month != null) {
                months.add(month);
            }
        }
        return months;
    }

    private List<String> open(Fields fields) {
        List<String> open = new ArrayList<>();
        Node node = fields.get("未定");
        if (node != null) {
            Fields points = Fields.free(source, node);
            points.all().forEach((what, note) -> open.add(what + "：" + Fields.text(source, note)));
        }
        return open;
    }

    private Quantity quantity(Fields fields) {
        if (fields.has("至少") && !(fields.get("至少") instanceof SequenceNode)) {
            Integer number = fields.number("至少");
            return number == null ? new Quantity.Unspecified() : positive(fields.at("至少"), number);
        }
        if (fields.has("至少")) {
            List<DatedQuantity> dated = dated(fields);
            return dated.isEmpty() ? new Quantity.Unspecified() : dated.getFirst().quantity();
        }
        if (fields.has("不少于") || fields.has("不多于")) {
            Quantity range = Amounts.range(source, fields);
            return range == null ? new Quantity.Unspecified() : range;
        }
        if (!fields.has("未定")) {
            source.error(fields.node(), "没有写数量。", "写“至少: 1”；原文没有写数量时写“未定: { 数量: 说明 }”。");
        }
        return new Quantity.Unspecified();
    }

    private Quantity positive(Node node, int number) {
        if (number < 1) {
            source.error(node, "“至少”不能小于 1。", "写 1 以上的整数；允许不办的写“语气: 可”。");
        }
        return new Quantity.AtLeast(number);
    }

    /** 至少 as a list of numbers, each from a day on. */
    private List<DatedQuantity> dated(Fields fields) {
        List<DatedQuantity> dated = new ArrayList<>();
        if (!(fields.get("至少") instanceof SequenceNode sequence)) {
            return dated;
        }
        for (Node item : sequence.getValue()) {
            Fields entry = Fields.of(source, item, Shape.DATED_NUMBER);
            LocalDate from = entry.date("自");
            Integer number = entry.number("数");
            if (from != null && number != null) {
                if (!dated.isEmpty() && !dated.getLast().from().isBefore(from)) {
                    source.error(entry.at("自"), "生效日期重叠或倒序。", "按日期从早到晚写，每个日期一个数。");
                }
                dated.add(new DatedQuantity(from, positive(entry.at("数"), number), entry.text("决定"), entry.text("依据")));
            }
        }
        return dated;
    }

    private Changes changes(Fields fields) {
        return new Changes(datedRules(fields), decision(source, fields, "新增"), decision(source, fields, "不再要求"));
    }

    /** 改为: how it counts from a day on. How much stands alone, however it was written. */
    private List<DatedRule> datedRules(Fields fields) {
        List<DatedRule> rules = new ArrayList<>();
        for (Node item : fields.list("改为")) {
            Fields entry = Fields.of(source, item, Shape.DATED_RULE);
            LocalDate from = entry.date("自");
            if (from == null) {
                continue;
            }
            String by = entry.text("决定");
            String basis = entry.text("依据");
            Quantity quantity = Amounts.decided(source, entry);
            List<DatedRule> said = new ArrayList<>();
            if (quantity != null) {
                said.add(new DatedRule(from, quantity, null, null, null, null, by, basis));
            }
            if (PARTS.stream().anyMatch(entry::has)) {
                said.add(new DatedRule(from, null, entry.word("多久", Words.RECURRENCES), entry.word("每个", Words.EACH),
                        entry.word("窗口", Words.WINDOWS), entry.has("只数")
                                ? new ConditionReader(source).conditions(entry.list("只数"))
                                : null,
                        by, basis));
            }
            if (!rules.isEmpty() && said.stream().anyMatch(each -> !follows(rules.getLast(), each))) {
                source.error(entry.at("自"), "生效日期重叠或倒序。", "按日期从早到晚写，每个日期一条。");
            }
            rules.addAll(said);
        }
        return rules;
    }

    /** One after another; on one day how much, then how it counts. */
    private static boolean follows(DatedRule last, DatedRule next) {
        return last.from().isBefore(next.from())
                || (last.from().equals(next.from()) && last.quantity() != null && next.quantity() == null);
    }

    static @Nullable Decision decision(Source source, Fields fields, String key) {
        Node node = fields.get(key);
        if (node == null) {
            return null;
        }
        Fields entry = Fields.of(source, node, Shape.DECISION);
        LocalDate from = entry.date("自");
        return from == null ? null : new Decision(from, entry.text("决定"), entry.text("依据"), entry.text("原话"));
    }

    private List<String> readings(Fields fields) {
        Node node = fields.get("用到读法");
        if (node == null) {
            return List.of();
        }
        List<Node> names = switch (node) {
            case SequenceNode list -> list.getValue();
            case MappingNode map -> map.getValue().stream().map(tuple -> tuple.getKeyNode()).toList();
            default -> List.of(node);
        };
        for (Node name : names) {
            if (!alternatives.containsKey(Fields.text(source, name))) {
                source.error(name, "没有叫“" + Fields.text(source, name) + "”的读法。",
                        Suggestion.of(Fields.text(source, name), alternatives.keySet()));
            }
        }
        return names.stream().map(name -> name instanceof ScalarNode scalar ? scalar.getValue() : "").toList();
    }

    private List<Patch> patches(Fields fields) {
        List<Patch> patches = new ArrayList<>();
        if (!(fields.get("用到读法") instanceof MappingNode readings)) {
            return patches;
        }
        Fields.free(source, readings).all().forEach((reading, ways) -> {
            Set<String> known = alternatives.getOrDefault(reading, Set.of());
            Fields.free(source, ways).all().forEach((way, changes) -> {
                if (!known.isEmpty() && !known.contains(way)) {
                    source.error(changes, "读法“" + reading + "”里没有“" + way + "”。", Suggestion.of(way, known));
                }
                patches.add(patch(reading, way, changes));
            });
        });
        return patches;
    }

    private Patch patch(String reading, String way, Node changes) {
        Fields fields = Fields.of(source, changes, Shape.PATCH);
        List<Condition> conditions = fields.has("只数")
                ? new ConditionReader(source).conditions(fields.list("只数"))
                : null;
        Integer number = fields.number("至少");
        return new Patch(reading, way, fields.word("多久", Words.RECURRENCES), fields.word("每个", Words.EACH),
                fields.word("窗口", Words.WINDOWS), conditions,
                new ConditionReader(source).conditions(fields.list("还要")),
                number == null ? null : new Quantity.AtLeast(number),
                fields.word("取", Words.LARGER), fields.word("进位", Words.ROUNDINGS));
    }

    private @Nullable Obligation counted(Fields fields, Obligation.Head head, Fields measure, Each each,
            Quantity quantity, List<Patch> patches) {
        Window window = fields.has("窗口") ? fields.word("窗口", Words.WINDOWS) : Window.WHOLE_PERIOD;
        Measure counts = measure(fields, measure);
        List<Condition> conditions = new ConditionReader(source).conditions(fields.list("只数"));
        if (window == null || counts == null) {
            return null;
        }
        if (counts instanceof Measure.Papers != (head.recurrence() == Recurrence.EACH_TIME)
                || counts instanceof Measure.Papers != (each == Each.OCCASION)) {
            source.error(fields.at("多久"), "“每次”、“每个: 活动”和数“报备”或“活动方案”要一起写。", "三样都写，或都不写。");
        }
        Rule rule = new Rule(head.recurrence(), each, window, counts, conditions, quantity);
        return new Obligation.Counted(head, rule, dated(fields), patches,
                changes(fields));
    }

    /** A kind by its word, or one of a district's own by its code. */
    private @Nullable String kind(Node item) {
        String word = Fields.text(source, item);
        if (Words.OWN_KIND.matcher(word).matches()) {
            return word;
        }
        Kind kind = Words.KINDS.get(word);
        if (kind == null) {
            source.error(item, "“什么”里没有“" + word + "”这个词。", Suggestion.of(word, Words.KINDS.keySet())
                    + "教育局自己的种类写编码，像 own-1a2b3c4d，在“活动种类”页面上看。");
        }
        return kind == null ? null : kind.code();
    }

    private @Nullable Measure measure(Fields fields, Fields measure) {
        List<String> what = measure.texts("什么");
        if (what.equals(List.of("挂职"))) {
            return new Measure.PlacementStarts();
        }
        if (what.equals(List.of("任教"))) {
            return new Measure.PlacementDays();
        }
        if (what.equals(List.of("指定导师"))) {
            if (!fields.has("由")) {
                source.error(fields.node(), "“指定导师”要说明由哪条责任引起。", "补上“由: Q25”。");
            }
            return new Measure.Mentors(fields.text("由"));
        }
        if (what.size() == 1 && Words.PAPERS.containsKey(what.getFirst())) {
            return new Measure.Papers(Objects.requireNonNull(Words.PAPERS.get(what.getFirst())));
        }
        Set<String> codes = measure.list("什么").stream().map(this::kind).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (codes.isEmpty()) {
            return null;
        }
        return measure.text("单位").equals("节") ? new Measure.Lessons(codes) : new Measure.Occasions(codes);
    }
}
