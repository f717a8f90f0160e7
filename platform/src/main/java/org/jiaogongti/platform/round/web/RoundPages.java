package org.jiaogongti.platform.round.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Each;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.Window;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.calendar.Phase;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.charter.explaining.Wording;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.revising.Difference;
import org.jiaogongti.charter.revising.Revised;
import org.jiaogongti.charter.revising.Revision;
import org.jiaogongti.platform.goal.By;
import org.jiaogongti.platform.goal.Closing;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.PeriodNames;
import org.jiaogongti.platform.round.DraftText;
import org.jiaogongti.platform.round.Gate;
import org.jiaogongti.platform.round.RoundPlans;
import org.jiaogongti.platform.round.RoundPlans.Sheet;
import org.jiaogongti.platform.round.RoundPlans.Standing;
import org.jiaogongti.platform.round.Trial;
import org.jiaogongti.platform.round.web.RoundView.ChangeView;
import org.jiaogongti.platform.round.web.RoundView.Check;
import org.jiaogongti.platform.round.web.RoundView.Form;
import org.jiaogongti.platform.round.web.RoundView.IssueView;
import org.jiaogongti.platform.round.web.RoundView.Option;
import org.jiaogongti.platform.round.web.RoundView.SheetView;
import org.jiaogongti.platform.round.web.RoundView.ShiftRow;
import org.jiaogongti.platform.round.web.RoundView.Shifts;
import org.jiaogongti.platform.round.web.RoundView.Stage;
import org.jiaogongti.platform.round.web.RoundView.Version;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the next round's charter into words. */
@Component
class RoundPages {

    private static final int PAGE = 50;
    private static final Set<Recurrence> OFTEN = Set.of(Recurrence.TERM, Recurrence.SCHOOL_YEAR,
            Recurrence.CALENDAR_YEAR, Recurrence.ROUND);
    private static final Set<Each> SPLIT = Set.of(Each.NOTHING, Each.MEMBER_SCHOOL, Each.WEAK_SUBJECT,
            Each.WEAK_SUBJECT_AND_KIND, Each.GROUP_SUBJECT);

    private final RoundPlans plans;

    RoundPages(RoundPlans plans) {
        this.plans = plans;
    }

    RoundView page(Standing standing, Map<String, String> values, Map<String, String> problems, List<String> refused,
            Messages m) {
        Gate gate = standing.gate();
        String why = switch (gate) {
            case Gate.None _ -> m.t("round.why.none");
            case Gate.Early early -> m.t("round.why.early", early.base().name(), early.assessment().name(),
                    early.assessment().days().first().toString());
            case Gate.NoRound last -> m.t("round.why.last", last.base().name());
            case Gate.Open _ -> "";
        };
        String title = gate instanceof Gate.Open open ? m.t("round.title", open.next().name()) : m.t("round.nav");
        Sheet sheet = standing.sheet();
        return new RoundView(title, m.t("round.lead"), stages(standing), why,
                gate instanceof Gate.Open && sheet == null && standing.mayDraft(),
                sheet == null || !(gate instanceof Gate.Open open)
                        ? null
                        : sheet(standing, open, sheet, values,
                                problems, m),
                refused);
    }

    private static List<Stage> stages(Standing standing) {
        Charter charter = standing.ground().inForce().charter();
        LocalDate today = standing.today();
        List<Stage> stages = new ArrayList<>();
        for (Round round : charter.rounds()) {
            for (Phase phase : charter.phases(round, today)) {
                boolean now = phase.days().contains(today);
                String state = phase.days().last().isBefore(today) ? "done" : now ? "going" : "todo";
                stages.add(new Stage(round.name(), phase.name(), phase.days().first().toString(),
                        phase.days().last().toString(), state, now));
            }
        }
        return stages;
    }

