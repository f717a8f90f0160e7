package org.jiaogongti.charter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.Phase;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * A notice as data: its text, its duties and goals in its order, how each open point is read, and later law beside it. Immutable;
 * {@link #with}, {@link #reading} and {@link #quantity} give another charter.
 */
public final class Charter {

    private final String id;
    private final Notice notice;
    private final List<Round> rounds;
    private final Map<String, Reading> readings;
    private final Map<String, Obligation> obligations;
    private final Map<String, Goal> goals;
    private final List<Overlay> overlays;
    private final Map<String, NavigableMap<LocalDate, Rule>> rules = new LinkedHashMap<>();

    /**
     * A charter whose parts fit each other; charter files are read by {@link org.jiaogongti.charter.reading.Charters}.
     *
     * @throws IllegalArgumentException where an id is given twice
     */
    public Charter(String id, Notice notice, List<Round> rounds, List<Reading> readings, List<Obligation> obligations,
            List<Goal> goals, List<Overlay> overlays) {
        this.id = id;
        this.notice = notice;
        this.rounds = List.copyOf(rounds);
        this.readings = new LinkedHashMap<>();
        readings.forEach(reading -> once(this.readings.put(reading.name(), reading), reading.name()));
        this.obligations = new LinkedHashMap<>();
        obligations.forEach(duty -> once(this.obligations.put(duty.id(), duty), duty.id()));
        this.goals = new LinkedHashMap<>();
        goals.forEach(goal -> once(this.goals.put(goal.id(), goal), goal.id()));
        this.overlays = List.copyOf(overlays);
        for (Obligation obligation : obligations) {
            if (obligation instanceof Obligation.Counted counted) {
                rules.put(counted.id(), rulesOf(counted));
            }
        }
    }

    private static void once(@Nullable Object before, String id) {
        if (before != null) {
            throw new IllegalArgumentException(
                    "The charter has “%s” twice.%nGive one of them another id.".formatted(id));
        }
    }

    private NavigableMap<LocalDate, Rule> rulesOf(Obligation.Counted duty) {
        TreeSet<LocalDate> turns = new TreeSet<>();
        turns.add(LocalDate.MIN);
        duty.quantities().forEach(quantity -> turns.add(quantity.from()));
        duty.changes().rules().forEach(rule -> turns.add(rule.from()));
        duty.patches().forEach(patch -> choices(patch.reading()).forEach(choice -> turns.add(choice.from())));
        TreeMap<LocalDate, Rule> byDay = new TreeMap<>();
        for (LocalDate turn : turns) {
            byDay.put(turn, ruleOn(duty, turn));
        }
        return byDay;
    }

    private List<Reading.Choice> choices(String reading) {
        Reading known = readings.get(reading);
        return known == null ? List.of() : known.choices();
    }

    private Rule ruleOn(Obligation.Counted duty, LocalDate day) {
        Rule rule = duty.base();
        for (DatedRule dated : duty.changes().rules()) {
            if (!dated.from().isAfter(day)) {
                rule = dated.applyTo(rule);
            }
        }
        rule = new Rule(rule.recurrence(), rule.each(), rule.window(), rule.measure(), rule.conditions(),
                duty.quantityOn(day));
        List<Condition> further = new ArrayList<>();
        for (Patch patch : duty.patches()) {
            Reading reading = readings.get(patch.reading());
            if (reading != null && reading.on(day).alternative().equals(patch.alternative())) {
                rule = patch.applyTo(rule);
                further.addAll(patch.further());
            }
        }
        // Last, so that no reading that writes the conditions anew takes away what another one asks besides.
        return rule.asking(further);
    }

    /** Such as {@code fenghua-2019}. */
    public String id() {
        return id;
    }

    public String title() {
        return notice.title();
    }

    public Notice notice() {
        return notice;
    }

    /** Rounds with their phases, in order. */
    public List<Round> rounds() {
        return rounds;
    }

    /** Duties in the notice's order. */
    public List<Obligation> obligations() {
        return List.copyOf(obligations.values());
    }

    public Optional<Obligation> obligation(String duty) {
        return Optional.ofNullable(obligations.get(duty));
    }

    /** Goals in the file's order. */
    public List<Goal> goals() {
        return List.copyOf(goals.values());
    }

    public Optional<Goal> goal(String goal) {
        return Optional.ofNullable(goals.get(goal));
    }

    /** The duties that are counted now, in the notice's order. */
    public List<Obligation.Counted> counted() {
        List<Obligation.Counted> counted = new ArrayList<>();
        for (Obligation obligation : obligations.values()) {
            if (obligation instanceof Obligation.Counted duty && duty.counts()) {
                counted.add(duty);
            }
        }
        return counted;
    }

    /** Open points in the file's order. */
    public List<Reading> readings() {
        return List.copyOf(readings.values());
    }

    public Optional<Reading> reading(String name) {
        return Optional.ofNullable(readings.get(name));
    }

    public List<Overlay> overlays() {
        return overlays;
    }

    /**
     * How a counted duty counts for a period.
     *
     * @param lastDayOfPeriod readings and numbers are those in force on the period's last day
     */
    public Rule rule(String duty, LocalDate lastDayOfPeriod) {
        NavigableMap<LocalDate, Rule> byDay = rules.get(duty);
        if (byDay == null) {
            throw new IllegalArgumentException(
                    "“%s” is not a counted duty of %s.%nTry one of %s.".formatted(duty, id, rules.keySet()));
        }
        return byDay.floorEntry(lastDayOfPeriod).getValue();
    }

    /**
     * How a counted duty counts in one period of the calendar: the rule on its last day, with the number that a term owes
     * where a phase ends in it.
     */
    public Rule rule(String duty, Period period) {
        Rule rule = rule(duty, period.days().last());
        int target = rule.quantity().target();
        for (Effect effect : effects(period.days().last())) {
            if (effect instanceof Effect.ProRata proRata && rule.recurrence() == Recurrence.TERM) {
                target = Math.min(target, proRata(proRata, rule.quantity().target(), period.days()));
            }
        }
        return target == rule.quantity().target() ? rule : rule.owing(target);
    }

    private int proRata(Effect.ProRata effect, int target, DateRange term) {
        for (Round round : rounds) {
            for (Phase phase : phases(round, term.last())) {
                LocalDate end = phase.days().last();
                if (phase.name().equals(effect.phase()) && term.contains(end) && end.isBefore(term.last())) {
                    LocalDate start = phase.days().first().isAfter(term.first())
                            ? phase.days().first()
                            : term.first();
                    long share = new DateRange(start, end).length() * target;
                    return Math.max(Math.min(1, target), Math.toIntExact(Math.ceilDiv(share, term.length())));
                }
            }
        }
        return target;
    }

    /** The phases of a round as the readings in force on a day have them. */
    public List<Phase> phases(Round round, LocalDate day) {
        List<Effect> effects = effects(day);
        boolean toLater = effects.contains(new Effect.SharedDayToLater());
        boolean toEarlier = effects.contains(new Effect.SharedDayToEarlier());
        List<Phase> phases = new ArrayList<>();
        for (int i = 0; i < round.phases().size(); i++) {
            Phase phase = round.phases().get(i);
            LocalDate first = phase.days().first();
            LocalDate last = phase.days().last();
            boolean sharedBefore = i > 0 && round.phases().get(i - 1).days().last().equals(first);
            boolean sharedAfter = i + 1 < round.phases().size()
                    && round.phases().get(i + 1).days().first().equals(last);
            phases.add(new Phase(phase.name(), new DateRange(toEarlier && sharedBefore ? first.plusDays(1) : first,
                    toLater && sharedAfter ? last.minusDays(1) : last)));
        }
        return phases;
    }

    /** The round that a period belongs to: the first that shares a day with it. Empty outside of all rounds. */
    public Optional<Round> roundOf(Period period) {
        return rounds.stream().filter(round -> meet(round.days(), period.days())).findFirst();
    }

    private static boolean meet(DateRange left, DateRange right) {
        return !left.first().isAfter(right.last()) && !left.last().isBefore(right.first());
    }

    /**
     * The days of a round in which a duty is due that the notice ties to a phase or to days, by the readings in force on a
     * day; empty where it names none in this round.
     */
    public Optional<DateRange> due(Obligation duty, Round round, LocalDate day) {
        String phase = duty.head().phase();
        DateRange days = duty.head().days();
        return phase == null
                ? Optional.ofNullable(days).filter(named -> meet(named, round.days()))
                : phases(round, day).stream().filter(each -> each.name().equals(phase)).map(Phase::days).findFirst();
    }

    /**
     * Whether anything is owed in a period at all. A reading can end a round's duties, or have them owed only in periods
     * that share a day with a phase; outside of all rounds nothing is said, so what the notice asks is owed.
     */
    public boolean owesIn(Period period) {
        List<Effect> effects = effects(period.days().last());
        return rounds.stream().filter(round -> round.days().contains(period.days().first()))
                .noneMatch(round -> effects.contains(new Effect.RoundOwesNothing(round.name())))
                && roundOf(period).map(round -> inPhase(round, period, effects)).orElse(true);
    }

    private boolean inPhase(Round round, Period period, List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.OwedOnlyIn only
                    && phases(round, period.days().last()).stream().noneMatch(phase -> phase.name().equals(only.phase())
                            && meet(phase.days(), period.days()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a counted duty is owed in a period: anything is, and it was not added later or dropped before. */
    public boolean owesIn(Obligation.Counted duty, Period period) {
        return duty.changes().owesIn(period) && owesIn(period);
    }

    /** What the readings in force on a day change beyond single duties. */
    public List<Effect> effects(LocalDate day) {
        List<Effect> effects = new ArrayList<>();
        readings.values().forEach(reading -> effects.addAll(reading.effectsOn(day)));
        return effects;
    }

    /** The open points that can change a counted duty's numbers with the fact types there are, in the file's order. */
    public List<Reading> decisive(String duty) {
        if (!(obligations.get(duty) instanceof Obligation.Counted counted)) {
            return List.of();
        }
        return readings.values().stream()
                .filter(reading -> reading.waitsFor().isEmpty() && (!reading.effects().isEmpty()
                        || counted.patches().stream().anyMatch(patch -> patch.reading().equals(reading.name()))))
                .toList();
    }

    /** Every rule a counted duty has at some time, oldest first. */
    public List<Rule> rules(String duty) {
        NavigableMap<LocalDate, Rule> byDay = rules.get(duty);
        return byDay == null ? List.of() : List.copyOf(byDay.values());
    }

    /** The later law that suspends an instance with this last possible day, if any. */
    public Optional<Overlay> suspendedBy(String duty, LocalDate lastPossibleDay) {
        for (Overlay overlay : overlays) {
            if (overlay.suspends(duty, lastPossibleDay)) {
                return Optional.of(overlay);
            }
        }
        return Optional.empty();
    }

    /** The same charter under a later law as well. */
    public Charter with(Overlay overlay) {
        List<Overlay> more = new ArrayList<>(overlays);
        more.removeIf(known -> known.id().equals(overlay.id()));
        more.add(overlay);
        return new Charter(id, notice, rounds, readings(), obligations(), goals(), more);
    }

    /**
     * The same charter where there are facts of further types: what waits for nothing else is counted.
     *
     * @param factTypes words of 等
     */
    public Charter having(Set<String> factTypes) {
        List<Obligation> changed = new ArrayList<>(obligations());
        changed.replaceAll(duty -> duty instanceof Obligation.Counted counted
                ? new Obligation.Counted(counted.head().having(factTypes), counted.base(), counted.quantities(),
                        counted.patches(), counted.changes())
                : duty);
        return new Charter(id, notice, rounds, readings(), changed, goals(), overlays);
    }

    /** The same charter without later law. */
    public Charter withoutOverlays() {
        return new Charter(id, notice, rounds, readings(), obligations(), goals(), List.of());
    }

    /** The same charter with other decisions about one open point. */
    public Charter with(Reading reading) {
        List<Reading> changed = new ArrayList<>(readings());
        changed.replaceAll(known -> known.name().equals(reading.name()) ? reading : known);
        if (!changed.contains(reading)) {
            throw new IllegalArgumentException("%s has no open point “%s”.%nTry one of %s."
                    .formatted(id, reading.name(), readings.keySet()));
        }
        return new Charter(id, notice, rounds, changed, obligations(), goals(), overlays);
    }

    /** The same charter with other duties. */
    public Charter with(List<Obligation> duties) {
        return new Charter(id, notice, rounds, readings(), duties, goals(), overlays);
    }

    /** The same charter with other goals. */
    public Charter aiming(List<Goal> others) {
        return new Charter(id, notice, rounds, readings(), obligations(), others, overlays);
    }

    /** The same charter with one open point read in another way at all times. */
    public Charter reading(String name, String alternative) {
        Reading known = readings.get(name);
        if (known == null || !known.alternatives().containsKey(alternative)) {
            throw new IllegalArgumentException("%s has no reading “%s: %s”.%nTry one of %s.".formatted(id, name,
                    alternative, known == null ? readings.keySet() : known.alternatives().keySet()));
        }
        return with(known.decided(
                List.of(new Reading.Choice(alternative, known.choices().getFirst().from(), null, "假设", "假设"))));
    }

    /** The same charter with another number for one counted duty at all times; readings cannot change it back. */
    public Charter quantity(String duty, Quantity quantity) {
        if (!(obligations.get(duty) instanceof Obligation.Counted counted)) {
            throw new IllegalArgumentException("“%s” is not a counted duty of %s.".formatted(duty, id));
        }
        Rule base = counted.base();
        List<Patch> patches = counted.patches().stream().map(Patch::withoutQuantity).toList();
        List<Obligation> changed = new ArrayList<>(obligations());
        changed.replaceAll(known -> known.id().equals(duty)
                ? new Obligation.Counted(counted.head(), new Rule(base.recurrence(), base.each(), base.window(),
                        base.measure(), base.conditions(), quantity), List.of(), patches,
                        counted.changes().withoutQuantities())
                : known);
        return new Charter(id, notice, rounds, readings(), changed, goals(), overlays);
    }
}
