package org.jiaogongti.platform.goal.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.charter.Decision;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Phase;
import org.jiaogongti.charter.counting.Phasing;
import org.jiaogongti.charter.goals.Attainment;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.goals.Whose;
import org.jiaogongti.platform.goal.GoalBoards.PhaseDue;
import org.jiaogongti.platform.goal.GoalBoards.Shown;
import org.jiaogongti.platform.goal.GoalLine;
import org.jiaogongti.platform.goal.Place;
import org.jiaogongti.platform.goal.Told;
import org.jiaogongti.platform.obligation.ClauseAddress;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;
import org.jspecify.annotations.Nullable;

/**
 * 目标与轮次: every goal of a round for one place.
 *
 * @param place whose goals stand in front
 */
public record GoalsView(Shown shown, Place place, Words words) {

    private static final int BAR = 1000;

    public Messages m() {
        return words.m();
    }

    public String title() {
        return shown.in().round().name();
    }

    public String path() {
        return "/goals?round=" + shown.in().number();
    }

    public String goalPath(Goal goal, Place of) {
        return "/goals/" + goal.id() + "?round=" + shown.in().number() + (of.district() ? "" : "&place=" + of.key());
    }

    public String closePath() {
        return "/goals/rounds/" + shown.in().number();
    }

    public String export(String format) {
        return "/goals/export." + format + "?round=" + shown.in().number();
    }

    public static String clauseHref(String clause) {
        return ClauseAddress.of(clause);
    }

    /** The whole round is over. */
    public boolean over() {
        return shown.in().round().days().last().isBefore(shown.today());
    }

    /** The line of a goal in front: of the chosen place where the goal is told of it. */
    public Optional<GoalLine> line(Goal goal) {
        return shown.of(goal.id()).stream().filter(line -> line.place().equals(place)).findFirst();
    }

    /** The lines of the communities beside it, in the notice's order; only where the district stands in front. */
    public List<GoalLine> beside(Goal goal) {
        return place.district()
                ? shown.of(goal.id()).stream().filter(line -> line.place().whose() == Whose.COMMUNITY).toList()
                : List.of();
    }

    /** Places that some goal of the round is told of. */
    public List<Place> choices() {
        return shown.places().stream()
                .filter(each -> shown.lines().stream().anyMatch(line -> line.place().equals(each))).toList();
    }

    public @Nullable GoalChart chart(GoalLine line) {
        return GoalChart.of(line, m().t("goal.baseline"));
    }

    /** What a chart says, for whoever does not see it. */
    public String says(GoalLine line) {
        String unit = line.goal().indicator().unit();
        return m().t("goal.chart.says", line.goal().name(), words.value(line.last().orElse(null), unit),
                words.target(line.outcome().expected(), unit), word(line));
    }

    public String value(GoalLine line) {
        return words.value(line.last().orElse(null), line.goal().indicator().unit());
    }

    /** The verdict at the round's end, or that it is no goal of it any more; as a word of the state glyphs. */
    public String state(GoalLine line) {
        return line.outcome().ended() == null ? Words.shape(line.attainment().verdict(), over()) : "waived";
    }

    public String word(GoalLine line) {
        Decision ended = line.outcome().ended();
        return ended == null
                ? words.verdict(line.attainment().verdict(), over())
                : m().t("goal.ended", ended.from().toString());
    }

    public String interval(GoalLine line) {
        return words.interval(line.attainment(), line.last().orElse(null), line.goal().indicator().unit());
    }

    /** In a year: the value with its interval. */
    public String interval(GoalLine line, GoalLine.InYear year) {
        Told told = year.told();
        Attainment attainment = told == null
                ? Attainment.none()
                : told.against(line.outcome().expected());
        return words.interval(attainment, told, line.goal().indicator().unit());
    }

    /** A phase on the bar. */
    public record Bar(Phase phase, int from, int width, boolean now) {}

    public List<Bar> bars() {
        DateRange round = shown.in().round().days();
        List<Bar> bars = new ArrayList<>();
        for (PhaseDue each : shown.in().phases()) {
            int from = at(round, each.phase().days().first());
            int to = at(round, each.phase().days().last().plusDays(1));
            bars.add(new Bar(each.phase(), from, Math.max(4, to - from - 2),
                    each.phase().days().contains(shown.today())));
        }
        return bars;
    }

    /** Where today stands on the bar; null outside of the round. */
    public @Nullable Integer today() {
        DateRange round = shown.in().round().days();
        return round.contains(shown.today()) ? at(round, shown.today()) : null;
    }

    private static int at(DateRange round, LocalDate day) {
        return (int) (ChronoUnit.DAYS.between(round.first(), day) * BAR / round.length());
    }

    public String barSays() {
        String now = shown.in().phases().stream().filter(each -> each.phase().days().contains(shown.today()))
                .map(each -> each.phase().name()).reduce((a, b) -> a + "、" + b).orElse(m().t("goal.phase.none"));
        return m().t("goal.phase.says", title(), shown.today().toString(), now);
    }

    /** What falls due in a phase, by name; a duty of several periods says how often. */
    public List<String> due(PhaseDue phase) {
        List<String> due = new ArrayList<>();
        for (Phasing.Due each : phase.due()) {
            due.add(each.times() == 1
                    ? each.duty().head().name()
                    : m().t("goal.phase.times", each.duty().head().name(), each.times()));
        }
        return due;
    }

    TableFile file() {
        List<List<String>> rows = new ArrayList<>();
        for (GoalLine line : shown.lines()) {
            String unit = line.goal().indicator().unit();
            for (GoalLine.InYear year : line.years()) {
                Map<String, String> row = new LinkedHashMap<>();
                row.put("clause", line.goal().quote().clause());
                row.put("goal", line.goal().name());
                row.put("whose", words.whose(line.place()));
                row.put("year", year.year().toString());
                row.put("target", year.target() == null ? "" : words.target(year.target(), unit));
                row.put("value", words.value(year.told(), unit));
                row.put("interval", interval(line, year));
                row.put("verdict",
                        year.attainment().map(each -> words.verdict(each.verdict(), year.over())).orElse(""));
                rows.add(List.copyOf(row.values()));
            }
        }
        return new TableFile(m().t("goal.file", title(), shown.today().toString()),
                List.of(m().t("goal.clause"), m().t("goal.goal"), m().t("goal.whose"), m().t("goal.year"),
                        m().t("goal.target"), m().t("goal.value"), m().t("goal.interval.head"), m().t("goal.verdict")),
                rows);
    }
}
