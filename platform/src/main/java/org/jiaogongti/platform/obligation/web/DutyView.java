package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.revising.Revised;
import org.jiaogongti.platform.obligation.SourceNote;
import org.jiaogongti.platform.reminder.Nudges;
import org.jspecify.annotations.Nullable;

/** One instance of a duty, opened down to its records and up to its clause. */
public record DutyView(Heading heading, Figure figure, Quote quote, @Nullable Decision waiver, @Nullable LawBox law,
        @Nullable Reading reading, String countedTitle, String countedNote, List<Line> counted, List<Line> refused,
        List<Line> planned, List<Actor> actors, @Nullable Chart chart, String forecastNote, List<Past> history,
        List<Step> derivation, boolean eachTime, @Nullable Nudge nudge,
        List<Revised> revised) {

    /** Title and where it belongs. */
    public record Heading(String duty, String name, Mark mark, String subtitle, String part, String boardHref,
            String cellHref, String community, String recordHref, String exportHref) {}

    /**
     * The big number and its bar, in percent of its length.
     *
     * @param plain whether a fraction is shown at all
     * @param tick where the calendar would have it, or −1
     */
    public record Figure(boolean plain, int progress, int target, String unit, int counted, int planned, int tick,
            String countedWord, String plannedWord, String tickWord, String outlook, String gap) {}

    /** The clause's words, the counted ones marked. */
    public record Quote(String clause, String href, List<Run> runs) {}

    /** A run of characters as they stand in the notice. */
    public record Run(String text, boolean marked) {}

    /** A waiver: reason, document, decider. */
    public record Decision(String title, String reason, String document, String decider, LocalDate on, String href) {}

    /** Later law beside the clause. */
    public record LawBox(String label, String href, LocalDate from, List<String> words, String note) {}

    /**
     * The reading in force beside the unused ones, with the result under each.
     *
     * @param waits which facts are still missing to tell the ways apart, empty where there are results
     */
    public record Reading(String question, List<Alternative> alternatives, String waits, String decided,
            String href) {}

    /** One way to read an open point. */
    public record Alternative(boolean inForce, String title, String meaning, String result) {}

    /**
     * One record.
     *
     * @param who the people it is about
     * @param reason why it is not counted, empty where it is
     * @param repair what would mend it, empty where nothing would
     */
    public record Line(LocalDate date, String school, String subject, int amount, String who,
            @Nullable SourceNote note, String reason, String repair) {}

    /** Who has to act, and what. */
    public record Actor(String initial, String name, String task) {}

    /** The counted so far and what is expected, drawn on the server. */
    public record Chart(int width, int height, String counted, String planned, String band, int targetY,
            int todayX, int todayY, List<Axis> weeks, List<Axis> amounts, String label, List<Point> table) {}

    /** A word on an axis. */
    public record Axis(int at, String label) {}

    /** A row of the chart's table. */
    public record Point(String when, String value) {}

    /**
     * The button that reminds whoever must act.
     *
     * @param state who pressed it last, and from when it may be pressed again
     */
    public record Nudge(String matter, Nudges.State state) {}

    /** An earlier period of the same duty. */
    public record Past(Mark mark, String period, String figure, String href) {}

    /** A step of the derivation, indented by its level. */
    public record Step(int level, String label, String text) {}
}
