package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.charter.counting.Contribution;
import org.jiaogongti.charter.counting.Forecast;
import org.jiaogongti.charter.counting.History;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Standing;

/** What is expected of an instance by its last day. */
interface Outlooks {

    /** Where nothing can be said yet. */
    Outlooks NONE = standing -> Optional.empty();

    /** By the engine's forecast over what counted in earlier periods. */
    static Outlooks over(InForce inForce, Collection<Contribution> past, LocalDate asOf) {
        if (past.isEmpty()) {
            return NONE;
        }
        Set<String> duties = past.stream().map(contribution -> contribution.key().duty())
                .collect(Collectors.toSet());
        Set<String> periods = past.stream().map(contribution -> contribution.key().period())
                .collect(Collectors.toSet());
        List<Instance> instances = inForce.counting().instances().stream()
                .filter(instance -> duties.contains(instance.key().duty())
                        && periods.contains(instance.key().period())
                        && inForce.counting().suspendedBy(instance).isEmpty())
                .toList();
        History history = new History(instances, past);
        return new OverHistory(history, asOf);
    }

    /** The engine's forecast over one history. */
    record OverHistory(History history, LocalDate asOf) implements Outlooks {

        @Override
        public Optional<Outlook> of(Standing standing) {
            return Forecast.of(history,
                    new Progress(standing.instance(), standing.status(), standing.counted(), standing.target()),
                    standing.planned(), asOf) instanceof Forecast.Range range
                            ? Optional.of(new Outlook(range.low(), range.likely(), range.high()))
                            : Optional.empty();
        }

        @Override
        public Forecast.Coverage tested(Standing standing) {
            return Forecast.backTest(history, asOf, List.of(History.elapsed(standing.instance(), asOf)));
        }
    }

    /** Empty where there is too little history. */
    Optional<Outlook> of(Standing standing);

    /** How often the range would have held what came, had earlier periods been forecast after the same share of days. */
    default Forecast.Coverage tested(Standing standing) {
        return Forecast.Coverage.NONE;
    }

    /** Counted, planned and the pace of earlier terms, as a range. */
    record Outlook(int low, int expected, int high) {}
}
