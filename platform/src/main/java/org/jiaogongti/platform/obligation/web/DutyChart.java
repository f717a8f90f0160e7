package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.obligation.web.DutyFacts.Entry;
import org.jiaogongti.platform.obligation.web.DutyView.Axis;
import org.jiaogongti.platform.obligation.web.DutyView.Chart;
import org.jiaogongti.platform.obligation.web.DutyView.Point;
import org.jiaogongti.platform.obligation.web.Outlooks.Outlook;

/** Draws the running total on the server: it prints, needs no script, and its table says the same. */
final class DutyChart {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 190;
    private static final int LEFT = 28;
    private static final int RIGHT = 8;
    private static final int TOP = 12;
    private static final int BOTTOM = 22;

    private final DutyFacts facts;
    private final Words words;
    private final Standing standing;
    private final DateRange days;
    private final int highest;

    DutyChart(DutyFacts facts, Words words) {
        this.facts = facts;
        this.words = words;
        this.standing = facts.standing();
        this.days = new DateRange(standing.instance().firstDay(), standing.instance().lastDay());
        int high = facts.outlook().map(Outlook::high).orElse(0);
        this.highest = Math.max(1,
                Math.max(high, Math.max(standing.target(), standing.counted() + standing.planned())));
    }

    Chart draw() {
        LocalDate end = facts.today().isAfter(days.last()) ? days.last() : facts.today();
        String counted = steps(facts.counted(), days.first(), 0, end);
        boolean open = facts.today().isBefore(days.last());
        String planned = open && !facts.planned().isEmpty()
                ? steps(facts.planned(), end, standing.counted(), days.last())
                : "";
        String label = facts.outlook().map(outlook -> words.m().t("obligation.chart.forecast", standing.counted(),
                outlook.expected(), outlook.low(), outlook.high(), standing.target()))
                .orElseGet(() -> words.m().t("obligation.chart.label", standing.counted(), standing.target()));
        return new Chart(WIDTH, HEIGHT, counted, planned, open ? band(end) : "", y(standing.target()), x(end),
                y(standing.counted()), weeks(), amounts(), label, table(end));
    }

    private int x(LocalDate day) {
        long length = Math.max(1, ChronoUnit.DAYS.between(days.first(), days.last()));
        long gone = Math.clamp(ChronoUnit.DAYS.between(days.first(), day), 0, length);
        return LEFT + Math.toIntExact(gone * (WIDTH - LEFT - RIGHT) / length);
    }

    private int y(int amount) {
        return HEIGHT - BOTTOM - amount * (HEIGHT - TOP - BOTTOM) / highest;
    }

    private String point(int x, int y) {
        return String.format(Locale.ROOT, "%d,%d", x, y);
    }

    private String steps(List<Entry> entries, LocalDate from, int start, LocalDate to) {
        List<String> points = new ArrayList<>();
        int total = start;
        points.add(point(x(from), y(total)));
        for (Entry entry : DutyBuilder.byDay(entries)) {
            int x = x(entry.countsOn());
            points.add(point(x, y(total)));
            total += entry.amount();
            points.add(point(x, y(total)));
        }
        points.add(point(x(to), y(total)));
        return String.join(" ", points);
    }

    private String band(LocalDate today) {
        return facts.outlook()
                .map(outlook -> String.join(" ", point(x(today), y(standing.counted())),
                        point(x(days.last()), y(outlook.high())), point(x(days.last()), y(outlook.low()))))
                .orElse("");
    }

    private List<Axis> weeks() {
        List<Axis> axes = new ArrayList<>();
        int weeks = Calendar.weeks(days);
        int step = Math.max(1, weeks / 4);
        for (int week = 1; week <= weeks - step / 2; week += step) {
            LocalDate day = Calendar.monday(days.first()).plusWeeks(week - 1);
            axes.add(new Axis(x(day.isBefore(days.first()) ? days.first() : day) + (week == 1 ? 14 : 0),
                    words.m().t("obligation.chart.week", week)));
        }
        return axes;
    }

    private List<Axis> amounts() {
        List<Axis> axes = new ArrayList<>();
        int step = highest <= 5 ? 1 : Math.ceilDiv(Math.ceilDiv(highest, 4), 5) * 5;
        for (int amount = 0; amount <= highest; amount += step) {
            axes.add(new Axis(y(amount), String.valueOf(amount)));
        }
        return axes;
    }

    private List<Point> table(LocalDate end) {
        List<Point> points = new ArrayList<>();
        int total = 0;
        List<Entry> entries = DutyBuilder.byDay(facts.counted());
        int next = 0;
        for (LocalDate monday = Calendar.monday(days.first()); !monday.isAfter(end); monday = monday.plusWeeks(1)) {
            LocalDate sunday = monday.plusDays(6);
            while (next < entries.size() && !entries.get(next).countsOn().isAfter(sunday)) {
                total += entries.get(next++).amount();
            }
            points.add(new Point(words.m().t("obligation.chart.week", Calendar.week(days, monday)),
                    String.valueOf(total)));
        }
        return points;
    }
}
