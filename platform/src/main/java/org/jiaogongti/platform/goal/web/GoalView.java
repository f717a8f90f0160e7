package org.jiaogongti.platform.goal.web;

import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.goals.Means;
import org.jiaogongti.charter.revising.Revised;
import org.jiaogongti.platform.goal.Behind;
import org.jiaogongti.platform.goal.GoalLine;
import org.jiaogongti.platform.goal.OutcomeFact;
import org.jiaogongti.platform.goal.Place;
import org.jiaogongti.platform.obligation.PeriodNames;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.register.Review;
import org.jiaogongti.platform.register.WeakKey;
import org.jiaogongti.platform.register.WeakTurns;
import org.springframework.web.util.UriUtils;

/**
 * One goal of one place: its years, who decided its numbers, and the records or papers behind them.
 *
 * @param facts what was entered about it in the round, those taken back too, the oldest first
 * @param year whose records are listed
 */
public record GoalView(GoalsView all, GoalLine line, List<OutcomeFact> facts, Behind behind, Year year) {

    public Goal goal() {
        return line.goal();
    }

    public Words words() {
        return all.words();
    }

    /** Others it is told of, for the choice. */
    public List<Place> choices() {
        return all.shown().of(goal().id()).stream().map(GoalLine::place).toList();
    }

    public String enter() {
        return "/goals/facts/new?goal=" + goal().id() + (line.place().district() ? "" : "&place=" + line.place().key());
    }

    public boolean entered() {
        return !(goal().indicator().means() instanceof Means.Records);
    }

    public Optional<Means.Judgement> rubric() {
        return goal().indicator().means() instanceof Means.Judgement judgement
                ? Optional.of(judgement)
                : Optional.empty();
    }

    /** What was decided about it in this round since the notice, the oldest first. */
    public List<Revised> revised() {
        return Revised.of(goal(), all.shown().in().round().name());
    }

    /** The open points on which its numbers rest. */
    public List<Reading> readings() {
        return goal().readings().stream().flatMap(name -> all.shown().inForce().charter().reading(name).stream())
                .toList();
    }

    public String means() {
        return all.m().t("goal.means." + switch (goal().indicator().means()) {
            case Means.Records _ -> "RECORDS";
            case Means.Outcomes _ -> "OUTCOMES";
            case Means.Judgement _ -> "JUDGEMENT";
        });
    }

    public String yearPath(Year of) {
        return all.goalPath(goal(), line.place()) + "&year=" + of;
    }

    public List<Standing> duties() {
        return behind instanceof Behind.Duties duties ? duties.standings() : List.of();
    }

    public int more() {
        return behind instanceof Behind.Duties duties ? duties.more() : 0;
    }

    public List<WeakTurns.Turn> turns() {
        return behind instanceof Behind.Weak weak ? weak.turns() : List.of();
    }

    public boolean young() {
        return behind instanceof Behind.Young;
    }

    public boolean recorded() {
        return !(behind instanceof Behind.Nothing);
    }

    public String duty(Standing standing) {
        return all.shown().inForce().charter().obligation(standing.duty()).map(duty -> duty.head().name())
                .orElse(standing.duty());
    }

    public String whose(Standing standing) {
        String bearer = all.shown().inForce().labels().shortName(standing.key().bearer());
        String counterpart = all.shown().inForce().labels().counterpart(standing.key(), standing.about());
        return counterpart.isEmpty() ? bearer : bearer + " → " + counterpart;
    }

    public String period(Standing standing) {
        return PeriodNames.of(standing.key().period(), all.m());
    }

    public static String href(Standing standing) {
        InstanceKey key = standing.key();
        return "/duties/" + encoded(key.duty()) + "/" + encoded(key.bearer()) + "/"
                + encoded(key.counterpart().replace('/', '~')) + "/" + encoded(key.period());
    }

    public String weak(WeakTurns.Turn turn) {
        WeakKey key = turn.entry().key();
        return all.shown().inForce().labels().shortName(key.school().toString()) + " · " + key.subject();
    }

    public static String href(WeakTurns.Turn turn) {
        WeakKey key = turn.entry().key();
        return "/registers/weak/" + key.school() + "/" + encoded(key.subject()) + "/" + key.from();
    }

    public Optional<Review> review(WeakTurns.Turn turn) {
        return turn.reviews().stream().filter(review -> review.on().getYear() <= year.getValue())
                .reduce((_, later) -> later);
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
