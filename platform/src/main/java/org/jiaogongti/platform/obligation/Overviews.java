package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.counting.Contribution;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.obligation.RulesInForce.Seen;
import org.jiaogongti.platform.obligation.model.Footing;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.store.ContributionStore;
import org.jiaogongti.platform.obligation.store.ProgressStore;
import org.jiaogongti.platform.obligation.store.ProgressStore.Read;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The district's standings over any periods of its calendar. */
@Service
@Transactional(readOnly = true)
public class Overviews {

    /** Older terms say little about the pace of today, and a bounded past keeps the board's read bounded. */
    private static final int TERMS_BACK = 6;
    private static final int YEARS_BACK = 3;

    private final RulesInForce rules;
    private final ProgressStore progress;
    private final ContributionStore contributions;
    private final BusinessClock clock;

    Overviews(RulesInForce rules, ProgressStore progress, ContributionStore contributions, BusinessClock clock) {
        this.rules = rules;
        this.progress = progress;
        this.contributions = contributions;
        this.clock = clock;
    }

    /**
     * Two selects, whatever the number of records; empty where the district has adopted no charter.
     *
     * @param shown names of the periods whose standings are wanted
     */
    public Optional<Overview> of(Function<InForce, Collection<String>> shown) {
        return rules.reading(known -> progress.ofPeriods(shown.apply(known.inForce()))).map(this::overview);
    }

    private Read summed(Rules known, Collection<String> periods) {
        return known.summable() ? progress.summedOfPeriods(periods) : progress.ofPeriods(periods);
    }

    private Overview overview(Seen seen) {
        List<Standing> standings = Standings.of(seen.rules(), seen.read().rows(), clock.today());
        return new Overview(seen.rules().inForce(), clock.today(), standings,
                past(seen.rules(), openDuties(seen.rules(), standings)));
    }

    /** The same with what is met of each-time duties summed, so that it does not grow with what was held. */
    public Optional<Overview> summed(Function<InForce, Collection<String>> shown) {
        return rules.reading(known -> summed(known, shown.apply(known.inForce()))).map(this::overview);
    }

    /** One cell of it: one select where nothing of it is open. */
    public Optional<Overview> of(String duty, String community, Function<InForce, Collection<String>> shown) {
        return rules.reading(known -> progress.ofCell(duty, community, shown.apply(known.inForce())))
                .map(this::overview);
    }

    /** What counted earlier for a duty, for its forecast; one select. */
    public List<Contribution> past(InForce inForce, String duty) {
        return past(inForce.world().periods(), Set.of(duty));
    }

    /** What comes with each occasion is done or not; how often it was is no pace. */
    private static Set<String> openDuties(Rules known, List<Standing> standings) {
        Set<String> open = new TreeSet<>();
        standings.stream().filter(standing -> standing.status() == Status.OPEN && !known.eachTime(standing.duty()))
                .forEach(standing -> open.add(standing.duty()));
        return open;
    }

    private List<Contribution> past(Rules known, Set<String> duties) {
        return past(known.world().periods(), duties);
    }

    private List<Contribution> past(List<Period> calendar, Set<String> duties) {
        LocalDate today = clock.today();
        List<String> periods = Stream.concat(ended(calendar, PeriodKind.TERM, today).limit(TERMS_BACK),
                ended(calendar, PeriodKind.SCHOOL_YEAR, today).limit(YEARS_BACK)).map(Period::name).toList();
        if (duties.isEmpty() || periods.isEmpty()) {
            return List.of();
        }
        return contributions.standing(duties, periods).stream()
                .filter(entered -> entered.line().footing() == Footing.HELD)
                .map(entered -> new Contribution(entered.line().key(), entered.source().id().toString(),
                        entered.line().part(), entered.line().amount(), entered.line().countsOn()))
                .toList();
    }

    private static Stream<Period> ended(List<Period> calendar, PeriodKind kind, LocalDate today) {
        return calendar.stream().filter(period -> period.kind() == kind && period.days().last().isBefore(today))
                .sorted(Comparator.comparing((Period period) -> period.days().last()).reversed());
    }
}
