package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Overlay;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.obligation.Span;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.obligation.web.BoardView.Item;
import org.jiaogongti.platform.obligation.web.BoardView.Paused;
import org.jiaogongti.platform.obligation.web.BoardView.Rail;
import org.jiaogongti.platform.obligation.web.BoardView.Shortfall;
import org.jiaogongti.platform.obligation.web.Outlooks.Outlook;

/** What stands beside the matrix: what is late, due soon, falling short, and stopped. */
final class RailBuilder {

    /** More would be a second matrix; the rest is one click away through the state's filter. */
    private static final int LONGEST = 12;
    private static final int SOON_DAYS = 30;

    private final BoardFacts facts;
    private final Span span;
    private final Words words;
    private final Map<String, Map<String, List<Standing>>> byDuty;

    RailBuilder(BoardFacts facts, Span span, Words words, Map<String, Map<String, List<Standing>>> byDuty) {
        this.facts = facts;
        this.span = span;
        this.words = words;
        this.byDuty = byDuty;
    }

    Rail build() {
        List<Group> late = groups(Status.MISSED, facts.today().minusYears(100), facts.today());
        List<Group> due = groups(Status.OPEN, facts.today(), facts.today().plusDays(SOON_DAYS));
        late.sort(Comparator.comparing((Group group) -> group.last).reversed());
        due.sort(Comparator.comparing((Group group) -> group.last));
        return new Rail(late.stream().map(this::lateItem).toList(), due.stream().map(this::dueItem).toList(),
                dueNone(), shortfalls(), words.m().t("obligation.forecast.note"), paused());
    }

    /** The instances of one duty and community that end on one day. */
    private record Group(Obligation.Head head, String community, LocalDate last, List<Standing> standings) {}

    private List<Group> groups(Status status, LocalDate from, LocalDate to) {
        List<Group> groups = new ArrayList<>();
        for (Obligation.Counted duty : facts.charter().counted()) {
            for (String community : facts.world().communities()) {
                List<Standing> found = byDuty.getOrDefault(duty.id(), Map.of()).getOrDefault(community, List.of())
                        .stream().filter(standing -> standing.status() == status)
                        .filter(standing -> !standing.instance().lastDay().isBefore(from)
                                && !standing.instance().lastDay().isAfter(to))
                        .toList();
                if (eachTime(duty.head())) {
                    together(duty.head(), community, found, status).ifPresent(groups::add);
                } else {
                    found.stream().collect(Collectors.groupingBy(standing -> standing.instance().lastDay())).forEach(
                            (last, standings) -> groups.add(new Group(duty.head(), community, last, standings)));
                }
            }
        }
        return groups;
    }

    private static boolean eachTime(Obligation.Head head) {
        return head.recurrence() == Recurrence.EACH_TIME;
    }

    /** What comes with each occasion is one line, by the latest that was missed or the next that is due. */
    private static Optional<Group> together(Obligation.Head head, String community, List<Standing> standings,
            Status status) {
        Stream<LocalDate> days = standings.stream().map(standing -> standing.instance().lastDay());
        return (status == Status.MISSED
                ? days.max(Comparator.naturalOrder())
                : days.min(Comparator.naturalOrder())).map(day -> new Group(head, community, day, standings));
    }

    private Item lateItem(Group group) {
        long days = ChronoUnit.DAYS.between(group.last, facts.today());
        return item(group, words.m().t("obligation.days", days), words.m().t("obligation.days.past"));
    }

    private Item dueItem(Group group) {
        return item(group, Words.day(group.last), "");
    }

    private Item item(Group group, String when, String unit) {
        String about = eachTime(group.head) && group.standings.size() > 1
                ? ""
                : group.standings.stream().map(this::about).filter(text -> !text.isEmpty()).sorted().distinct()
                        .limit(4).collect(Collectors.joining("、"));
        String title = about.isEmpty()
                ? words.m().t("obligation.rail.lack", group.head.name(), lack(group), group.head.unit())
                : words.m().t("obligation.rail.about", group.head.name(), about);
        String href = group.standings.size() == 1
                ? Addresses.instance(group.standings.getFirst().key())
                : Addresses.cell(group.head.id(), group.community, span);
        String clause = group.head.quote().clause();
        return new Item(when, unit, title, href, facts.labels().shortName(group.community), actor(group), clause,
                Addresses.clause(clause));
    }

