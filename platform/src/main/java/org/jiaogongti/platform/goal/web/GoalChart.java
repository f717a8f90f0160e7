package org.jiaogongti.platform.goal.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jiaogongti.charter.goals.Attainment;
import org.jiaogongti.charter.goals.Baseline;
import org.jiaogongti.charter.goals.Interval;
import org.jiaogongti.charter.goals.Measured;
import org.jiaogongti.charter.goals.Target;
import org.jiaogongti.platform.goal.GoalLine;
import org.jiaogongti.platform.goal.Told;
import org.jspecify.annotations.Nullable;

/**
 * A goal's values with their intervals beside the targets, year by year. Drawn on the server: it prints, needs no script, and
 * the table below says the same.
 *
 * @param points the baseline first, then the years
 * @param amounts labels of the axis
 */
public record GoalChart(List<Point> points, List<Axis> amounts) {

    static final int WIDTH = 360;
    static final int HEIGHT = 170;
    private static final int LEFT = 40;
    private static final int RIGHT = 8;
    private static final int TOP = 12;
    private static final int BOTTOM = 22;
    private static final int HALF = 22;
    private static final int LINES = 4;

    public GoalChart {
        points = List.copyOf(points);
        amounts = List.copyOf(amounts);
    }

    /** A label beside the axis. */
    public record Axis(int at, String label) {}

    /**
     * A place on the axis of time.
     *
     * @param value where the mark stands; null where nothing is known
     * @param low where the whisker ends below; null where there is none
     * @param targets where lines of the target stand: none, one, or two for a range
     * @param sure whether the interval leaves the target, so that the mark is filled
     */
    public record Point(int x, String label, @Nullable Integer value, @Nullable Integer low, @Nullable Integer high,
            List<Integer> targets, boolean sure) {

        public int from() {
            return x - HALF;
        }

        public int to() {
            return x + HALF;
        }
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    public int left() {
        return LEFT;
    }

    public int right() {
        return WIDTH - RIGHT;
    }

    /** Null where there is neither value nor target, so nothing to draw. */
    static @Nullable GoalChart of(GoalLine line, String start) {
        List<Raw> raw = new ArrayList<>();
        if (line.place().district() && line.outcome().baseline() instanceof Baseline.Known known) {
            raw.add(new Raw(start, known.value().doubleValue(), Attainment.interval(new Measured(known.value(),
                    known.standardError(), null)), List.of(), true));
        }
        for (GoalLine.InYear year : line.years()) {
            raw.add(raw(year));
        }
        double[] all = raw.stream().flatMapToDouble(Raw::numbers).sorted().toArray();
        if (all.length == 0) {
            return null;
        }
        double low = all[0];
        double high = all[all.length - 1];
        double room = high == low ? Math.max(1, Math.abs(high) / 10) : (high - low) / 10;
        Scale scale = new Scale(low - room, high + room);
        List<Point> points = new ArrayList<>();
        int step = (WIDTH - LEFT - RIGHT) / raw.size();
        for (int i = 0; i < raw.size(); i++) {
            points.add(raw.get(i).at(LEFT + step / 2 + i * step, scale));
        }
        return new GoalChart(points, scale.axes());
    }

    private static Raw raw(GoalLine.InYear year) {
        Told told = year.told();
        Measured measured = told == null ? null : told.measured();
        Attainment attainment = year.attainment().orElse(null);
        boolean sure = attainment == null || attainment.ground() == Attainment.Ground.INSIDE
                || attainment.ground() == Attainment.Ground.OUTSIDE;
        List<Double> targets = new ArrayList<>();
        if (year.target() instanceof Target.Decided decided) {
            for (BigDecimal bound : new @Nullable BigDecimal[]{decided.lower(), decided.upper()}) {
                if (bound != null) {
                    targets.add(bound.doubleValue());
                }
            }
        }
        return new Raw(year.year().toString(), measured == null ? null : measured.value().doubleValue(),
                measured == null ? null : Attainment.interval(measured), targets, sure);
    }

    /** A point before it has a place. */
    private record Raw(String label, @Nullable Double value, @Nullable Interval interval, List<Double> targets,
            boolean sure) {

        DoubleStream numbers() {
            DoubleStream own = value == null ? DoubleStream.empty() : DoubleStream.of(value);
            DoubleStream ends = interval == null
                    ? DoubleStream.empty()
                    : DoubleStream.of(interval.low(), interval.high());
            return DoubleStream.concat(DoubleStream.concat(own, ends),
                    targets.stream().mapToDouble(Double::doubleValue));
        }

        Point at(int x, Scale scale) {
            boolean whisker = interval != null && interval.low() != interval.high();
            return new Point(x, label, value == null ? null : scale.y(value),
                    whisker && interval != null ? scale.y(interval.low()) : null,
                    whisker && interval != null ? scale.y(interval.high()) : null,
                    targets.stream().map(scale::y).toList(), sure);
        }
    }

    /** From numbers to heights. */
    private record Scale(double low, double high) {

        int y(double number) {
            return (int) Math.round(HEIGHT - BOTTOM - (number - low) / (high - low) * (HEIGHT - TOP - BOTTOM));
        }

        /** Round numbers: 1, 2 or 5 times a power of ten apart. */
        List<Axis> axes() {
            double rough = (high - low) / LINES;
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double step = rough <= power
                    ? power
                    : rough <= 2 * power ? 2 * power : rough <= 5 * power ? 5 * power : 10 * power;
            int digits = (int) Math.max(0, -Math.floor(Math.log10(step)));
            List<Axis> axes = new ArrayList<>();
            for (double at = Math.ceil(low / step) * step; at <= high; at += step) {
                BigDecimal label = BigDecimal.valueOf(at).setScale(digits, RoundingMode.HALF_EVEN);
                axes.add(new Axis(y(at), Words.number(label)));
            }
            return axes;
        }
    }
}
