package org.jiaogongti.platform.goal.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jiaogongti.charter.goals.Attainment;
import org.jiaogongti.charter.goals.Attainment.Ground;
import org.jiaogongti.charter.goals.Baseline;
import org.jiaogongti.charter.goals.Change;
import org.jiaogongti.charter.goals.Interval;
import org.jiaogongti.charter.goals.Target;
import org.jiaogongti.charter.goals.Verdict;
import org.jiaogongti.platform.goal.Closing;
import org.jiaogongti.platform.goal.ClosingLine;
import org.jiaogongti.platform.goal.Entered.Problem;
import org.jiaogongti.platform.goal.GoalLine;
import org.jiaogongti.platform.goal.Place;
import org.jiaogongti.platform.goal.Told;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/** How this module's pages and papers say things. */
public record Words(Messages m) {

    private static final char MINUS = '\u2212';
    /** Below and above these a chance is not told as a number. */
    private static final double LEAST = 0.01;
    private static final double MOST = 0.99;

    public static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString().replace('-', MINUS);
    }

    /** A number with its unit. */
    public static String with(@Nullable BigDecimal number, String unit) {
        return number(number) + (unit.equals("%") || number == null ? unit : " " + unit);
    }

    private static String rounded(double number, int digits) {
        return number(BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_EVEN));
    }

    /** One digit more than a value is known by hides nothing and claims nothing. */
    private static int digits(@Nullable BigDecimal value) {
        return value == null ? 1 : Math.clamp(value.scale(), 1, 4);
    }

    public String target(Target target, String unit) {
        return switch (target) {
            case Target.Decided decided -> target(decided.least(), decided.greatest(), decided.margin(), unit);
            case Target.Undecided _ -> m.t("goal.undecided");
        };
    }

    private String target(@Nullable BigDecimal least, @Nullable BigDecimal greatest, BigDecimal margin, String unit) {
        String plain = least == null
                ? m.t("goal.target.most", with(greatest, unit))
                : greatest == null
                        ? m.t("goal.target.least", with(least, unit))
                        : m.t("goal.target.range", number(least), with(greatest, unit));
        return margin.signum() == 0 ? plain : m.t("goal.target.margin", plain, with(margin, unit));
    }

    String target(ClosingLine line) {
        ClosingLine.Aim aim = line.aim();
        return aim.decided()
                ? target(aim.least(), aim.greatest(), aim.margin(), line.about().unit())
                : m.t("goal.undecided");
    }

    /** Who decided the target and by what; or who is to. */
    public static String basis(Target target) {
        return switch (target) {
            case Target.Decided decided -> decided.decidedBy().equals(decided.basis())
                    ? decided.basis()
                    : decided.decidedBy() + "，" + decided.basis();
            case Target.Undecided open -> open.words();
        };
    }

    public String baseline(Baseline baseline, String unit) {
        return switch (baseline) {
            case Baseline.Known known -> m.t("goal.baseline.known", with(known.value(), unit),
                    error(known.standardError(), unit), known.day().toString());
            case Baseline.Undecided _ -> m.t("goal.undecided");
        };
    }

    public static String source(Baseline baseline) {
        return switch (baseline) {
            case Baseline.Known known -> known.source();
            case Baseline.Undecided open -> open.words();
        };
    }

    private String error(@Nullable BigDecimal error, String unit) {
        return error == null || error.signum() == 0 ? "" : m.t("goal.error", with(error, unit));
    }

    /** What is known in a year. */
    public String value(GoalLine.InYear year, String unit) {
        return year.begun() ? value(year.told(), unit) : m.t("goal.coming");
    }

    /** A value as it was told. */
    public String value(@Nullable Told told, String unit) {
        return switch (told) {
            case null -> m.t("goal.none");
            case Told.Share share -> m.t("goal.share", with(share.value(), unit), share.part(), share.whole());
            case Told.Fact fact -> fact.outcome().current().value() == null
                    ? m.t("goal.small")
                    : with(fact.outcome().current().value(), unit);
        };
    }

    /** The 95 % interval; empty where there is none, or nothing to it. */
    public String interval(@Nullable Interval interval, @Nullable BigDecimal value, String unit) {
        if (interval == null || interval.low() == interval.high()) {
            return "";
        }
        int digits = digits(value);
        return m.t("goal.interval", rounded(interval.low(), digits), rounded(interval.high(), digits)
                + (unit.equals("%") || unit.isEmpty() ? unit : " " + unit));
    }

    public String interval(Attainment attainment, @Nullable Told told, String unit) {
        return interval(attainment.interval(), told == null || told.measured() == null ? null : told.measured().value(),
                unit);
    }

    /** The verdict; a year or round that goes on has not missed anything yet. */
    public String verdict(Verdict verdict, boolean over) {
        return m.t("goal.verdict." + verdict.name()
                + (!over && m.has("goal.verdict." + verdict.name() + ".yet") ? ".yet" : ""));
    }

    public static String shape(Verdict verdict, boolean over) {
        return switch (verdict) {
            case REACHED -> "done";
            case NOT_REACHED -> over ? "late" : "soon";
            case CANNOT_TELL -> "going";
            case NO_VALUE -> "todo";
        };
    }

    /** Why the verdict is what it is. */
    public String ground(Attainment attainment) {
        Interval interval = attainment.interval();
        boolean exact = interval != null && interval.low() == interval.high();
        return ground(attainment.ground(), exact, attainment.probability());
    }

    String ground(ClosingLine line) {
        BigDecimal low = line.found().low();
        BigDecimal high = line.found().high();
        BigDecimal probability = line.found().probability();
        return ground(line.found().ground(), low != null && high != null && low.compareTo(high) == 0,
                probability == null ? null : probability.doubleValue());
    }

    private String ground(Ground ground, boolean exact, @Nullable Double probability) {
        String key = "goal.ground." + ground.name();
        return exact && m.has(key + ".exact")
                ? m.t(key + ".exact")
                : m.t(key, probability == null ? "" : chance(probability));
    }

    private String chance(double probability) {
        return probability < LEAST
                ? m.t("goal.chance.least")
                : probability > MOST ? m.t("goal.chance.most") : m.t("goal.chance", Math.round(probability * 100));
    }

    public String change(Change change, String unit) {
        String by = (change.difference().signum() > 0 ? "+" : "")
                + (unit.equals("%")
                        ? m.t("goal.points", number(change.difference()))
                        : with(change.difference(), unit));
        String interval = interval(change.interval(), change.difference(), unit.equals("%") ? "" : unit);
        return m.t("goal.change." + change.trend().name(), by,
                interval.isEmpty() ? "" : m.t("goal.change.within", interval));
    }

    public String problem(@Nullable Problem problem) {
        return problem == null ? "" : m.t(problem.key(), problem.values().toArray());
    }

    public String state(Closing.State state) {
        return m.t("goal.close.state." + state.name());
    }

    public static String shape(Closing.State state) {
        return switch (state) {
            case PROPOSED -> "soon";
            case CONFIRMED -> "done";
            case REFUSED -> "late";
            case WITHDRAWN -> "waived";
        };
    }

    public String whose(Place place) {
        return place.district() ? m.t("goal.district") : place.name();
    }

    /** The heads of a close as paper and as a file. */
    List<String> heads() {
        return List.of(m.t("goal.goal"), m.t("goal.whose"), m.t("goal.baseline"), m.t("goal.target"), m.t("goal.value"),
                m.t("goal.interval.head"), m.t("goal.verdict"));
    }

    /** The cells of a line of a close, as {@link #heads}. */
    List<String> cells(ClosingLine line) {
        ClosingLine.Found found = line.found();
        String unit = line.about().unit();
        BigDecimal low = found.low();
        BigDecimal high = found.high();
        String interval = low == null || high == null
                ? ""
                : interval(new Interval(low.doubleValue(), high.doubleValue()), found.value(), unit);
        return List.of(line.about().name(), whose(line.about().place()),
                line.from().value() != null
                        ? with(line.from().value(), unit)
                        : line.about().place().district() ? m.t("goal.undecided") : "–",
                target(line),
                value(line), interval, verdict(verdict(line), true));
    }

    String value(ClosingLine line) {
        ClosingLine.Found found = line.found();
        return found.value() != null
                ? with(found.value(), line.about().unit())
                : m.t(found.ground() == Ground.SMALL_GROUP ? "goal.small" : "goal.none");
    }

    static Verdict verdict(ClosingLine line) {
        return line.found().ground().verdict();
    }
}