    private SheetView sheet(Standing standing, Gate.Open open, Sheet sheet, Map<String, String> values,
            Map<String, String> problems, Messages m) {
        DraftText.@Nullable Fits fits = sheet.text() instanceof DraftText.Fits each ? each : null;
        List<String> unfit = sheet.text() instanceof DraftText.Unfit each ? each.message().lines().toList() : List.of();
        boolean editable = standing.mayDraft() && sheet.issue() == null;
        String issued = sheet.issue() == null
                ? ""
                : m.t("round.issued.by", sheet.issue().by().name(), sheet.issue().by().on().toString(),
                        sheet.draft().by().name());
        String from = fits == null ? "" : fits.difference().from().toString();
        return new SheetView(sheet.draft().number(), open.next().name(), open.base().name(), from,
                fits == null ? "" : touches(standing.ground().inForce(), fits.difference().from(), m),
                m.t("round.by", sheet.draft().number(), sheet.draft().by().name(), sheet.draft().by().on().toString()),
                fits == null ? List.of() : changes(fits, m), unfit,
                editable ? form(standing, fits, values, problems, m) : null,
                new TrialWords(standing, sheet, fits, m).view(), issue(standing, open, sheet, fits, m), issued,
                sheet.versions().stream().map(each -> new Version(each.number(),
                        m.t("round.by", each.number(), each.by().name(), each.by().on().toString()),
                        "/rounds/next/file?version=" + each.number())).toList());
    }

    /** The first period that would follow the draft, and that those before stay. */
    private static String touches(InForce rules, LocalDate from, Messages m) {
        return rules.world().periods().stream()
                .filter(period -> period.kind() == PeriodKind.TERM && !period.days().last().isBefore(from))
                .min(Comparator.comparing(period -> period.days().first()))
                .map(period -> PeriodNames.of(period.name(), m))
                .map(period -> m.t("round.touches", from.toString(), period)).orElse(m.t("round.touches.later"));
    }

    private static List<ChangeView> changes(DraftText.Fits fits, Messages m) {
        List<ChangeView> changes = new ArrayList<>();
        for (Revision revision : fits.difference().revisions()) {
            switch (revision) {
                case Revision.ReadAs read -> fits.after().reading(read.subject()).ifPresent(reading -> changes
                        .addAll(views(read, reading.question(), Revised.of(reading), fits.difference(),
                                "/charter/readings#" + reading.id(), m)));
                case Revision.Aimed _,Revision.Ended _,Revision.Striven _ -> fits.after().goal(revision.subject())
                        .ifPresent(goal -> changes.addAll(views(revision, goal.quote().clause() + " " + goal.name(),
                                ofGoal(fits, revision, goal), fits.difference(), "/goals#" + goal.id(), m)));
                case Revision.Renumbered _,Revision.Restated _,Revision.Dropped _,Revision.Added _ ->
                    fits.after().obligation(revision.subject()).ifPresent(duty -> changes.addAll(views(revision,
                            duty.head().quote().clause() + " " + duty.head().name(), ofDuty(fits, revision, duty),
                            fits.difference(), "/charter?part=" + part(duty.head().quote().clause()) + "#duty-"
                                    + duty.id(),
                            m)));
            }
        }
        return changes;
    }

    private static List<Revised> ofDuty(DraftText.Fits fits, Revision revision, Obligation duty) {
        Set<String> parts = switch (revision) {
            case Revision.Renumbered _ -> Set.of("至少");
            case Revision.Restated _ -> Set.of("多久", "每个", "窗口", "只数");
            case Revision.Dropped _ -> Set.of("不再要求");
            case Revision.Added _ -> Set.of("新增");
            case Revision.ReadAs _,Revision.Aimed _,Revision.Ended _,Revision.Striven _ -> Set.of();
        };
        return fits.of(duty).stream().filter(each -> parts.contains(each.part())).toList();
    }

    private static List<Revised> ofGoal(DraftText.Fits fits, Revision revision, Goal goal) {
        return fits.of(goal).stream().filter(each -> revision instanceof Revision.Ended == each.part().equals("不再要求"))
                .toList();
    }

    private static List<ChangeView> views(Revision revision, String what, List<Revised> revised,
            Difference difference, String href, Messages m) {
        return revised.stream().filter(each -> each.from().equals(difference.from()))
                .map(each -> new ChangeView(what, each.part(), each.before(), each.after(), each.words(),
                        m.t("round.basis", each.grounds().decidedBy(), each.grounds().document()),
                        each.grounds().answers(), revision.subject(), revision.rank(), href))
                .toList();
    }

    /** The part of the notice a clause stands in, as the charter's page names it. */
    static String part(String clause) {
        int close = clause.indexOf(')');
        boolean third = clause.startsWith("三") && close > 0;
        return URLEncoder.encode(third ? clause.substring(0, close + 1) : clause.substring(0, 1),
                StandardCharsets.UTF_8);
    }

