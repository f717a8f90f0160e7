package org.jiaogongti.charter.worlds;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.World.Membership;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Waiver;
import org.jspecify.annotations.Nullable;

/**
 * The table of the acceptance cases, row by row, by trying every record for every instance. It shares no rule with the
 * engine: no charter, no contributions, its own calendar and its own order.
 */
public final class BruteForce {

    private static final Set<String> EXAMINED = Set.of("语文", "数学", "英语", "科学");
    private static final Set<String> CADRES = Set.of("CADRE", "VICE_PRINCIPAL", "PRINCIPAL");

    private final SmallWorld world;
    private final List<OccasionPart> activities = new ArrayList<>();
    private final List<Placement> placements = new ArrayList<>();
    private final Collection<Waiver> waivers;
    private final LocalDate asOf;
    private final boolean overlay;
    private final Set<Row> rows = new LinkedHashSet<>();

    /** One line of the table. */
    private record Row(InstanceKey key, String status, int progress, int target) {}

    private BruteForce(SmallWorld world, Collection<? extends Fact> facts, Collection<Waiver> waivers, LocalDate asOf,
            boolean overlay) {
        this.world = world;
        this.waivers = waivers;
        this.asOf = asOf;
        this.overlay = overlay;
        for (Fact fact : facts) {
            switch (fact) {
                case OccasionPart part -> activities.add(part);
                case Placement placement -> placements.add(placement);
            }
        }
    }

    /** The table as the command line prints it. */
    public static String csv(SmallWorld world, Collection<? extends Fact> facts, Collection<Waiver> waivers,
            LocalDate asOf, boolean overlay) {
        BruteForce force = new BruteForce(world, facts, waivers, asOf, overlay);
        force.judge();
        Comparator<String> byCodePoint = (left, right) -> {
            int[] a = left.codePoints().toArray();
            int[] b = right.codePoints().toArray();
            return Arrays.compare(a, b);
        };
        List<Row> sorted = new ArrayList<>(force.rows);
        sorted.sort(Comparator.comparing((Row row) -> row.key().duty(), byCodePoint)
                .thenComparing(row -> row.key().bearer(), byCodePoint)
                .thenComparing(row -> row.key().counterpart(), byCodePoint)
                .thenComparing(row -> row.key().period(), byCodePoint));
        StringBuilder csv = new StringBuilder("duty,bearer,counterpart,period,status,progress,target\n");
        for (Row row : sorted) {
            csv.append("%s,%s,%s,%s,%s,%d,%d\n".formatted(row.key().duty(), row.key().bearer(),
                    row.key().counterpart(), row.key().period(), row.status(), row.progress(), row.target()));
        }
        return csv.toString();
    }

    private void judge() {
        for (Period period : world.periods()) {
            for (String community : world.communities()) {
                if (period.kind() == PeriodKind.TERM) {
                    termOfCommunity(period, community);
                    termOfLead(period, community);
                    members(community).forEach(member -> termOfMember(period, community, member));
                } else if (period.kind() == PeriodKind.SCHOOL_YEAR) {
                    year(period, community);
                }
            }
        }
    }

    private void year(Period year, String community) {
        String lead = lead(community);
        for (String member : members(community)) {
            int placed = 0;
            for (Placement placement : placements) {
                boolean counts = placement.fromSchool().equals(member) && !placement.toSchool().equals(member)
                        && community.equals(communityOf(placement.toSchool()))
                        && CADRES.contains(placement.rank().name()) && within(placement.start(), year)
                        && !placement.start().isAfter(asOf);
                placed += counts ? 1 : 0;
            }
            row("Q03", member, "-", year, placed, 1);
            row("Q20", lead, member, year, activities(year, community, "staff-training",
                    a -> lead.equals(a.ledBy()) && tookPart(a, member)), 1);
        }
        row("Q10", lead, "-", year, activities(year, community, "classroom-contest", BruteForce::examined), 1);
        row("Q11", lead, "-", year, activities(year, community, "material-contest", a -> true), 1);
        row("Q12", community, "-", year,
                activities(year, community, "exhibition", a -> members(community).contains(a.host())), 1);
    }

    private void termOfCommunity(Period term, String community) {
        for (SmallWorld.Weak weak : world.weak()) {
            if (weak.community().equals(community) && community.equals(communityOf(weak.school()))) {
                Predicate<OccasionPart> fits = a -> weak.subject().equals(a.subject()) && tookPart(a, weak.school());
                row("Q13", community, weak.school() + "/" + weak.subject(), term,
                        activities(term, community, "joint-planning", fits)
                                + activities(term, community, "research-activity", fits),
                        3);
            }
        }
        LocalDate monday = term.days().first();
        while (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            monday = monday.minusDays(1);
        }
        for (SmallWorld.Group group : world.groups()) {
            if (group.community().equals(community)) {
                windowRow("Q14", community, group.subject(), term, monday.minusDays(7), activities(monday.minusDays(7),
                        monday.minusDays(1), community, "joint-planning", a -> group.subject().equals(a.subject())));
            }
        }
        LocalDate middle = term.midtermWeek();
        if (middle != null) {
            windowRow("Q15", community, "-", term, middle,
                    activities(middle, middle.plusDays(6), community, "topic-test", BruteForce::examined));
        }
        row("Q16", community, "-", term, activities(term, community, "outreach-lesson",
                a -> a.ledByRank() == Rank.BACKBONE && members(community).contains(a.host())), 1);
    }

