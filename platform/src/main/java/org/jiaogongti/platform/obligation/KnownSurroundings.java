package org.jiaogongti.platform.obligation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.shell.Grounds;
import org.jiaogongti.platform.shell.TermWeek;
import org.jiaogongti.platform.shell.TermWeeks;
import org.jiaogongti.platform.shell.WelcomeFigure;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What the pages' figures rest on and the school week, from the rules that are known anyway: only a district's first page asks for them. */
@Component
@Order(2)
class KnownSurroundings implements Grounds.Source, TermWeeks, WelcomeFigure.Source {

    private static final Pattern TERM = Pattern.compile("(\\d{4})-\\d{4}-([12])");

    /** From the principles to the end of the clause before "具体通知如下". */
    private static final Pattern PURPOSE = Pattern.compile("(本着[^。]*?)[,，]具体通知如下");

    private final RulesInForce rules;
    private final TransactionOperations transactions;

    KnownSurroundings(RulesInForce rules, TransactionOperations transactions) {
        this.rules = rules;
        this.transactions = transactions;
    }

    @Override
    public Optional<Grounds> inForce(LocalDate day) {
        return known().map(found -> grounds(found.charter(), day));
    }

    @Override
    public Optional<TermWeek> on(LocalDate day) {
        return known().flatMap(found -> found.world().periods().stream()
                .filter(period -> period.kind() == PeriodKind.TERM && !period.days().first().isAfter(day))
                .max(Comparator.comparing(period -> period.days().first())).flatMap(term -> week(term, day)));
    }

    /** How many rounds the calendar has so far, and from which year to which. */
    @Override
    public List<WelcomeFigure> figures() {
        List<Period> rounds = known().map(found -> found.world().periods()).orElse(List.of()).stream()
                .filter(period -> period.kind() == PeriodKind.ROUND)
                .sorted(Comparator.comparing(period -> period.days().first())).toList();
        return rounds.isEmpty()
                ? List.of()
                : List.of(new WelcomeFigure(rounds.size(), "access.figure.rounds",
                        List.of(Integer.toString(rounds.getFirst().days().first().getYear()),
                                Integer.toString(rounds.getLast().days().last().getYear()))));
    }

    private Optional<Rules> known() {
        Optional<Rules> known = rules.known();
        if (known.isPresent()) {
            return known;
        }
        Optional<Rules> read = transactions.execute(_ -> rules.current());
        return read == null ? Optional.empty() : read;
    }

    /** Only terms named by the pattern {@code 2024-2025-1} have a year and a number. */
    private static Optional<TermWeek> week(Period term, LocalDate day) {
        Matcher name = TERM.matcher(term.name());
        if (!name.matches()) {
            return Optional.empty();
        }
        int weeks = weeks(term.days().first(), term.days().last());
        int week = term.days().contains(day) ? weeks(term.days().first(), day) : 0;
        return Optional.of(new TermWeek(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)), week, weeks));
    }

    private static int weeks(LocalDate first, LocalDate day) {
        LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Math.toIntExact(ChronoUnit.WEEKS.between(monday, day)) + 1;
    }

    private static Grounds grounds(Charter charter, LocalDate day) {
        return new Grounds(charter.title(), charter.notice().issuedOn(), opening(charter.notice().text()),
                charter.overlays().stream().filter(law -> !law.from().isAfter(day))
                        .map(law -> new Grounds.LaterRule(law.law(), law.from())).toList());
    }

    /** What the notice sets out to do, in its own words. */
    private static @Nullable String opening(String notice) {
        Matcher found = PURPOSE.matcher(notice);
        return found.find() ? found.group(1) : null;
    }
}
