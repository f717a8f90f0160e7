package org.jiaogongti.platform.goal;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Phase;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.charter.counting.Phasing;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.goals.ExpectedOutcome;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.goals.Means;
import org.jiaogongti.charter.goals.Recorded;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.goal.GoalGround.Places;
import org.jiaogongti.platform.goal.model.Reach;
import org.jiaogongti.platform.goal.model.Shares;
import org.jiaogongti.platform.goal.store.OutcomeStore;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.register.WeakTurns;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.staff.MentoringCover;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The goals of a round as far as somebody may see them; a fixed number of selects, whatever the number of places. */
@Service
@Transactional(readOnly = true)
public class GoalBoards {

    /** A year of which a round has fewer days is only shown where it has a target. */
    private static final int DAYS_OF_A_YEAR = 90;
    private static final int MOST_BEHIND = 100;

    private final OutcomeStore outcomes;
    private final GoalGround ground;
    private final Records records;

    GoalBoards(OutcomeStore outcomes, GoalGround ground, Records records) {
        this.outcomes = outcomes;
        this.ground = ground;
        this.records = records;
    }

    /** The records of other modules that goals are told from. */
    @Component
    record Records(WeakTurns turns, MentoringCover cover) {}

    /**
     * A round.
     *
     * @param number from 1, in the charter's order
     * @param phases with what falls due in each
     */
    public record InRound(int number, Round round, List<PhaseDue> phases) {

        /** The first day of the appraisal, with which a round can be closed. */
        public LocalDate closesFrom() {
            return phases.isEmpty() ? round.days().last() : phases.getLast().phase().days().first();
        }
    }

    /** A phase and what falls due in it. */
    public record PhaseDue(Phase phase, List<Phasing.Due> due) {}

    /**
     * The page of a round.
     *
     * @param rounds names of all rounds, in order
     * @param places that somebody may choose from
     * @param lines of every goal of the round and every place that somebody reads, in the charter's order
     */
    public record Shown(InForce inForce, InRound in, List<String> rounds, List<Place> places, List<GoalLine> lines,
            LocalDate today, boolean enters, boolean decides) {

        public List<GoalLine> of(String goal) {
            return lines.stream().filter(line -> line.goal().id().equals(goal)).toList();
        }

        public List<Goal> goals() {
            return inForce.charter().goals().stream().filter(goal -> goal.in(in.round().name()).isPresent()).toList();
        }
    }

    /**
     * A round's goals; empty where no charter is adopted, or it has no rounds.
     *
     * @param number from 1; null for the round of today
     * @throws Absent where there is no such round
     */
    public Optional<Shown> show(Actor actor, @Nullable Integer number) {
        Optional<InForce> found = ground.inForce();
        if (found.isEmpty() || found.get().charter().rounds().isEmpty()) {
            return Optional.empty();
        }
        InForce inForce = found.get();
        List<Round> rounds = inForce.charter().rounds();
        int shown = number == null ? current(rounds) : number;
        if (shown < 1 || shown > rounds.size()) {
            throw new Absent("round", shown);
        }
        InRound in = inRound(inForce, shown);
        Places places = ground.places();
        List<Place> read = places.readBy(actor);
        return Optional.of(new Shown(inForce, in, rounds.stream().map(Round::name).toList(), read,
                lines(inForce.charter(), in.round(), places, read), ground.today(), Reach.enters(actor),
                Reach.decides(actor)));
    }

