package org.jiaogongti.platform.obligation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.obligation.model.Footing;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.store.ContributionStore;
import org.jiaogongti.platform.obligation.store.ProgressStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The district's standings over any periods of its calendar. */
@Service
@Transactional(readOnly = true)
public class Overviews {

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
     * @param earlier names of the periods that show how such duties usually went on
     */
    public Optional<Overview> of(Function<InForce, Collection<String>> shown,
            Function<InForce, Collection<String>> earlier) {
        return rules.reading(known -> progress.ofPeriods(shown.apply(inForce(known)))).map(seen -> {
            List<Standing> standings = Standings.of(seen.rules(), seen.read().rows(), clock.today());
            return new Overview(inForce(seen.rules()), clock.today(), standings,
                    past(standings, earlier.apply(inForce(seen.rules()))));
        });
    }

    private List<Overview.Past> past(List<Standing> standings, Collection<String> periods) {
        Set<String> open = new TreeSet<>();
        standings.stream().filter(standing -> standing.status() == Status.OPEN)
                .forEach(standing -> open.add(standing.duty()));
        if (open.isEmpty() || periods.isEmpty()) {
            return List.of();
        }
        return contributions.standing(open, periods).stream()
                .filter(entered -> entered.line().footing() == Footing.HELD)
                .map(entered -> new Overview.Past(entered.line().key(), entered.line().amount(),
                        entered.line().countsOn()))
                .toList();
    }

    /** The charter in force, for pages that show no standings; one select. */
    public Optional<InForce> inForce() {
        return rules.current().map(Overviews::inForce);
    }

    private static InForce inForce(Rules known) {
        return new InForce(known.counting(), known.labels(), known.version());
    }
}