    private void termOfLead(Period term, String community) {
        String lead = lead(community);
        for (String member : members(community)) {
            row("Q05", lead, member, term,
                    activities(term, community, "guidance-visit",
                            a -> member.equals(a.host()) && lead.equals(a.ledBy())
                                    && (a.ledByRank() == Rank.PRINCIPAL || a.ledByRank() == Rank.VICE_PRINCIPAL)),
                    2);
        }
        row("Q18", lead, "-", term, activities(term, community, "literacy-contest", a -> true), 1);
        row("Q19", lead, "-", term, activities(term, community, "grade-contest", a -> a.grades().size() == 1), 1);
        Predicate<OccasionPart> atMember = a -> lead.equals(a.ledBy()) && members(community).contains(a.host());
        row("Q21", lead, "-", term, lessons(term, community, "demonstration-lesson", atMember), 15);
        row("Q22", lead, "-", term, lessons(term, community, "lesson-observation", atMember), 30);
        row("Q23", lead, "-", term, activities(term, community, "lecture", atMember), 3);
    }

    private void termOfMember(Period term, String community, String member) {
        String lead = lead(community);
        row("Q04", member, "-", term,
                activities(term, community, "leadership-meeting", a -> tookPart(a, member)
                        && a.participants().entrySet().stream()
                                .anyMatch(e -> !e.getKey().equals(member) && e.getValue() > 0)),
                2);
        int teachers = world.teachers(member, asOf);
        int needed = Math.min(10, teachers / 5 + (teachers % 5 == 0 ? 0 : 1));
        row("Q24", member, "-", term,
                activities(term, community, "study-visit",
                        a -> lead.equals(a.host()) && a.participants().getOrDefault(member, 0) >= needed),
                3);
        int placed = 0;
        for (Placement placement : placements) {
            if (placement.fromSchool().equals(member) && placement.toSchool().equals(lead) && placement.permanent()
                    && placement.young() && overlapsByNow(placement, term)) {
                placed++;
                row("Q26", lead, member + "/" + placement.source(), term, placement.mentor() == null ? 0 : 1, 1);
            }
        }
        row("Q25", member, "-", term, placed, 1);
    }

    /** Tries every day of the term up to the as-of day. */
    private boolean overlapsByNow(Placement placement, Period term) {
        LocalDate end = placement.end();
        for (LocalDate day = term.days().first(); !day.isAfter(term.days().last())
                && !day.isAfter(asOf); day = day.plusDays(1)) {
            if (!day.isBefore(placement.start()) && (end == null || !day.isAfter(end))) {
                return true;
            }
        }
        return false;
    }

    private int activities(Period period, String community, String kind, Predicate<OccasionPart> fits) {
        return activities(period.days().first(), period.days().last(), community, kind, fits);
    }

    private int activities(LocalDate first, LocalDate last, String community, String kind,
            Predicate<OccasionPart> fits) {
        return (int) activities.stream().filter(a -> held(a, first, last, community, kind) && fits.test(a)).count();
    }

    private int lessons(Period period, String community, String kind, Predicate<OccasionPart> fits) {
        return activities.stream().filter(
                a -> held(a, period.days().first(), period.days().last(), community, kind) && fits.test(a))
                .mapToInt(OccasionPart::lessons).sum();
    }

    private boolean held(OccasionPart a, LocalDate first, LocalDate last, String community, String kind) {
        return a.state() == OccasionState.HELD && a.kind().equals(kind) && a.community().equals(community)
                && !a.date().isBefore(first) && !a.date().isAfter(last) && !a.date().isAfter(asOf);
    }

    private void windowRow(String duty, String bearer, String counterpart, Period term, LocalDate monday,
            int progress) {
        row(new InstanceKey(duty, bearer, counterpart, term.name()), monday, monday.plusDays(6), progress, 1);
    }

    private void row(String duty, String bearer, String counterpart, Period period, int progress, int target) {
        row(new InstanceKey(duty, bearer, counterpart, period.name()), period.days().first(), period.days().last(),
                progress, target);
    }

    private void row(InstanceKey key, LocalDate first, LocalDate last, int progress, int own) {
        int target = own;
        String status = "";
        for (Waiver waiver : waivers) {
            if (waiver.key().equals(key) && !waiver.decidedOn().isAfter(asOf)) {
                Integer lowered = waiver.target();
                if (lowered == null) {
                    status = "waived";
                } else {
                    target = lowered;
                }
            }
        }
        if (overlay && Set.of("Q15", "Q18", "Q19").contains(key.duty()) && !last.isBefore(LocalDate.of(2021, 8, 30))) {
            status = "suspended";
        } else if (status.isEmpty() && key.duty().equals("Q03")) {
            status = "optional";
        } else if (status.isEmpty() && progress >= target) {
            status = "met";
        } else if (status.isEmpty() && progress == 0 && first.isAfter(asOf)) {
            status = "not-yet";
        } else if (status.isEmpty()) {
            status = last.isBefore(asOf) ? "missed" : "open";
        }
        rows.add(new Row(key, status, progress, target));
    }

    private static boolean within(LocalDate day, Period period) {
        return !day.isBefore(period.days().first()) && !day.isAfter(period.days().last());
    }

    private static boolean examined(OccasionPart a) {
        return a.subject() != null && EXAMINED.contains(a.subject());
    }

    private static boolean tookPart(OccasionPart a, String school) {
        return a.participants().getOrDefault(school, 0) > 0;
    }

    private String lead(String community) {
        return world.schools().stream().filter(s -> s.community().equals(community) && s.role() == Role.LEAD)
                .map(Membership::school).findFirst().orElseThrow();
    }

    private List<String> members(String community) {
        return world.schools().stream().filter(s -> s.community().equals(community) && s.role() == Role.MEMBER)
                .map(Membership::school).toList();
    }

    private @Nullable String communityOf(String school) {
        return world.schools().stream().filter(s -> s.school().equals(school)).map(Membership::community).findFirst()
                .orElse(null);
    }
}