    private static Form form(Standing standing, DraftText.@Nullable Fits fits, Map<String, String> values,
            Map<String, String> problems, Messages m) {
        Charter charter = fits == null ? standing.ground().inForce().charter() : fits.before();
        LocalDate day = fits == null ? standing.today() : fits.difference().from();
        List<Option> duties = new ArrayList<>();
        for (Obligation obligation : charter.obligations()) {
            if (obligation.changes().dropped() == null) {
                duties.add(new Option(RoundTyped.duty(obligation.id()), option(charter, obligation, day, m)));
            }
        }
        String next = fits == null ? "" : fits.difference().round();
        List<Option> goals = charter.goals().stream()
                .filter(goal -> goal.in(next).filter(each -> each.ended() != null).isEmpty())
                .map(goal -> new Option(RoundTyped.goal(goal.id()), m.t("round.option.goal", goal.quote().clause(),
                        goal.name(), goal.in(next).map(each -> Wording.of(each.expected(), goal.indicator().unit()))
                                .orElse(m.t("round.aim.not")))))
                .toList();
        List<String> years = charter.rounds().stream().filter(each -> each.name().equals(next)).map(Round::days)
                .flatMapToInt(days -> IntStream.rangeClosed(day.getYear(), days.last().getYear()))
                .mapToObj(String::valueOf).toList();
        List<Option> readings = new ArrayList<>();
        for (Reading reading : charter.readings()) {
            String now = reading.on(day).alternative();
            reading.alternatives().keySet().stream().filter(way -> !way.equals(now))
                    .forEach(way -> readings.add(new Option(RoundTyped.reading(reading.name(), way),
                            m.t("round.option.reading", reading.name(), now, way))));
        }
        return new Form(duties, goals, years,
                Arrays.stream(Recurrence.values()).filter(OFTEN::contains)
                        .map(each -> new Option(each.name(), each.word())).toList(),
                Arrays.stream(Each.values()).filter(SPLIT::contains).map(each -> new Option(each.name(), each.word()))
                        .toList(),
                Arrays.stream(Window.values()).map(each -> new Option(each.name(), each.word())).toList(), readings,
                values, problems);
    }

    /** A duty as it is on a day. */
    private static String option(Charter charter, Obligation duty, LocalDate day, Messages m) {
        Quantity quantity;
        Recurrence often;
        switch (duty) {
            case Obligation.Counted counted -> {
                quantity = charter.rule(counted.id(), day).quantity();
                often = charter.rule(counted.id(), day).recurrence();
            }
            case Obligation.Uncounted told -> {
                quantity = told.asked(day).quantity();
                often = told.asked(day).recurrence();
            }
        }
        return m.t("round.option.duty", duty.head().quote().clause(), duty.head().name(),
                Wording.number(quantity, duty.head().unit()), often.word());
    }

    private static IssueView issue(Standing standing, Gate.Open open, Sheet sheet, DraftText.@Nullable Fits fits,
            Messages m) {
        if (sheet.issue() != null) {
            return new IssueView(false, "", List.of());
        }
        String why = why(standing, open, sheet, fits, m);
        return new IssueView(why.isEmpty(),
                why.isEmpty() && fits != null ? m.t("round.issue.does", fits.difference().from().toString()) : why,
                List.of(closed(standing, open, sheet, m), tried(sheet, m), dates(standing, open, fits, m)));
    }

    /** Why it cannot be issued by this person now; empty where it can. */
    private static String why(Standing standing, Gate.Open open, Sheet sheet, DraftText.@Nullable Fits fits,
            Messages m) {
        if (!standing.mayDraft()) {
            return m.t("round.issue.role");
        }
        if (!open.over()) {
            return m.t("round.refused.assessing", open.base().name(), open.assessment().days().last().toString());
        }
        if (!sheet.closed()) {
            return m.t("round.refused.unclosed", open.base().name());
        }
        if (fits == null) {
            return m.t("round.refused.unfit.now");
        }
        if (fits.difference().revisions().isEmpty()) {
            return m.t("round.refused.empty");
        }
        if (fits.difference().from().isBefore(standing.earliest())) {
            return m.t("obligation.change.refused.closed", standing.earliest().toString());
        }
        return sheet.own() ? m.t("round.issue.own") : sheet.fresh() ? "" : m.t("round.issue.untried");
    }

