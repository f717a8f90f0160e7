package org.jiaogongti.platform.obligation.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Modality;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.whatif.Load;
import org.jiaogongti.platform.obligation.Amendments;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.obligation.web.BoardView.Option;
import org.jiaogongti.platform.obligation.web.WhatIfView.Bar;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Component;

/** Tries another number or reading of one duty against the records of one period. */
@Component
class WhatIfs {

    private static final int MOST = 99;

    private final Progresses progresses;
    private final BusinessClock clock;

    WhatIfs(Progresses progresses, BusinessClock clock) {
        this.progresses = progresses;
        this.clock = clock;
    }

    /** What was typed; wrong numbers fall back to those in force. */
    record Asked(String duty, String number, String reading, String against, String hours) {

        static Asked of(Map<String, String> parameters) {
            return new Asked(parameters.getOrDefault("duty", ""), parameters.getOrDefault("number", ""),
                    parameters.getOrDefault("reading", ""), parameters.getOrDefault("against", ""),
                    parameters.getOrDefault("hours", ""));
        }

        int number(int otherwise) {
            return number.matches("\\d{1,2}") && Integer.parseInt(number) > 0 ? Integer.parseInt(number) : otherwise;
        }

        BigDecimal hours(BigDecimal otherwise) {
            return hours.matches("\\d{1,2}([.]\\d)?") ? new BigDecimal(hours) : otherwise;
        }
    }

    static Optional<String> partOf(InForce inForce, String duty) {
        return inForce.charter().obligation(duty).map(found -> Addresses.charterPart(found.head().quote().clause()));
    }

    Optional<WhatIfView> view(InForce inForce, String part, Asked asked, Words words) {
        Charter charter = inForce.charter();
        List<Obligation.Counted> duties = charter.counted().stream()
                .filter(duty -> Addresses.charterPart(duty.head().quote().clause()).equals(part))
                .filter(duty -> duty.head().modality() != Modality.MAY && !stopped(charter, duty))
                .filter(Amendments::numbered).toList();
        if (duties.isEmpty()) {
            return Optional.empty();
        }
        Obligation.Counted duty = duties.stream().filter(each -> each.id().equals(asked.duty())).findFirst()
                .orElseGet(() -> preferred(duties));
        List<Period> periods = periods(inForce, duty);
        if (periods.isEmpty()) {
            return Optional.empty();
        }
        Period period = periods.stream().filter(each -> each.name().equals(asked.against())).findFirst()
                .orElseGet(() -> periods.stream().filter(each -> each.days().last().isBefore(clock.today()))
                        .findFirst().orElse(periods.getFirst()));
        return Optional.of(compare(inForce, part, duties, duty, periods, period, asked, words));
    }

    /** The first with an open point: there a trial tells most. */
    private static Obligation.Counted preferred(List<Obligation.Counted> duties) {
        return duties.stream().filter(duty -> !duty.head().readings().isEmpty()).findFirst()
                .orElse(duties.getFirst());
    }

    private boolean stopped(Charter charter, Obligation.Counted duty) {
        return charter.suspendedBy(duty.id(), clock.today()).isPresent();
    }

    private List<Period> periods(InForce inForce, Obligation.Counted duty) {
        return duty.base().recurrence().period().map(kind -> inForce.world().periods().stream()
                .filter(period -> period.kind() == kind && !period.days().first().isAfter(clock.today()))
                .sorted(java.util.Comparator.comparing((Period each) -> each.days().first()).reversed()).toList())
                .orElse(List.of());
    }

    private WhatIfView compare(InForce inForce, String part, List<Obligation.Counted> duties, Obligation.Counted duty,
            List<Period> periods, Period period, Asked asked, Words words) {
        Charter charter = inForce.charter();
        int inForceNumber = charter.rule(duty.id(), period).quantity().target();
        int number = asked.number(inForceNumber);
        // A year that is read in another way reaches beyond this one.
        LocalDate from = period.days().first().minusDays(period.kind() == PeriodKind.TERM ? 14 : 366);
        LocalDate to = period.days().last().plusDays(period.kind() == PeriodKind.TERM ? 0 : 366);
        Trial trial = new Trial(inForce, progresses.facts(from, to), progresses.waivers(duty.id(), from, to),
                clock.today());
        List<Choice> choices = choices(charter, duty, period, trial);
        Optional<Choice> chosen = choices.stream().filter(choice -> choice.value().equals(asked.reading())).findFirst();
        Charter other = chosen.map(choice -> charter.reading(choice.reading().name(), choice.alternative()))
                .orElse(charter);
        if (number != inForceNumber) {
            other = other.quantity(duty.id(), new Quantity.AtLeast(number));
        }
        List<Progress> before = in(period, trial.progress(charter, duty.id()));
        List<Progress> after = in(period, trial.progress(other, duty.id()));
        return view(inForce, part, duties, duty, periods, period, before, after,
                new Numbers(inForceNumber, number, choices, chosen.map(Choice::value).orElse(""), asked), words);
    }

    /** What is compared with what. */
    private record Numbers(int inForce, int tried, List<Choice> choices, String chosen, Asked asked) {}

    /** One way to read an open point that is not in force. */
    private record Choice(Reading reading, String alternative) {
        String value() {
            return reading.id() + "/" + alternative;
        }
    }

