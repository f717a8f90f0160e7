package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.World.Membership;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.platform.obligation.RulesInForce.Seen;
import org.jiaogongti.platform.obligation.model.Delta;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.model.Sum;
import org.jiaogongti.platform.obligation.store.ContributionStore;
import org.jiaogongti.platform.obligation.store.FactStore.Kept;
import org.jiaogongti.platform.obligation.store.FactStore;
import org.jiaogongti.platform.obligation.store.ProgressRow;
import org.jiaogongti.platform.obligation.store.ProgressStore.Read;
import org.jiaogongti.platform.obligation.store.ProgressStore;
import org.jiaogongti.platform.obligation.store.WaiverStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the duties stand on the business date. */
@Service
@Transactional(readOnly = true)
public class Progresses {

    private final RulesInForce rules;
    private final ProgressStore progress;
    private final ContributionStore contributions;
    private final FactStore facts;
    private final WaiverStore waivers;
    private final BusinessClock clock;

    Progresses(RulesInForce rules, ProgressStore progress, ContributionStore contributions, FactStore facts,
            WaiverStore waivers, BusinessClock clock) {
        this.rules = rules;
        this.progress = progress;
        this.contributions = contributions;
        this.facts = facts;
        this.waivers = waivers;
        this.clock = clock;
    }

    /** Everything owed in a term and in the periods around it, in one select. Empty where there is no such term. */
    public Optional<Board> board(String term) {
        return rules.reading(known -> progress.ofPeriods(known.periodsWith(term))).flatMap(seen -> board(seen, term));
    }

    /** The same for one community. */
    public Optional<Board> board(String term, String community) {
        return rules.reading(known -> progress.ofCommunity(community, known.periodsWith(term)))
                .flatMap(seen -> board(seen, term));
    }

    /** The same with what is met of each-time duties summed, see {@link Standing#number}. */
    public Optional<Board> summedBoard(String term, String community) {
        return rules.reading(known -> summed(known, community, term))
                .flatMap(seen -> board(seen, term));
    }

    private Read summed(Rules known, String community, String term) {
        return known.summable()
                ? progress.summedOfCommunity(community, known.periodsWith(term))
                : progress.ofCommunity(community, known.periodsWith(term));
    }

    private Optional<Board> board(Seen seen, String term) {
        LocalDate today = clock.today();
        return seen.rules().counting().period(term).map(
                period -> new Board(period, today, Standings.of(seen.rules(), seen.read().rows(), today), seen.rules()
                        .inForce()));
    }

    /**
     * What a school owes and what is owed to it in a term, in one select; empty where the school belongs to no community
     * on the business date or there is no such term.
     */
    public Optional<SchoolView> ofSchool(String school, String term) {
        LocalDate today = clock.today();
        return rules.reading(known -> summed(known, SchoolView.place(known.world(), school, today)
                .map(Membership::community).orElse(InstanceKey.NOBODY), term))
                .flatMap(seen -> SchoolView.place(seen.rules().world(), school, today)
                        .flatMap(membership -> board(seen, term)
                                .map(board -> SchoolView.of(seen.rules().world(), membership, board))));
    }

    /** The charter in force over the district as it is: one select. Empty where none is adopted. */
    public Optional<InForce> inForce() {
        return rules.current().map(Rules::inForce);
    }

    /** What one record moves, by the figures of today: two selects, one where it moves nothing. */
    public List<Effect> effectsOf(Source source) {
        List<ContributionStore.Entered> lines = contributions.standing(List.of(source)).getOrDefault(source, List.of());
        if (lines.isEmpty()) {
            return List.of();
        }
        Delta delta = new Delta(clock.today());
        delta.add(lines.stream().map(ContributionStore.Entered::line).toList());
        return rules.reading(_ -> progress.of(delta.sums().keySet())).map(seen -> seen.read().rows().stream()
                .map(row -> effect(seen.rules(), row, delta.sums().getOrDefault(row.key(), Sum.ZERO))).toList())
                .orElse(List.of());
    }

    /** The duties that some records count for now; one select, and none where there is no record. */
    public Map<Source, Set<String>> duties(Collection<Source> sources) {
        Map<Source, Set<String>> duties = new HashMap<>();
        if (!sources.isEmpty()) {
            contributions.standing(sources).forEach((source, lines) -> lines
                    .forEach(entered -> duties.computeIfAbsent(source, _ -> new TreeSet<>()).add(
                            entered.line().key().duty())));
        }
        return duties;
    }

    private Effect effect(Rules known, ProgressRow row, Sum moved) {
        return Standings.effect(known, row.with(row.sum().minus(moved)), moved, clock.today());
    }

    /**
     * One instance with everything behind its number: at most five selects, whatever its number of records. Empty where
     * nothing of the kind is owed.
     */
    public Optional<InstanceView> instance(InstanceKey key) {
        return rules.reading(_ -> progress.ofDuty(key)).flatMap(seen -> seen.read().rows().stream()
                .filter(row -> row.key().equals(key)).findFirst().map(row -> view(seen, row)));
    }

    private InstanceView view(Seen seen, ProgressRow row) {
        Rules known = seen.rules();
        Standing standing = Standings.of(known, row, clock.today());
        List<Kept> near = near(known, row, standing);
        AppliedWaiver applied = standing.waiver();
        return new Behind(known, clock.today()).of(standing, contributions.standing(row.key()), near,
                applied == null ? Optional.empty() : waivers.find(applied.id()), history(seen, row));
    }

    /** What comes with one occasion looks at that one only. */
    private List<Kept> near(Rules known, ProgressRow row, Standing standing) {
        Source only = row.derivedFrom();
        if (only != null && known.eachTime(row.key().duty())) {
            return facts.of(List.of(only));
        }
        DateRange days = Behind.days(known, standing);
        return facts.near(List.of(row.instance().community()), known.kinds(row.key().duty()), days.first(),
                days.last());
    }

    /** Earlier periods of the same duty, bearer and counterpart, newest first. */
    private List<Standing> history(Seen seen, ProgressRow row) {
        return Standings.of(seen.rules(), seen.read().rows(), clock.today()).stream()
                .filter(other -> other.instance().lastDay().isBefore(row.instance().firstDay()))
                .sorted(Comparator.comparing((Standing other) -> other.instance().lastDay()).reversed()).toList();
    }

    /** The decisions in force about a duty's instances whose last possible day lies in a range; one select. */
    public List<Waiver> waivers(String duty, LocalDate first, LocalDate last) {
        List<Waiver> standing = new ArrayList<>();
        rules.reading(_ -> progress.ofDuties(Set.of(duty), first, last))
                .ifPresent(seen -> seen.read().rows().forEach(row -> {
                    Waiver waiver = row.waiver();
                    if (waiver != null) {
                        standing.add(waiver);
                    }
                }));
        return standing;
    }

    /** Instances of some duties whose last possible day lies in a range, whoever owes them; one select. */
    public List<Standing> ofDuties(Collection<String> duties, LocalDate first, LocalDate last) {
        return rules.reading(_ -> progress.ofDuties(duties, first, last))
                .map(seen -> Standings.of(seen.rules(), seen.read().rows(), clock.today())).orElse(List.of());
    }

    /** Facts that count, or could, in a range of days; for exports and for what-if. Withdrawn ones are left out. */
    public List<Fact> facts(LocalDate first, LocalDate last) {
        List<Fact> all = new ArrayList<>();
        facts.between(List.of(), first, last).values().forEach(all::addAll);
        return all;
    }
}
