package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.platform.obligation.RulesInForce.Seen;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.store.FactStore;
import org.jiaogongti.platform.obligation.store.ProgressRow;
import org.jiaogongti.platform.obligation.store.ProgressStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a year's appraisal stands on: two selects, whatever the number of records. */
@Service
@Transactional(readOnly = true)
public class YearLedgers {

    private final RulesInForce rules;
    private final ProgressStore progress;
    private final FactStore facts;
    private final DistrictCharters charters;
    private final BusinessClock clock;

    YearLedgers(RulesInForce rules, ProgressStore progress, FactStore facts,
            DistrictCharters charters, BusinessClock clock) {
        this.rules = rules;
        this.progress = progress;
        this.facts = facts;
        this.charters = charters;
        this.clock = clock;
    }

    /**
     * The whole district's; empty where it has adopted no charter or none of the periods is known.
     *
     * @param periods names of the periods whose instances are appraised
     */
    public Optional<YearLedger> of(Function<InForce, Collection<String>> periods) {
        return rules.reading(known -> progress.ofPeriods(periods.apply(known.inForce())))
                .flatMap(seen -> days(seen, periods.apply(seen.rules().inForce())).map(days -> ledger(seen, days)));
    }

    private YearLedger ledger(Seen seen, DateRange days) {
        List<Fact> all = new ArrayList<>();
        facts.between(List.of(), days.first(), days.last()).values().forEach(all::addAll);
        List<Waiver> waivers = new ArrayList<>();
        for (ProgressRow row : seen.read().rows()) {
            Waiver waiver = row.waiver();
            if (waiver != null) {
                waivers.add(waiver);
            }
        }
        return new YearLedger(seen.rules().inForce(), charters.texts(seen.head()), clock.today(), all, waivers);
    }

    /** A window may begin before its period does (the week before term) and end after it. */
    private static Optional<DateRange> days(Seen seen, Collection<String> periods) {
        Rules known = seen.rules();
        List<DateRange> inside = known.world().periods().stream().filter(period -> periods.contains(period.name()))
                .map(Period::days).toList();
        Stream<LocalDate> firsts = Stream.concat(inside.stream().map(DateRange::first),
                seen.read().rows().stream().map(row -> row.instance().firstDay()));
        Stream<LocalDate> lasts = Stream.concat(inside.stream().map(DateRange::last),
                seen.read().rows().stream().map(row -> row.instance().lastDay()));
        return firsts.min(LocalDate::compareTo)
                .flatMap(first -> lasts.max(LocalDate::compareTo).map(last -> new DateRange(first, last)));
    }
}