    private static Check closed(Standing standing, Gate.Open open, Sheet sheet, Messages m) {
        Closing close = sheet.close();
        By signed = close == null ? null : close.decided();
        String text = close == null
                ? m.t("round.check.close.none")
                : sheet.closed() && signed != null
                        ? m.t("round.check.close.done", close.proposed().name(), signed.name(), signed.on().toString())
                        : m.t("round.check.close.waits", close.proposed().name(), close.proposed().on().toString());
        int number = 1 + standing.ground().inForce().charter().rounds().indexOf(open.base());
        return new Check(sheet.closed(), m.t("round.check.close", open.base().name()), text, "/goals/rounds/" + number,
                m.t("round.check.close.open", open.base().name()));
    }

    private static Check tried(Sheet sheet, Messages m) {
        RoundPlans.Result result = sheet.result();
        String text = result == null || !result.trial().draft().equals(sheet.draft().id())
                ? m.t("round.check.tried.none")
                : m.t(result.stale() ? "round.check.tried.stale" : "round.check.tried.done",
                        result.trial().asOf().toString(), result.trial().by().name());
        return new Check(sheet.fresh(), m.t("round.check.tried"), text, "#trial", m.t("round.check.tried.open"));
    }

    private static Check dates(Standing standing, Gate.Open open, DraftText.@Nullable Fits fits, Messages m) {
        String last = open.assessment().days().last().toString();
        boolean late = fits != null && fits.difference().from().isBefore(standing.earliest());
        String text = !open.over()
                ? m.t("round.check.dates.assessing", last)
                : fits == null
                        ? m.t("round.refused.unfit.now")
                        : m.t(late ? "round.check.dates.late" : "round.check.dates.done", last,
                                fits.difference().from().toString(), standing.earliest().toString());
        return new Check(open.over() && fits != null && !late, m.t("round.check.dates"), text, "", "");
    }

    /** One page of instances of a duty. */
    Shifts shifts(Standing standing, Sheet sheet, String duty, String community, int offset, Messages m) {
        InForce rules = standing.ground().inForce();
        RoundPlans.Result result = sheet.result();
        List<Trial.Shift> found = result == null
                ? List.of()
                : plans.shifts(result.trial(), duty, community, offset, PAGE + 1);
        String name = duty(rules, sheet, duty).map(each -> each.head().name()).orElse(duty);
        List<Option> communities = rules.world().communities().stream()
                .map(each -> new Option(each, rules.labels().shortName(each))).toList();
        List<ShiftRow> rows = found.stream().limit(PAGE).map(shift -> row(rules, shift, m)).toList();
        String next = found.size() > PAGE
                ? "/rounds/next/instances?duty=" + encoded(duty) + "&community=" + encoded(community) + "&rows="
                        + (offset + PAGE)
                : null;
        return new Shifts(name, m.t("round.instances.lead", sheet.plan().base()), rows, communities, community, duty,
                next, !sheet.fresh());
    }

    static Optional<Obligation> duty(InForce rules, Sheet sheet, String duty) {
        return rules.charter().obligation(duty).or(() -> sheet.text() instanceof DraftText.Fits fits
                ? fits.after().obligation(duty)
                : Optional.empty());
    }

    private static ShiftRow row(InForce rules, Trial.Shift shift, Messages m) {
        Trial.Side was = shift.was();
        Trial.Side would = shift.would();
        return new ShiftRow(rules.labels().name(shift.key().bearer()), rules.labels().counterpart(shift.key(), null),
                PeriodNames.of(shift.key().period(), m), state(was), figure(was), state(would), figure(would),
                shift.fails(), was == null
                        ? ""
                        : "/duties/" + String.join("/", List.of(encoded(shift.key().duty()),
                                encoded(shift.key().bearer()), encoded(shift.key().counterpart().replace('/', '~')),
                                encoded(shift.key().period()))));
    }

    private static String figure(Trial.@Nullable Side side) {
        return side == null ? "" : side.counted() + "/" + side.target();
    }

    private static String state(Trial.@Nullable Side side) {
        return side == null ? "" : switch (side.status()) {
            case MET -> "done";
            case OPEN -> "going";
            case NOT_YET -> "todo";
            case MISSED -> "late";
            case OPTIONAL -> "opt";
            case WAIVED -> "waived";
            case SUSPENDED -> "susp";
        };
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
