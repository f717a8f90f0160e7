package org.jiaogongti.platform.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.inspection.model.FindingCourse;
import org.jiaogongti.platform.inspection.model.ProceedingCourse;
import org.jiaogongti.platform.inspection.store.FindingStore;
import org.jiaogongti.platform.inspection.store.ProceedingStore;
import org.jiaogongti.platform.inspection.store.YearStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What inspections of some days came to, by community: for whoever sums up a year. */
@Service
@Transactional(readOnly = true)
public class InspectionYears {

    private final YearStore store;
    private final FindingStore findings;
    private final ProceedingStore proceedings;
    private final InspectionGround around;

    InspectionYears(YearStore store, FindingStore findings, ProceedingStore proceedings, InspectionGround around) {
        this.store = store;
        this.findings = findings;
        this.proceedings = proceedings;
        this.around = around;
    }

    /**
     * Visits that were held, and findings by what became of them.
     *
     * @param inTime closed, and put right by the deadline
     * @param late closed, and put right after it
     * @param open within its time, or waiting for whoever inspects
     * @param overdue past the deadline with nothing handed in
     * @param disputed objected to and not ruled on
     * @param withdrawn after all nothing to put right
     */
    public record Found(int visits, int all, int inTime, int late, int open, int overdue, int disputed,
            int withdrawn) {

        public static final Found NOTHING = new Found(0, 0, 0, 0, 0, 0, 0, 0);

        /** What the schools had to put right. */
        public int owed() {
            return all - withdrawn;
        }

        public int closed() {
            return inTime + late;
        }

        public Found plus(Found other) {
            return new Found(visits + other.visits, all + other.all, inTime + other.inTime, late + other.late,
                    open + other.open, overdue + other.overdue, disputed + other.disputed,
                    withdrawn + other.withdrawn);
        }
    }

    /**
     * Proceedings by what became of them.
     *
     * @param running decided by nobody yet, or appealed against
     * @param actions decided actions, by number; what was revoked is none
     * @param without withdrawn, dropped or revoked
     */
    public record Accounted(int all, int running, Map<AccountabilityAction, Integer> actions, int without) {

        public static final Accounted NOTHING = new Accounted(0, 0, Map.of(), 0);

        public Accounted {
            actions = Map.copyOf(actions);
        }

        public int of(AccountabilityAction action) {
            return actions.getOrDefault(action, 0);
        }

        public Accounted plus(Accounted other) {
            Map<AccountabilityAction, Integer> sum = new HashMap<>(actions);
            other.actions.forEach((action, number) -> sum.merge(action, number, Integer::sum));
            return new Accounted(all + other.all, running + other.running, sum, without + other.without);
        }
    }

    /** A community's; null for schools that belonged to none. */
    public record Line(@Nullable UUID community, Found found, Accounted accounted) {}

    /**
     * Of days on which it was visited, found or opened: three selects, whatever their number.
     *
     * @param last on which day a visited school belongs to its community
     * @param today by which a deadline has passed or not
     */
    public List<Line> lines(DateRange days, LocalDate last, LocalDate today) {
        Sums sums = new Sums(around.communities().composition(), last, new HashMap<>(), new HashMap<>());
        store.findings(days, today).forEach(sum -> sums.found(sum.community(), sum.found()));
        store.visits(days, today).forEach(sums::visited);
        store.proceedings(days).forEach(sum -> sums.accounted(sum.school(),
                accounted(sum.state(), sum.action(), sum.number())));
        return sums.lines();
    }

    /** The same as it stood at the end of an earlier day: what was said later is not known yet. Five selects. */
    public List<Line> asOf(DateRange days, LocalDate last, LocalDate day) {
        Sums sums = new Sums(around.communities().composition(), last, new HashMap<>(), new HashMap<>());
        List<Finding> found = findings.found(null, days).stream().filter(each -> !each.by().on().isAfter(day)).toList();
        Map<UUID, List<Finding.Step>> said = findings.steps(found.stream().map(Finding::id).toList()).stream()
                .collect(Collectors.groupingBy(Finding.Step::finding));
        found.forEach(each -> sums.found(each.community(),
                FindingCourse.found(each, said.getOrDefault(each.id(), List.of()), day)));
        store.visits(days, day).forEach(sums::visited);
        List<Proceeding> opened = proceedings.opened(days).stream().filter(each -> !each.by().on().isAfter(day))
                .toList();
        Map<UUID, List<Proceeding.Step>> steps = proceedings.steps(opened.stream().map(Proceeding::id).toList())
                .stream().collect(Collectors.groupingBy(Proceeding.Step::proceeding));
        opened.forEach(each -> {
            List<Proceeding.Step> until = ProceedingCourse.until(steps.getOrDefault(each.id(), List.of()), day);
            sums.accounted(each.school(),
                    accounted(ProceedingCourse.reached(until), ProceedingCourse.decided(until), 1));
        });
        return sums.lines();
    }

    /** What has been added up so far, by community. */
    private record Sums(Composition composition, LocalDate last, Map<@Nullable UUID, Found> found,
            Map<@Nullable UUID, Accounted> accounted) {

        void found(@Nullable UUID community, Found more) {
            found.merge(community, more, Found::plus);
        }

        void visited(UUID school, int visits) {
            found(of(composition, school, last), new Found(visits, 0, 0, 0, 0, 0, 0, 0));
        }

        void accounted(UUID school, Accounted more) {
            accounted.merge(of(composition, school, last), more, Accounted::plus);
        }

        List<Line> lines() {
            Set<@Nullable UUID> communities = new LinkedHashSet<>(found.keySet());
            communities.addAll(accounted.keySet());
            List<Line> lines = new ArrayList<>();
            for (UUID community : communities) {
                lines.add(new Line(community, Objects.requireNonNullElse(found.get(community), Found.NOTHING),
                        Objects.requireNonNullElse(accounted.get(community), Accounted.NOTHING)));
            }
            return lines;
        }
    }

    private static @Nullable UUID of(Composition composition, UUID school, LocalDate day) {
        return composition.membership(school, day).map(SchoolMembership::community).orElse(null);
    }

    private static Accounted accounted(Proceeding.State state, @Nullable AccountabilityAction action, int number) {
        return switch (state) {
            case NOTICED, HEARD, APPEALED -> new Accounted(number, number, Map.of(), 0);
            case DECIDED, FINAL -> new Accounted(number, 0, action == null ? Map.of() : Map.of(action, number), 0);
            case REVOKED, DROPPED, WITHDRAWN -> new Accounted(number, 0, Map.of(), number);
        };
    }
}