    /** Only what would change this duty in this period: a switch that does nothing is not offered. */
    private static List<Choice> choices(Charter charter, Obligation.Counted duty, Period period, Trial trial) {
        List<Choice> choices = new ArrayList<>();
        for (Reading reading : charter.decisive(duty.id())) {
            for (String alternative : reading.alternatives().keySet()) {
                if (trial.matters(reading, alternative, duty.id(), period)) {
                    choices.add(new Choice(reading, alternative));
                }
            }
        }
        return choices;
    }

    /** Of the period; where a year is read in another way, of the year in which the period ends. */
    private static List<Progress> in(Period period, List<Progress> progress) {
        List<Progress> owed = progress.stream().filter(each -> each.status() != Status.SUSPENDED).toList();
        List<Progress> own = owed.stream().filter(each -> each.key().period().equals(period.name())).toList();
        boolean sameCalendar = progress.stream()
                .anyMatch(each -> each.key().period().length() == period.name().length());
        return !own.isEmpty() || sameCalendar
                ? own
                : owed.stream().filter(each -> !each.instance().firstDay().isAfter(period.days().last())
                        && !each.instance().lastDay().isBefore(period.days().last())).toList();
    }

    /** What is left to do; nothing where it is waived. */
    private static int left(Progress progress) {
        return progress.status() == Status.WAIVED ? 0 : progress.left();
    }

    private WhatIfView view(InForce inForce, String part, List<Obligation.Counted> duties, Obligation.Counted duty,
            List<Period> periods, Period period, List<Progress> before, List<Progress> after, Numbers numbers,
            Words words) {
        String unit = duty.head().unit();
        BigDecimal usual = BigDecimal.valueOf(Load.ASSUMED.minutes().getOrDefault(unit, 0))
                .divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP);
        BigDecimal hours = numbers.asked().hours(usual);
        int short0 = before.stream().mapToInt(WhatIfs::left).sum();
        int short1 = after.stream().mapToInt(WhatIfs::left).sum();
        int extra = Math.max(0, short1 - short0);
        int failing = failing(after);
        String here = "/charter?part=" + Addresses.part(part) + "&duty=" + duty.id();
        List<Option> readings = new ArrayList<>();
        if (!numbers.choices().isEmpty()) {
            readings.add(new Option("", words.m().t("obligation.whatif.reading.now"), numbers.chosen().isEmpty()));
            numbers.choices()
                    .forEach(choice -> readings.add(new Option(choice.value(),
                            words.m().t("obligation.whatif.reading.other", choice.reading().name(),
                                    choice.alternative()),
                            choice.value().equals(numbers.chosen()))));
        }
        return new WhatIfView(part, duty.id(), duty.head().name(), unit, numbers.tried(), numbers.inForce(), 1, MOST,
                duties.stream().map(each -> new Option(each.id(), each.head().name(), each.id().equals(duty.id())))
                        .toList(),
                readings,
                periods.stream().map(each -> new Option(each.name(), words.period(each.name()),
                        each.name().equals(period.name()))).toList(),
                hours.toPlainString(), bars(inForce, before, after, numbers), after.size(), failing, failing(before),
                extra, hours.multiply(BigDecimal.valueOf(extra)).setScale(0, RoundingMode.CEILING).toPlainString(),
                words.m().t("obligation.whatif.assumption", unit, hours.toPlainString()),
                words.m().t("obligation.whatif.summary", words.period(period.name()), numbers.tried(), unit,
                        after.size(), failing, short1),
                here + "#what-if");
    }

    private static int failing(List<Progress> progress) {
        return Math.toIntExact(progress.stream().filter(each -> left(each) > 0).count());
    }

    private static List<Bar> bars(InForce inForce, List<Progress> before, List<Progress> after, Numbers numbers) {
        Map<InstanceKey, Progress> now = new HashMap<>();
        before.forEach(progress -> now.put(progress.key(), progress));
        int longest = Math.max(1, Math.max(Math.max(numbers.inForce(), numbers.tried()),
                after.stream().mapToInt(Progress::counted).max().orElse(1)));
        List<Bar> bars = new ArrayList<>();
        for (String community : inForce.world().communities()) {
            after.stream().filter(progress -> progress.instance().community().equals(community))
                    .forEach(progress -> bars.add(bar(inForce, progress, now.containsKey(progress.key()), longest,
                            numbers)));
        }
        return bars;
    }

    private static Bar bar(InForce inForce, Progress progress, boolean exists, int longest, Numbers numbers) {
        String community = inForce.labels().shortName(progress.instance().community());
        String bearer = inForce.labels().shortName(progress.key().bearer());
        String counterpart = inForce.labels().counterpart(progress.key(), null);
        String who = counterpart.isEmpty() ? bearer : counterpart;
        return new Bar(who.equals(community) ? community : community + " · " + who, progress.counted(),
                Cells.percent(progress.counted(), longest), Cells.percent(numbers.inForce(), longest),
                Cells.percent(progress.target(), longest), left(progress), progress.status() == Status.WAIVED,
                exists
                        ? Addresses.instance(progress.key())
                        : "/duties/" + progress.key().duty() + "/"
                                + progress.instance().community());
    }
}
