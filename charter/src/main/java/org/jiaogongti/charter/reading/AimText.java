package org.jiaogongti.charter.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jiaogongti.charter.goals.AnnualTarget;
import org.jiaogongti.charter.goals.Baseline;
import org.jiaogongti.charter.goals.Target;
import org.jiaogongti.charter.revising.Grounds;
import org.jiaogongti.charter.revising.Revision;

/** Baselines and targets as a charter file writes them, in one line. */
final class AimText {

    private AimText() {}

    /** What is decided anew about a goal; who decided stands beside it. */
    static List<String> parts(Revision.Aimed aimed) {
        List<String> parts = new ArrayList<>();
        if (aimed.baseline() != null) {
            parts.add("基线: " + of(aimed.baseline()));
        }
        if (aimed.expected() != null) {
            parts.add("预期: " + of(aimed.expected(), ""));
        }
        if (!aimed.years().isEmpty()) {
            parts.add("各年: " + years(aimed.years(), ""));
        }
        return parts;
    }

    /** What a goal means in a round that it was no goal of; every target says who decided it. */
    static List<String> whole(Revision.Aimed aimed, Grounds grounds) {
        String decided = ", 决定: " + Flow.scalar(grounds.decidedBy()) + ", 依据: " + Flow.scalar(grounds.basis());
        List<String> parts = new ArrayList<>();
        if (aimed.baseline() != null) {
            parts.add("基线: " + of(aimed.baseline()));
        }
        if (aimed.expected() != null) {
            parts.add("预期: " + of(aimed.expected(), decided));
        }
        if (!aimed.years().isEmpty()) {
            parts.add("各年: " + years(aimed.years(), decided));
        }
        return parts;
    }

    private static String years(List<AnnualTarget> years, String decided) {
        return years.stream().map(each -> each.year() + ": " + of(each.target(), decided))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String of(Baseline baseline) {
        return switch (baseline) {
            case Baseline.Undecided open -> "{ 待定: " + Flow.scalar(open.words()) + " }";
            case Baseline.Known known -> "{ 日: " + known.day() + ", 值: " + known.value().toPlainString()
                    + (known.standardError() == null ? "" : ", 误差: " + known.standardError().toPlainString())
                    + ", 来源: " + Flow.scalar(known.source()) + " }";
        };
    }

    private static String of(Target target, String decided) {
        return switch (target) {
            case Target.Undecided open -> "{ 待定: " + Flow.scalar(open.words()) + " }";
            case Target.Decided each -> "{ " + bounds(each)
                    + (each.margin().signum() == 0 ? "" : ", 余量: " + each.margin().toPlainString()) + decided + " }";
        };
    }

    private static String bounds(Target.Decided target) {
        if (target.least() != null && target.greatest() != null) {
            return "下限: " + target.least().toPlainString() + ", 上限: " + target.greatest().toPlainString();
        }
        return "值: " + (target.least() == null
                ? Objects.requireNonNull(target.greatest()).toPlainString()
                : target.least().toPlainString());
    }
}