    private static int lack(Group group) {
        return group.standings.stream().mapToInt(Standing::left).sum();
    }

    /** The bearer where several schools of the community owe it, and the counterpart where it is split by one. */
    private String about(Standing standing) {
        String counterpart = facts.labels().counterpart(standing.key(), standing.about());
        if (!counterpart.isEmpty()) {
            return counterpart;
        }
        return standing.key().bearer().equals(standing.instance().community()) || leads(standing)
                ? ""
                : facts.labels().shortName(standing.key().bearer());
    }

    private boolean leads(Standing standing) {
        return facts.world().membership(standing.key().bearer(), standing.instance().lastDay())
                .filter(membership -> membership.role() == org.jiaogongti.charter.World.Role.LEAD).isPresent();
    }

    private String actor(Group group) {
        List<String> bearers = group.standings.stream().map(standing -> standing.key().bearer()).distinct().toList();
        return bearers.size() == 1 && !bearers.getFirst().equals(group.community)
                ? facts.labels().shortName(bearers.getFirst())
                : words.bearer(group.head.bearer());
    }

    private String dueNone() {
        LocalDate next = null;
        int cells = 0;
        for (Standing standing : facts.standings()) {
            LocalDate last = standing.instance().lastDay();
            if (standing.status() == Status.OPEN && !last.isBefore(facts.today())) {
                if (next == null || last.isBefore(next)) {
                    next = last;
                    cells = 0;
                }
                cells += last.equals(next) ? 1 : 0;
            }
        }
        return next == null
                ? words.m().t("obligation.rail.due.never")
                : words.m().t("obligation.rail.due.next", next.toString(), cells);
    }

    private List<Shortfall> shortfalls() {
        record Lacking(Standing standing, Outlook outlook) {
            int lack() {
                return standing.target() - outlook.expected();
            }
        }
        List<Lacking> found = new ArrayList<>();
        for (Standing standing : facts.standings()) {
            if (Marks.of(standing, facts.outlooks()) == Mark.SOON) {
                facts.outlooks().of(standing).ifPresent(outlook -> found.add(new Lacking(standing, outlook)));
            }
        }
        found.sort(Comparator.comparingInt(Lacking::lack).reversed()
                .thenComparing(item -> item.standing().key()));
        List<Shortfall> shortfalls = new ArrayList<>();
        for (Lacking item : found.subList(0, Math.min(LONGEST, found.size()))) {
            Standing standing = item.standing();
            Obligation.Head head = facts.head(standing.duty());
            String bearer = standing.key().bearer().equals(standing.instance().community()) || leads(standing)
                    ? facts.labels().shortName(standing.instance().community())
                    : facts.labels().shortName(standing.key().bearer());
            String counterpart = facts.labels().counterpart(standing.key(), standing.about());
            String title = counterpart.isEmpty()
                    ? words.m().t("obligation.rail.whose", bearer, head.name())
                    : words.m().t("obligation.rail.whose.for", bearer, head.name(), counterpart);
            shortfalls.add(new Shortfall(title, Addresses.instance(standing.key()),
                    item.outlook().expected() + "/" + standing.target(),
                    words.m().t("obligation.lack", item.lack(), head.unit())));
        }
        return shortfalls;
    }

    private List<Paused> paused() {
        List<Paused> paused = new ArrayList<>();
        for (Overlay law : facts.charter().overlays()) {
            List<String> names = new ArrayList<>();
            String first = "";
            for (Obligation.Counted duty : facts.charter().counted()) {
                boolean stopped = byDuty.getOrDefault(duty.id(), Map.of()).values().stream().flatMap(List::stream)
                        .anyMatch(standing -> standing.status() == Status.SUSPENDED
                                && law.suspends(duty.id(), standing.instance().lastDay()));
                if (stopped) {
                    names.add(duty.head().name());
                    first = first.isEmpty() ? duty.id() : first;
                }
            }
            if (!names.isEmpty()) {
                paused.add(new Paused(Mark.SUSPENDED, String.join("、", names),
                        words.m().t("obligation.rail.law", law.from().toString(), law.law()),
                        Laws.href(facts.charter(), law, first)));
            }
        }
        facts.waivers().forEach(waiver -> paused.add(new Paused(waiver.wholly() ? Mark.WAIVED : Mark.GOING,
                waiver.title(), waiver.reason(), waiver.href())));
        return paused;
    }
}