    /**
     * The records behind a goal's value of one place in one year, for the page of the goal.
     *
     * @param line a line of what is shown
     */
    public Behind behind(Shown shown, GoalLine line, Year year) {
        DateRange all = Shares.days(year, shown.in().round().days());
        Optional<Means.Records> means = recorded(line.goal());
        if (means.isEmpty() || all.first().isAfter(shown.today())) {
            return new Behind.Nothing();
        }
        DateRange days = new DateRange(all.first(), last(all, shown.today()));
        Place place = line.place();
        return switch (means.get().what()) {
            case DUTIES_MET -> {
                List<Standing> judged = ground.progresses().ofDuties(means.get().duties(), days.first(), days.last())
                        .stream().filter(each -> Shares.judged(each, days) && of(place, each))
                        .sorted(Comparator.comparing((Standing each) -> each.status() == Status.MET)
                                .thenComparing(each -> each.instance().lastDay()))
                        .toList();
                List<Standing> first = judged.subList(0, Math.min(judged.size(), MOST_BEHIND));
                yield new Behind.Duties(first, judged.size() - first.size());
            }
            case WEAK_SUBJECTS_TURNED -> new Behind.Weak(records.turns().all().stream()
                    .filter(turn -> Shares.listed(turn, days)).filter(turn -> of(place, turn)).toList());
            case YOUNG_TEACHERS_MENTORED -> new Behind.Young();
        };
    }

    /** What was entered about a line's goal and place in the round, those taken back too, the oldest first. */
    public List<OutcomeFact> facts(Shown shown, GoalLine line) {
        DateRange days = shown.in().round().days();
        return outcomes.between(days.first(), days.last()).stream()
                .filter(fact -> fact.goal().equals(line.goal().id()) && fact.whose() == line.place().whose()
                        && Objects.equals(fact.place(), line.place().id()))
                .toList();
    }

    private static boolean of(Place place, Standing each) {
        return switch (place.whose()) {
            case DISTRICT -> true;
            case COMMUNITY -> each.instance().community().equals(place.key());
            case SCHOOL -> each.key().bearer().equals(place.key());
        };
    }

    private static boolean of(Place place, WeakTurns.Turn turn) {
        return switch (place.whose()) {
            case DISTRICT -> true;
            case COMMUNITY -> turn.entry().community().equals(place.id());
            case SCHOOL -> turn.entry().key().school().equals(place.id());
        };
    }

    /** The round that has begun last, else the first. */
    private int current(List<Round> rounds) {
        return IntStream.rangeClosed(1, rounds.size())
                .filter(number -> !rounds.get(number - 1).days().first().isAfter(ground.today())).max().orElse(1);
    }

    /** The first day of the appraisal, with which a round can be closed. */
    static LocalDate closesFrom(Charter charter, Round round) {
        List<Phase> phases = charter.phases(round, round.days().last());
        return phases.isEmpty() ? round.days().last() : phases.getLast().days().first();
    }

    private static InRound inRound(InForce inForce, int number) {
        Charter charter = inForce.charter();
        Round round = charter.rounds().get(number - 1);
        List<PhaseDue> phases = charter.phases(round, round.days().last()).stream()
                .map(phase -> new PhaseDue(phase, Phasing.due(charter, inForce.world().periods(), phase))).toList();
        return new InRound(number, round, phases);
    }

    /** Every goal of a round for some places. */
    List<GoalLine> lines(Charter charter, Round round, Places places, List<Place> told) {
        List<Year> years = years(charter, round);
        Known known = known(charter, round, places, years);
        List<GoalLine> lines = new ArrayList<>();
        for (Goal goal : charter.goals()) {
            Optional<ExpectedOutcome> outcome = goal.in(round.name());
            for (Place place : outcome.isEmpty() ? List.<Place>of() : told) {
                if (goal.whose().contains(place.whose())) {
                    lines.add(new GoalLine(goal, place, outcome.get(), years.stream()
                            .map(year -> inYear(new GoalLine(goal, place, outcome.get(), List.of()), year, round,
                                    known))
                            .toList()));
                }
            }
        }
        return lines;
    }

    /** Years with a good part in the round, and those that have a target. */
    private static List<Year> years(Charter charter, Round round) {
        Set<Year> aimed = charter.goals().stream().flatMap(goal -> goal.in(round.name()).stream())
                .flatMap(outcome -> outcome.years().stream()).map(each -> each.year()).collect(Collectors.toSet());
        return IntStream.rangeClosed(round.days().first().getYear(), round.days().last().getYear()).mapToObj(Year::of)
                .filter(year -> aimed.contains(year) || Shares.days(year, round.days()).length() >= DAYS_OF_A_YEAR)
                .toList();
    }

