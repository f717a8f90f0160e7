package org.jiaogongti.platform.summary;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.appraising.Standings;
import org.jiaogongti.charter.archive.Frozen;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.appraisal.Appraisals;
import org.jiaogongti.platform.appraisal.Appraisals.Settled;
import org.jiaogongti.platform.appraisal.CommunitySheet;
import org.jiaogongti.platform.appraisal.Run;
import org.jiaogongti.platform.appraisal.YearSheet;
import org.jiaogongti.platform.inspection.InspectionYears;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Overview;
import org.jiaogongti.platform.obligation.Overviews;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.school.Calendars;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.summary.YearSummary.Community;
import org.jiaogongti.platform.summary.YearSummary.Inspected;
import org.jiaogongti.platform.summary.model.Tally;
import org.jiaogongti.platform.spending.Funds;
import org.jiaogongti.platform.spending.Payouts;
import org.jiaogongti.platform.summary.YearSummary.Spent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 年度总结 of the district. A year that is decided is summed up from its archive and so stays as it was decided, what was found and
 * accounted for as well; any other from the district's progress of today. What was put right after the decision is told beside it.
 */
@Service
@Transactional(readOnly = true)
public class Summaries {

    private final Overviews overviews;
    private final Appraisals appraisals;
    private final InspectionYears inspections;
    private final Money money;
    private final Calendars calendars;
    private final Journal journal;
    private final BusinessClock clock;

    Summaries(Overviews overviews, Appraisals appraisals, InspectionYears inspections, Money money,
            Calendars calendars, Journal journal, BusinessClock clock) {
        this.money = money;
        this.overviews = overviews;
        this.appraisals = appraisals;
        this.inspections = inspections;
        this.calendars = calendars;
        this.journal = journal;
        this.clock = clock;
    }

    /** Where money is kept. */
    @Component
    record Money(Payouts payouts, Funds funds) {

        /** Of a calendar year by community; nothing of a school year. */
        Map<@Nullable UUID, Spent> spent(Period year) {
            Map<@Nullable UUID, Spent> spent = new HashMap<>();
            if (year.kind() == PeriodKind.CALENDAR_YEAR) {
                funds.ofCommunities(year.days().first().getYear()).forEach((community, figures) -> spent.put(community,
                        new Spent(figures.planned(), figures.own(), figures.grant())));
            }
            return spent;
        }
    }

    private static @Nullable Spent spent(Period year, Map<@Nullable UUID, Spent> spent, UUID community) {
        return year.kind() == PeriodKind.CALENDAR_YEAR ? spent.getOrDefault(community, Spent.NOTHING) : null;
    }

    /**
     * A year of the calendar that has begun, or the usual one where none is named: the school year that ended last, else the
     * one that goes on. Empty where there is no such year, or no charter.
     */
    public Optional<YearSummary> show(String name) {
        List<Period> calendar = calendars.current().periods();
        List<Period> years = years(calendar);
        return (name.isEmpty() ? usual(years) : years.stream().filter(each -> each.name().equals(name)).findFirst())
                .flatMap(year -> summed(new Asked(year, years, term(calendar, year))));
    }

    /** The same for somebody who takes it away as a document. */
    @Transactional
    public Optional<YearSummary> take(Actor actor, String name, String format) {
        Optional<YearSummary> summary = name.isEmpty() ? Optional.empty() : show(name);
        summary.ifPresent(taken -> journal.write(actor, "SummaryTaken", "summary", null,
                Map.of("year", name, "asOf", taken.asOf().toString(), "format", format)));
        return summary;
    }

    /** School years that have begun, and calendar years that are appraised. */
    private List<Period> years(List<Period> calendar) {
        LocalDate today = clock.today();
        return Stream.concat(
                calendar.stream().filter(each -> each.kind() == PeriodKind.SCHOOL_YEAR
                        && !each.days().first().isAfter(today)),
                appraisals.years().stream().filter(each -> each.kind() == PeriodKind.CALENDAR_YEAR))
                .sorted(Comparator.comparing((Period each) -> each.days().last()).reversed()).toList();
    }

    private Optional<Period> usual(List<Period> years) {
        List<Period> schoolYears = years.stream().filter(each -> each.kind() == PeriodKind.SCHOOL_YEAR).toList();
        return schoolYears.stream().filter(each -> each.days().last().isBefore(clock.today())).findFirst()
                .or(() -> schoolYears.stream().findFirst());
    }

    /** A year among the others; a school year has terms. */
    private record Asked(Period year, List<Period> years, String term) {}

    private Optional<YearSummary> summed(Asked asked) {
        Optional<Settled> settled = appraisals.settled(asked.year().name());
        return settled.isPresent()
                ? Optional.of(decided(asked, settled.get()))
                : overviews.summed(inForce -> periods(inForce.world(), asked.year())).map(all -> live(asked, all));
    }

