package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.store.ContributionStore;
import org.jiaogongti.platform.obligation.store.ContributionStore.Entered;
import org.jiaogongti.platform.obligation.store.FactStore;
import org.jiaogongti.platform.obligation.store.FactStore.Kept;
import org.jiaogongti.platform.obligation.store.ProgressStore;
import org.jiaogongti.platform.obligation.store.WaiverStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Many instances with everything behind their numbers, for ledgers. */
@Service
@Transactional(readOnly = true)
public class InstanceViews {

    private static final Comparator<Entered> BY_DAY = Comparator.comparing((Entered each) -> each.line().countsOn())
            .thenComparing(each -> each.source().id()).thenComparing(each -> each.line().part());

    private final RulesInForce rules;
    private final ProgressStore progress;
    private final ContributionStore contributions;
    private final FactStore facts;
    private final WaiverStore waivers;
    private final BusinessClock clock;

    InstanceViews(RulesInForce rules, ProgressStore progress, ContributionStore contributions, FactStore facts,
            WaiverStore waivers, BusinessClock clock) {
        this.rules = rules;
        this.progress = progress;
        this.contributions = contributions;
        this.facts = facts;
        this.waivers = waivers;
        this.clock = clock;
    }

    /** Where the instances of some periods stand, in the same order; one select. */
    public Optional<List<Standing>> standings(Function<InForce, Collection<String>> periods) {
        return rules.reading(known -> progress.ofPeriods(periods.apply(known.inForce())))
                .map(seen -> Standings.of(seen.rules(), seen.read().rows(), clock.today()));
    }

    /**
     * The wanted instances of some periods, by duty, bearer, counterpart and period; at most five selects, whatever their
     * number. Empty where the district has adopted no charter. None has its history.
     */
    public Optional<List<InstanceView>> of(Function<InForce, Collection<String>> periods, Predicate<Standing> wanted) {
        return rules.reading(known -> progress.ofPeriods(periods.apply(known.inForce()))).map(seen -> views(
                seen.rules(),
                Standings.of(seen.rules(), seen.read().rows(), clock.today()).stream().filter(wanted).toList()));
    }

    private List<InstanceView> views(Rules known, List<Standing> standings) {
        if (standings.isEmpty()) {
            return List.of();
        }
        Map<InstanceKey, List<Entered>> entered = entered(standings);
        List<Kept> near = near(known, standings);
        Map<UUID, WaiverDecision> decisions = decisions(standings);
        Map<String, List<Kept>> bySource = near.stream()
                .collect(Collectors.groupingBy(kept -> kept.source().id().toString()));
        Behind behind = new Behind(known, clock.today());
        List<InstanceView> views = new ArrayList<>(standings.size());
        for (Standing standing : standings) {
            DateRange days = Behind.days(known, standing);
            Set<String> kinds = known.kinds(standing.duty());
            List<Kept> about = known.eachTime(standing.duty())
                    ? bySource.getOrDefault(standing.key().counterpart(), List.of())
                    : near.stream().filter(
                            kept -> kept.near(standing.instance().community(), kinds, days.first(), days.last()))
                            .toList();
            AppliedWaiver applied = standing.waiver();
            views.add(behind.of(standing, entered.getOrDefault(standing.key(), List.of()), about,
                    applied == null ? Optional.empty() : Optional.ofNullable(decisions.get(applied.id())), List.of()));
        }
        return views;
    }

    private Map<InstanceKey, List<Entered>> entered(List<Standing> standings) {
        return contributions.standing(names(standings, Standing::duty), names(standings, each -> each.key().period()))
                .stream().sorted(BY_DAY).collect(Collectors.groupingBy(each -> each.line().key()));
    }

    private List<Kept> near(Rules known, List<Standing> standings) {
        Set<String> kinds = new TreeSet<>();
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (Standing standing : standings) {
            DateRange days = Behind.days(known, standing);
            first = days.first().isBefore(first) ? days.first() : first;
            last = days.last().isAfter(last) ? days.last() : last;
            kinds.addAll(known.kinds(standing.duty()));
        }
        Set<Kept> near = new LinkedHashSet<>(kinds.isEmpty()
                ? List.of()
                : facts.near(names(standings, each -> each.instance().community()), kinds, first, last));
        Set<Source> named = standings.stream().filter(standing -> known.eachTime(standing.duty()))
                .map(standing -> new Source(Source.OCCASION, UUID.fromString(standing.key().counterpart())))
                .collect(Collectors.toSet());
        if (!named.isEmpty()) {
            near.addAll(facts.of(named));
        }
        return List.copyOf(near);
    }

    /** One select, and only where a decision lies on one of them. */
    private Map<UUID, WaiverDecision> decisions(List<Standing> standings) {
        Map<UUID, WaiverDecision> decisions = new HashMap<>();
        if (standings.stream().anyMatch(standing -> standing.waiver() != null)) {
            waivers.all().forEach(decision -> decisions.put(decision.id(), decision));
        }
        return decisions;
    }

    private static Set<String> names(List<Standing> standings, Function<Standing, String> name) {
        return standings.stream().map(name).collect(Collectors.toCollection(TreeSet::new));
    }
}