    private GoalLine.InYear inYear(GoalLine of, Year year, Round round, Known known) {
        DateRange days = Shares.days(year, round.days());
        return new GoalLine.InYear(year, !days.first().isAfter(ground.today()), days.last().isBefore(ground.today()),
                of.outcome().target(year).orElse(null),
                known.told(of.goal(), of.place(), year, days).orElse(null));
    }

    /**
     * What is known in a round.
     *
     * @param facts that stand, the oldest first
     * @param shares by goal and year
     */
    private record Known(List<OutcomeFact> facts, Map<String, Map<Year, Shares>> shares, LocalDate today) {

        Optional<Told> told(Goal goal, Place place, Year year, DateRange days) {
            if (goal.indicator().means() instanceof Means.Records) {
                Shares found = shares.getOrDefault(goal.id(), Map.of()).get(year);
                return found == null ? Optional.empty() : found.of(place.id(), last(days, today)).map(Told.class::cast);
            }
            return facts.reversed().stream()
                    .filter(fact -> fact.goal().equals(goal.id()) && fact.whose() == place.whose()
                            && Objects.equals(fact.place(), place.id())
                            && days.contains(fact.measuredOn()))
                    .findFirst().map(fact -> new Told.Fact(fact, goal.indicator().means()));
        }
    }

    private static LocalDate last(DateRange days, LocalDate today) {
        return days.last().isAfter(today) ? today : days.last();
    }

    private Known known(Charter charter, Round round, Places places, List<Year> years) {
        LocalDate today = ground.today();
        List<OutcomeFact> facts = outcomes.between(round.days().first(), last(round.days(), today)).stream()
                .filter(OutcomeFact::stands).toList();
        Map<Year, DateRange> begun = new LinkedHashMap<>();
        for (Year year : years) {
            DateRange days = Shares.days(year, round.days());
            if (!days.first().isAfter(today)) {
                begun.put(year, new DateRange(days.first(), last(days, today)));
            }
        }
        return new Known(facts, begun.isEmpty() ? Map.of() : shares(charter, round, places, begun), today);
    }

    /** By goal and year. */
    private Map<String, Map<Year, Shares>> shares(Charter charter, Round round, Places places,
            Map<Year, DateRange> begun) {
        Map<String, Means.Records> asked = new LinkedHashMap<>();
        charter.goals().stream().filter(goal -> goal.in(round.name()).isPresent())
                .forEach(goal -> recorded(goal).ifPresent(means -> asked.put(goal.id(), means)));
        Set<Recorded> kinds = asked.values().stream().map(Means.Records::what).collect(Collectors.toSet());
        Set<String> duties = asked.values().stream().flatMap(means -> means.duties().stream())
                .collect(Collectors.toSet());
        LocalDate today = ground.today();
        List<Standing> standings = kinds.contains(Recorded.DUTIES_MET)
                ? ground.progresses().ofDuties(duties, round.days().first(), last(round.days(), today))
                : List.of();
        List<WeakTurns.Turn> turns = kinds.contains(Recorded.WEAK_SUBJECTS_TURNED) ? records.turns().all() : List.of();
        List<MentoringCover.Young> young = kinds.contains(Recorded.YOUNG_TEACHERS_MENTORED)
                ? records.cover().on(begun.values().stream().map(DateRange::last).toList())
                : List.of();
        Map<String, Map<Year, Shares>> shares = new HashMap<>();
        asked.forEach((goal, means) -> begun.forEach((year, days) -> shares
                .computeIfAbsent(goal, _ -> new HashMap<>()).put(year, switch (means.what()) {
                    case DUTIES_MET -> Shares.met(standings.stream()
                            .filter(each -> means.duties().contains(each.duty())).toList(), days);
                    case WEAK_SUBJECTS_TURNED -> Shares.turned(turns, days);
                    case YOUNG_TEACHERS_MENTORED ->
                        Shares.mentored(young, days.last(), school -> places.communityOf(school, days.last()));
                })));
        return shares;
    }

    private static Optional<Means.Records> recorded(Goal goal) {
        return goal.indicator().means() instanceof Means.Records records ? Optional.of(records) : Optional.empty();
    }
}
