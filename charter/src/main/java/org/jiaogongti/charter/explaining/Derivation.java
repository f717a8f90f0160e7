package org.jiaogongti.charter.explaining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Decision;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Overlay;
import org.jiaogongti.charter.Rule;
import org.jiaogongti.charter.Window;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.charter.explaining.Explanation.Item;

/** An explanation as lines, from the status down to the quoted characters. */
final class Derivation {

    private final Names names;
    private final Wording wording;
    private final Period period;
    private final LocalDate asOf;

    Derivation(Names names, Period period, LocalDate asOf) {
        this.names = names;
        this.wording = new Wording(names);
        this.period = period;
        this.asOf = asOf;
    }

    Line of(Explanation explanation) {
        Progress progress = explanation.progress();
        Obligation.Head head = explanation.duty().head();
        List<Line> parts = new ArrayList<>();
        parts.add(duty(explanation));
        parts.add(target(explanation));
        parts.add(Line.of("算式", arithmetic(explanation)));
        Overlay law = explanation.law();
        if (law != null) {
            parts.add(Line.of("后来的规定", "《" + law.law() + "》（" + law.issuedOn() + "），最后可办的一天 "
                    + progress.instance().lastDay() + " 不早于 " + law.from() + "，所以暂停"));
        }
        parts.add(Line.of("状态", Wording.of(progress.status()) + "，" + because(progress)));
        parts.add(items("已计", explanation.counted()));
        parts.add(items("未计", explanation.notCounted()));
        return new Line(head.id() + " " + head.name(),
                Wording.of(progress.status()) + "，" + progress.counted() + "/" + progress.target() + " " + head.unit(),
                parts);
    }

    private Line duty(Explanation explanation) {
        Obligation.Head head = explanation.duty().head();
        InstanceKey key = explanation.progress().key();
        Rule rule = explanation.rule();
        List<Line> parts = new ArrayList<>();
        int from = explanation.quoteOffset() + 1;
        parts.add(new Line("条款", head.quote().clause(), List.of(Line.of("原文",
                "“" + head.quote().text() + "”（本条第 " + from + "—" + (from + head.quote().text().length() - 1)
                        + " 字）"))));
        parts.add(Line.of("谁来做",
                head.bearer().word() + "（" + names.of(key.bearer()) + "），" + Wording.of(head.modality())));
        if (!key.counterpart().equals(InstanceKey.NOBODY)) {
            String counterpart = Arrays.stream(key.counterpart().split("/", 2)).map(names::of)
                    .collect(Collectors.joining("/"));
            parts.add(Line.of("每个", rule.each().word() + "（" + counterpart + "）"));
        }
        parts.add(
                Line.of("多久", rule.recurrence().word() + "，" + period.name() + "（" + Wording.of(period.days()) + "）"));
        if (rule.window() != Window.WHOLE_PERIOD) {
            Instance instance = explanation.progress().instance();
            parts.add(Line.of("窗口",
                    rule.window().word() + "（" + Wording.of(new DateRange(instance.firstDay(), instance.lastDay()))
                            + "）"));
        }
        if (!head.usualMonths().isEmpty()) {
            parts.add(Line.of("一般", head.usualMonths().stream().map(Wording::of).collect(Collectors.joining("、"))
                    + "（建议，不是期限）"));
        }
        parts.add(Line.of("数", wording.of(rule.measure())));
        if (!rule.conditions().isEmpty()) {
            parts.add(new Line("只数", "",
                    rule.conditions().stream().map(each -> Line.of("·", Wording.of(each))).toList()));
        }
        explanation.readings().forEach(each -> parts.add(Line.of("读法",
                each.reading().name() + "，现行“" + each.choice().alternative() + "”（自 "
                        + each.choice().from() + "，" + each.choice().decidedBy() + "，依据 " + each.choice().basis()
                        + "）")));
        parts.addAll(decided(explanation));
        return new Line("责任", head.name(), parts);
    }

    /** What was decided after the notice and holds in this period. */
    private List<Line> decided(Explanation explanation) {
        List<Line> lines = new ArrayList<>();
        if (explanation.duty() instanceof Obligation.Counted duty) {
            LocalDate day = period.days().last();
            duty.quantities().stream().filter(each -> !each.decidedBy().isEmpty() && !each.from().isAfter(day))
                    .reduce((_, last) -> last).ifPresent(each -> lines.add(Line.of("改过的数",
                            Wording.of(each.quantity(), duty.head().unit())
                                    + by(each.from(), each.decidedBy(), each.basis()))));
            duty.changes().rules().stream().filter(each -> !each.from().isAfter(day)).reduce((_, last) -> last)
                    .ifPresent(each -> lines.add(Line.of("改过的计法", by(each.from(), each.decidedBy(), each.basis()))));
            Decision added = duty.changes().added();
            if (added != null) {
                lines.add(Line.of("新增", by(added.from(), added.decidedBy(), added.basis())));
            }
        }
        return lines;
    }

    private static String by(LocalDate from, String decidedBy, String basis) {
        return "（自 " + from + "，" + decidedBy + "，依据 " + basis + "）";
    }

    private Line target(Explanation explanation) {
        Progress progress = explanation.progress();
        String own = Wording.of(explanation.rule().quantity(), explanation.duty().head().unit());
        Waiver waiver = explanation.waiver();
        if (waiver == null) {
            return Line.of("目标", own);
        }
        Integer lowered = waiver.target();
        String decision = lowered == null ? "免办" : "减办为 " + lowered;
        return new Line("目标", own, List.of(Line.of("决定", decision + "，" + waiver.decidedOn()
                + (waiver.inForce(asOf) ? " 起有效" : " 起才有效，现在仍按 " + progress.target()))));
    }

    private static String arithmetic(Explanation explanation) {
        Progress progress = explanation.progress();
        List<Integer> amounts = new ArrayList<>();
        for (Item item : explanation.counted()) {
            if (item.contribution() != null) {
                amounts.add(item.contribution().amount());
            }
        }
        String sum = amounts.size() <= 1
                ? String.valueOf(progress.counted())
                : amounts.stream().map(String::valueOf).collect(Collectors.joining(" + ")) + " = " + progress.counted();
        return progress.left() == 0
                ? sum + "，目标 " + progress.target()
                : sum + "，目标 " + progress.target() + "，还差 " + progress.target() + " − " + progress.counted() + " = "
                        + progress.left();
    }

    private String because(Progress progress) {
        Instance instance = progress.instance();
        return switch (progress.status()) {
            case MET -> "到 " + asOf + " 已达到目标";
            case OPEN -> "最后可办的一天是 " + instance.lastDay();
            case MISSED -> "最后可办的一天 " + instance.lastDay() + " 已过";
            case NOT_YET -> "第一个可办的日子是 " + instance.firstDay();
            case OPTIONAL -> "原文是“可”，不办不算没做到";
            case WAIVED -> "教育局已决定免办";
            case SUSPENDED -> "后来的规定不许办，不算完成，也不算未完成";
        };
    }

    private Line items(String label, List<Item> items) {
        List<Line> lines = new ArrayList<>();
        for (Item item : items) {
            String record = item.fact().source() + " " + wording.of(item.fact());
            lines.add(item.contribution() != null
                    ? Line.of("+" + item.contribution().amount(), record)
                    : Line.of("·",
                            record + "；" + item.reasons().stream().map(wording::of).collect(Collectors.joining("；"))));
        }
        return new Line(label, items.isEmpty() ? "无" : items.size() + " 条", lines);
    }
}
