package org.jiaogongti.platform.round.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiaogongti.charter.explaining.Wording;
import org.jiaogongti.charter.goals.Attainment;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.goals.Interval;
import org.jiaogongti.charter.goals.Measured;
import org.jiaogongti.charter.goals.Target;
import org.jiaogongti.charter.goals.Verdict;
import org.jiaogongti.charter.whatif.AimTrial;
import org.jiaogongti.platform.goal.GoalTrials.Known;
import org.jiaogongti.platform.goal.Told;
import org.jiaogongti.platform.round.DraftText;
import org.jiaogongti.platform.round.web.RoundView.AimRow;
import org.jiaogongti.platform.round.web.RoundView.AimSide;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/** Puts the targets that a draft changes beside what the round before came to. */
record AimWords(DraftText.Fits fits, List<Known> known, Messages m) {

    /** Below and above these a chance is not told as a number. */
    private static final double LEAST = 0.01;
    private static final double MOST = 0.99;

    List<AimRow> rows() {
        List<AimRow> rows = new ArrayList<>();
        for (AimTrial trial : fits.aims()) {
            Goal goal = trial.goal();
            List<Known> places = known.stream().filter(each -> each.goal().equals(goal.id())).toList();
            Told told = places.stream().filter(each -> each.place().district()).findFirst().map(Known::told)
                    .orElse(null);
            List<Told> others = new ArrayList<>();
            places.stream().filter(each -> !each.place().district()).forEach(each -> {
                if (each.told() != null) {
                    others.add(each.told());
                }
            });
            rows.add(new AimRow(goal.name(), goal.quote().clause(), trial.year() == null
                    ? m.t("round.aim.end")
                    : m.t("round.aim.year", trial.year().toString()), value(told, goal.indicator().unit()),
                    told == null ? "" : told.on().toString(), side(told, trial.now(), others, goal),
                    side(told, trial.then(), others, goal)));
        }
        return rows;
    }

    private String value(@Nullable Told told, String unit) {
        Measured measured = told == null ? null : told.measured();
        if (measured == null) {
            return m.t(told == null ? "goal.none" : "goal.small");
        }
        Interval interval = Attainment.interval(measured);
        String value = with(measured.value(), unit);
        return interval == null || interval.low() == interval.high()
                ? value
                : m.t("round.aim.value", value, rounded(interval.low()), rounded(interval.high()));
    }

    private static String with(BigDecimal number, String unit) {
        return number(number) + (unit.equals("%") ? unit : " " + unit);
    }

    private static String rounded(double number) {
        return number(BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_EVEN));
    }

    private static String number(BigDecimal number) {
        return number.toPlainString().replace('-', '\u2212');
    }

    /** @param target null where nothing is aimed at */
    private AimSide side(@Nullable Told told, @Nullable Target target, List<Told> others, Goal goal) {
        if (target == null) {
            return new AimSide(m.t("round.aim.not"), "", "", "", "");
        }
        Attainment attainment = told == null ? Attainment.none() : told.against(target);
        Double probability = attainment.probability();
        Map<Verdict, Integer> counted = new EnumMap<>(Verdict.class);
        others.forEach(each -> counted.merge(each.against(target).verdict(), 1, Integer::sum));
        return new AimSide(Wording.of(target, goal.indicator().unit()), shape(attainment.verdict()),
                word(attainment.verdict()), probability == null || probability == 0 || probability == 1
                        ? ""
                        : m.t("round.aim.chance", chance(probability)),
                counted.entrySet().stream().map(each -> m.t("round.aim.count", each.getValue(), word(each.getKey())))
                        .collect(Collectors.joining(m.t("round.and"))));
    }

    private String word(Verdict verdict) {
        return m.t("goal.verdict." + verdict.name());
    }

    private String chance(double probability) {
        return probability < LEAST
                ? m.t("goal.chance.least")
                : probability > MOST ? m.t("goal.chance.most") : m.t("goal.chance", Math.round(probability * 100));
    }

    private static String shape(Verdict verdict) {
        return switch (verdict) {
            case REACHED -> "done";
            case NOT_REACHED -> "late";
            case CANNOT_TELL -> "going";
            case NO_VALUE -> "todo";
        };
    }
}
