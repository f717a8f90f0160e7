package org.jiaogongti.platform.round.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page of the next round's charter.
 *
 * @param lead what it is for now
 * @param why why there is nothing to draft yet, or empty
 * @param sheet null before anybody began
 * @param refused what a step was refused for, line by line; empty otherwise
 */
public record RoundView(String title, String lead, List<Stage> stages, String why, boolean mayBegin,
        @Nullable SheetView sheet, List<String> refused) {

    public RoundView {
        stages = List.copyOf(stages);
        refused = List.copyOf(refused);
    }

    /** A phase of a round; {@code state} is a word of the state glyphs. */
    public record Stage(String round, String phase, String first, String last, String state, boolean today) {}

    /**
     * A draft or what became of it.
     *
     * @param unfit why the draft does not fit the charter in force any more, line by line; empty where it does
     * @param form null where this person may not draft, or it is issued
     * @param issued who put it into force and from which day; empty before
     */
    public record SheetView(int number, String round, String base, String from, String touches, String by,
            List<ChangeView> changes, List<String> unfit, @Nullable Form form, TrialView trial, IssueView issue,
            String issued, List<Version> versions) {}

    /** A version of the draft. */
    public record Version(int number, String by, String href) {}

    /**
     * A change of the draft.
     *
     * @param before and {@code after} empty where nothing stood, or stands, there
     * @param rank with the subject its own name
     */
    public record ChangeView(String what, String part, String before, String after, String words, String basis,
            String answers, String subject, int rank, String href) {}

    /** The forms; what was typed before stays. */
    public record Form(List<Option> duties, List<Option> goals, List<String> years, List<Option> recurrences,
            List<Option> each, List<Option> windows,
            List<Option> readings, Map<String, String> values, Map<String, String> problems) {

        public String value(String name) {
            return values.getOrDefault(name, "");
        }

        public @Nullable String wrong(String name) {
            return problems.get(name);
        }

        /** Whether what was typed is about a goal. */
        public boolean goal() {
            return value("what").startsWith("goal:");
        }

        /** The same with nothing typed, where it was typed into another form. */
        public Form blank() {
            return new Form(duties, goals, years, recurrences, each, windows, readings, Map.of(), Map.of());
        }

        public boolean on(String name, String value) {
            return value(name).equals(value);
        }
    }

    /** A choice of a list. */
    public record Option(String value, String label) {}

    /**
     * The trial.
     *
     * @param note what it stands for, or why it has to be made anew
     * @param stale whether records or the draft are others now
     */
    public record TrialView(boolean going, int done, int total, boolean failed, String note, boolean stale,
            boolean mayTry, String id, List<Total> totals, List<DutyRow> duties, List<CommunityRow> communities,
            String assumption, List<AimRow> aims) {}

    /**
     * A target that the draft changes, tried on what the round before came to.
     *
     * @param which the round's end, or a year
     * @param value what was measured last, with its interval
     * @param on the day of it; empty where nothing was measured
     */
    public record AimRow(String name, String clause, String which, String value, String on, AimSide now,
            AimSide then) {}

    /**
     * A value against one target.
     *
     * @param state a word of the state glyphs; empty where nothing is aimed at
     * @param others how communities and schools come out; empty where nothing is known of them
     */
    public record AimSide(String target, String state, String verdict, String chance, String others) {}

    /** A figure with its unit, more or less than it was. */
    public record Total(String figure, String what) {}

    /**
     * A duty over all communities.
     *
     * @param touched whether the draft changes it
     * @param fails instances that newly fall short
     * @param more what all targets ask for beyond now, with sign; empty where it is the same
     */
    public record DutyRow(String duty, String name, String clause, boolean touched, Share now, Share then, int fails,
            String more, String hours, int disputed, int findings, String href) {}

    /** How many of the instances that were owed were met. */
    public record Share(int met, int owed, int missed, int open, int waived, int suspended, int percent) {}

    /** A community over all duties of the draft. */
    public record CommunityRow(String name, int fails, String more, String hours) {}

    /**
     * Issuing.
     *
     * @param may whether the button is there
     * @param why why it is not, or what it does
     * @param checks what has to be so first; empty once it is issued
     */
    public record IssueView(boolean may, String why, List<Check> checks) {}

    /** One thing that has to be so; {@code href} leads to where it is done. */
    public record Check(boolean done, String what, String text, String href, String link) {}

    /** One page of instances that come out otherwise. */
    public record Shifts(String title, String lead, List<ShiftRow> rows, List<Option> communities, String community,
            String duty, @Nullable String next, boolean stale) {}

    /** One instance; a figure is empty where nothing is owed. */
    public record ShiftRow(String bearer, String counterpart, String period, String wasState, String was,
            String wouldState, String would, boolean fails, String href) {}
}