    /** A year that the world does not know has nothing in it. */
    private static Set<String> periods(World world, Period year) {
        return world.periods().stream().anyMatch(each -> each.name().equals(year.name()))
                ? Standings.periods(world, year.name()).stream().map(Period::name).collect(Collectors.toSet())
                : Set.of();
    }

    private YearSummary live(Asked asked, Overview overview) {
        Period year = asked.year();
        InForce inForce = overview.inForce();
        Tally tally = new Tally(inForce.charter());
        for (Standing standing : overview.standings()) {
            tally.add(standing.duty(), UUID.fromString(standing.instance().community()), standing.status(),
                    standing.number(), standing.counted());
        }
        Map<@Nullable UUID, Inspected> inspected = inspected(now(year));
        Map<@Nullable UUID, Spent> spent = money.spent(year);
        LocalDate last = last(year);
        List<Community> communities = new ArrayList<>();
        for (String id : inForce.world().communities()) {
            int schools = inForce.world().memberships(id, last).size();
            UUID community = UUID.fromString(id);
            if (schools > 0 || tally.of(community).owed() > 0) {
                communities.add(new Community(community, inForce.labels().name(id), schools, tally.of(community),
                        inspected.getOrDefault(community, Inspected.NOTHING), null, BigInteger.ZERO,
                        spent(year, spent, community)));
            }
        }
        return new YearSummary(year, asked.years(), asked.term(), overview.asOf(), clock.today(),
                clock.today(), inForce.charter().notice().issuer(), null, communities, tally.sections((_, _) -> false),
                inspected.getOrDefault(null, Inspected.NOTHING), sum(inspected));
    }

    private YearSummary decided(Asked asked, Settled settled) {
        Period year = asked.year();
        YearSheet sheet = settled.sheet();
        Frozen frozen = sheet.frozen();
        Counting counting = new Counting(frozen.rules().read(), frozen.world());
        Set<String> periods = periods(frozen.world(), year);
        Tally tally = new Tally(counting.charter());
        for (Progress each : Evaluation.of(counting, frozen.facts(), frozen.waivers(), sheet.asOf()).progress()) {
            if (periods.contains(each.key().period())) {
                sheet.places().find(each.instance().community()).ifPresent(community -> tally.add(each.key().duty(),
                        community.id(), each.status(), 1, each.counted()));
            }
        }
        LocalDate judged = judged(settled.run());
        Map<@Nullable UUID, Inspected> inspected = inspected(inspections.asOf(year.days(), last(year), judged));
        Map<@Nullable UUID, Spent> spent = money.spent(year);
        Map<UUID, Long> out = money.payouts().paidOut(year.name());
        boolean grants = sheet.budget().signum() > 0;
        List<Community> communities = new ArrayList<>();
        Map<UUID, CommunitySheet> sheets = new HashMap<>();
        for (CommunitySheet each : sheet.communities()) {
            sheets.put(each.id(), each);
            BigInteger paid = grants ? each.grant().fen() : null;
            communities.add(new Community(each.id(), each.name(), each.schools().size(), tally.of(each.id()),
                    inspected.getOrDefault(each.id(), Inspected.NOTHING), paid,
                    BigInteger.valueOf(each.schools().stream().mapToLong(school -> out.getOrDefault(school.id(), 0L))
                            .sum()),
                    spent(year, spent, each.id())));
        }
        return new YearSummary(year, asked.years(), asked.term(), sheet.asOf(), clock.today(), judged,
                counting.charter().notice().issuer(), settled.run().latest(), communities,
                tally.sections((community, duty) -> {
                    CommunitySheet own = sheets.get(community);
                    return own != null && own.duty(duty).isPresent();
                }), inspected.getOrDefault(null, Inspected.NOTHING), sum(inspected(now(year))));
    }

    /** The day on which the year was decided. */
    private static LocalDate judged(Run run) {
        return run.step(Run.What.FINAL).map(Run.Step::on).orElse(run.latest().on());
    }

    private List<InspectionYears.Line> now(Period year) {
        return inspections.lines(year.days(), last(year), clock.today());
    }

    private static Map<@Nullable UUID, Inspected> inspected(List<InspectionYears.Line> lines) {
        Map<@Nullable UUID, Inspected> inspected = new HashMap<>();
        lines.forEach(line -> inspected.put(line.community(), new Inspected(line.found(), line.accounted())));
        return inspected;
    }

    private static Inspected sum(Map<@Nullable UUID, Inspected> inspected) {
        return inspected.values().stream().reduce(Inspected.NOTHING, Inspected::plus);
    }

    private static String term(List<Period> calendar, Period year) {
        return year.kind() == PeriodKind.CALENDAR_YEAR
                ? ""
                : calendar.stream()
                        .filter(each -> each.kind() == PeriodKind.TERM && year.days().contains(each.days().first()))
                        .map(Period::name).min(Comparator.naturalOrder()).orElse("");
    }

    /** The last day of the year, or today while it goes on. */
    private LocalDate last(Period year) {
        LocalDate today = clock.today();
        return year.days().last().isBefore(today) ? year.days().last() : today;
    }
}
