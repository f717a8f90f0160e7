package org.jiaogongti.platform.round.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.whatif.Load;
import org.jiaogongti.charter.whatif.RoundTrial.Result;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.round.DraftText;
import org.jiaogongti.platform.round.RoundPlans;
import org.jiaogongti.platform.round.RoundPlans.Sheet;
import org.jiaogongti.platform.round.RoundPlans.Standing;
import org.jiaogongti.platform.round.Trial;
import org.jiaogongti.platform.round.Trial.Failing;
import org.jiaogongti.platform.round.web.RoundView.CommunityRow;
import org.jiaogongti.platform.round.web.RoundView.DutyRow;
import org.jiaogongti.platform.round.web.RoundView.Share;
import org.jiaogongti.platform.round.web.RoundView.Total;
import org.jiaogongti.platform.round.web.RoundView.TrialView;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/** Puts a trial into words: the round as it was, and as it would have been. */
final class TrialWords {

    private final Standing standing;
    private final Sheet sheet;
    private final DraftText.@Nullable Fits fits;
    private final InForce rules;
    private final Messages m;

    TrialWords(Standing standing, Sheet sheet, DraftText.@Nullable Fits fits, Messages m) {
        this.standing = standing;
        this.sheet = sheet;
        this.fits = fits;
        this.rules = standing.ground().inForce();
        this.m = m;
    }

    TrialView view() {
        Trial latest = sheet.latest();
        boolean mayTry = standing.mayDraft() && sheet.issue() == null && (latest == null || !latest.going());
        boolean going = latest != null && latest.going();
        boolean failed = latest != null && latest.state() == Trial.State.FAILED;
        RoundPlans.Result result = sheet.result();
        if (result == null) {
            return new TrialView(going, done(latest), total(latest), failed, m.t("round.trial.none"), false, mayTry, "",
                    List.of(), List.of(), List.of(), "", aims());
        }
        Set<String> touched = touched();
        return new TrialView(going, done(latest), total(latest), failed, note(result), !sheet.fresh()
                && sheet.issue() == null, mayTry, result.trial().id().toString(), totals(result, touched),
                duties(result, touched), communities(result, touched), m.t("round.trial.assumption"), aims());
    }

    private List<RoundView.AimRow> aims() {
        return fits == null ? List.of() : new AimWords(fits, sheet.known(), m).rows();
    }

    private static int done(@Nullable Trial trial) {
        return trial == null ? 0 : trial.done();
    }

    private static int total(@Nullable Trial trial) {
        return trial == null ? 0 : trial.total();
    }

    private String note(RoundPlans.Result result) {
        boolean same = result.trial().draft().equals(sheet.draft().id());
        String key = sheet.issue() != null
                ? "round.trial.issued"
                : !same ? "round.trial.draft" : result.stale() ? "round.trial.stale" : "round.trial.fresh";
        return m.t(key, sheet.plan().base(), result.trial().asOf().toString(), result.trial().by().name());
    }

    private Set<String> touched() {
        Set<String> touched = new TreeSet<>();
        if (fits != null) {
            touched.addAll(fits.difference().duties(fits.before()));
        }
        return touched;
    }

    private String unit(String duty) {
        return RoundPages.duty(rules, sheet, duty).map(each -> each.head().unit()).orElse("");
    }

    private List<Total> totals(RoundPlans.Result result, Set<String> touched) {
        int fails = result.failing().stream().mapToInt(Failing::fails).sum();
        Map<String, Integer> more = more(
                result.lines().stream().filter(line -> touched.contains(line.duty())).toList());
        int hours = Load.ASSUMED.hours(more);
        List<Total> totals = new ArrayList<>();
        totals.add(new Total(m.t("round.total.fails", fails), m.t("round.total.fails.what", sheet.plan().base())));
        totals.add(new Total(amounts(more), m.t("round.total.more.what")));
        totals.add(new Total(m.t("round.hours", signed(hours)), m.t("round.total.hours.what")));
        return totals;
    }

    /** By unit, what all targets ask for beyond now. */
    private Map<String, Integer> more(List<Trial.Line> lines) {
        Map<String, Integer> more = new TreeMap<>();
        lines.forEach(line -> more.merge(unit(line.duty()), line.then().owed() - line.now().owed(), Integer::sum));
        more.values().removeIf(amount -> amount == 0);
        return more;
    }

    private String amounts(Map<String, Integer> more) {
        return more.isEmpty()
                ? m.t("round.same")
                : more.entrySet().stream().map(each -> m.t("round.amount", signed(each.getValue()), each.getKey()))
                        .collect(Collectors.joining(m.t("round.and")));
    }

    private static String signed(int number) {
        return number > 0 ? "+" + number : number < 0 ? "−" + -number : "0";
    }

    private List<DutyRow> duties(RoundPlans.Result result, Set<String> touched) {
        Map<String, List<Trial.Line>> byDuty = result.lines().stream()
                .collect(Collectors.groupingBy(Trial.Line::duty, LinkedHashMap::new, Collectors.toList()));
        Map<String, Integer> fails = new HashMap<>();
        Map<String, Integer> shifts = new HashMap<>();
        result.failing().forEach(each -> {
            fails.merge(each.duty(), each.fails(), Integer::sum);
            shifts.merge(each.duty(), each.shifts(), Integer::sum);
        });
        List<DutyRow> rows = new ArrayList<>();
        byDuty.forEach((duty, lines) -> {
            Result now = lines.stream().map(Trial.Line::now).reduce(Result::plus).orElseThrow();
            Result then = lines.stream().map(Trial.Line::then).reduce(Result::plus).orElseThrow();
            Obligation known = RoundPages.duty(rules, sheet, duty).orElse(null);
            if (known == null || now.instances() + then.instances() == 0) {
                return;
            }
            Map<String, Integer> more = more(lines);
            rows.add(new DutyRow(duty, known.head().name(), known.head().quote().clause(), touched.contains(duty),
                    share(now), share(then), fails.getOrDefault(duty, 0), more.isEmpty() ? "" : amounts(more),
                    more.isEmpty() ? "" : m.t("round.hours", signed(Load.ASSUMED.hours(more))), now.disputed(),
                    result.findings().getOrDefault(duty, 0),
                    shifts.containsKey(duty) ? "/rounds/next/instances?duty=" + RoundPages.encoded(duty) : ""));
        });
        // What the draft touches first, then the notice's order.
        rows.sort((left, right) -> Boolean.compare(right.touched(), left.touched()));
        return rows;
    }

    private static Share share(Result result) {
        int owed = result.met() + result.missed() + result.open();
        return new Share(result.met(), owed, result.missed(), result.open(), result.waived(), result.suspended(),
                owed == 0 ? 0 : Math.toIntExact(Math.round(100.0 * result.met() / owed)));
    }

    private List<CommunityRow> communities(RoundPlans.Result result, Set<String> touched) {
        List<CommunityRow> rows = new ArrayList<>();
        for (String community : rules.world().communities()) {
            Map<String, Integer> more = more(result.lines().stream()
                    .filter(line -> line.community().equals(community) && touched.contains(line.duty())).toList());
            int fails = result.failing().stream().filter(each -> each.community().equals(community))
                    .mapToInt(Failing::fails).sum();
            rows.add(new CommunityRow(rules.labels().name(community), fails, amounts(more),
                    m.t("round.hours", signed(Load.ASSUMED.hours(more)))));
        }
        return rows;
    }
}
