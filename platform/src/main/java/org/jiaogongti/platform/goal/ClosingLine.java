package org.jiaogongti.platform.goal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.goals.Attainment;
import org.jiaogongti.charter.goals.Attainment.Ground;
import org.jiaogongti.charter.goals.Baseline;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.goals.Interval;
import org.jiaogongti.charter.goals.Measured;
import org.jiaogongti.charter.goals.Target;
import org.jiaogongti.charter.goals.Whose;
import org.jspecify.annotations.Nullable;

/** One goal of one place at a round's end, in the figures that are signed: it can be read without the charter of then. */
public record ClosingLine(About about, From from, Aim aim, Found found) {

    /** Digits after the point that an interval is kept with. */
    private static final int DIGITS = 6;

    /** Which goal, of whom. */
    public record About(String goal, String clause, String quote, String name, String unit, Place place) {}

    /** The baseline; null parts where it was not known. */
    public record From(@Nullable BigDecimal value, @Nullable LocalDate on, @Nullable BigDecimal error) {

        static From of(Baseline baseline) {
            return switch (baseline) {
                case Baseline.Known known -> new From(known.value(), known.day(), known.standardError());
                case Baseline.Undecided _ -> new From(null, null, null);
            };
        }
    }

    /**
     * The target; without bounds where it was not decided.
     *
     * @param basis who decided and by which paper; or who was to decide
     */
    public record Aim(@Nullable BigDecimal least, @Nullable BigDecimal greatest, BigDecimal margin, String basis) {

        static Aim of(Target target) {
            return switch (target) {
                case Target.Decided decided -> new Aim(decided.least(), decided.greatest(), decided.margin(),
                        decided.decidedBy().equals(decided.basis())
                                ? decided.basis()
                                : decided.decidedBy() + "，" + decided.basis());
                case Target.Undecided open -> new Aim(null, null, BigDecimal.ZERO, open.words());
            };
        }

        public boolean decided() {
            return least != null || greatest != null;
        }
    }

    /**
     * What was found; null parts where nothing was, or where it may not be told.
     *
     * @param source the paper it stands in; for a share, how many of how many
     */
    public record Found(@Nullable LocalDate on, @Nullable BigDecimal value, @Nullable BigDecimal error,
            @Nullable Integer freedom, Ground ground, @Nullable BigDecimal low, @Nullable BigDecimal high,
            @Nullable BigDecimal probability, String source) {}

    /**
     * A goal that had ended is none to be put against a target. Of goals that are told of schools, only those of whom something is known: there
     * is nothing else to sign.
     */
    static List<ClosingLine> of(List<GoalLine> lines) {
        return lines.stream().filter(line -> line.outcome().ended() == null)
                .filter(line -> line.place().whose() != Whose.SCHOOL || line.last().isPresent())
                .map(ClosingLine::of).toList();
    }

    private static ClosingLine of(GoalLine line) {
        Goal goal = line.goal();
        Told told = line.last().orElse(null);
        Measured measured = told == null ? null : told.measured();
        Attainment attainment = line.attainment();
        Interval interval = attainment.interval();
        Double probability = attainment.probability();
        return new ClosingLine(
                new About(goal.id(), goal.quote().clause(), goal.quote().text(), goal.name(), goal.indicator().unit(),
                        line.place()),
                line.place().district() ? From.of(line.outcome().baseline()) : new From(null, null, null),
                Aim.of(line.outcome().expected()),
                new Found(told == null ? null : told.on(), measured == null ? null : measured.value(),
                        measured == null ? null : measured.standardError(),
                        measured == null ? null : measured.freedom(), attainment.ground(),
                        interval == null ? null : rounded(interval.low()),
                        interval == null ? null : rounded(interval.high()),
                        probability == null ? null : rounded(probability), source(told)));
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }

    private static String source(@Nullable Told told) {
        return switch (told) {
            case null -> "";
            case Told.Share share -> share.part() + "/" + share.whole();
            case Told.Fact fact -> fact.outcome().current().source();
        };
    }

    /** The line as it goes into the hash. */
    String canonical() {
        return String.join("\t", about.goal(), about.clause(), about.quote(), about.name(), about.unit(),
                about.place().whose().name(), about.place().key(), about.place().name(), text(from.value()),
                text(from.on()), text(from.error()), text(aim.least()), text(aim.greatest()), text(aim.margin()),
                aim.basis(), text(found.on()), text(found.value()), text(found.error()), text(found.freedom()),
                found.ground().name(), text(found.low()), text(found.high()), text(found.probability()),
                found.source());
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }
}
