package org.jiaogongti.platform.inspection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.inspection.Finding.Side;
import org.jiaogongti.platform.inspection.Finding.What;
import org.jiaogongti.platform.inspection.model.FindingCourse;
import org.jiaogongti.platform.inspection.model.Reach;
import org.jiaogongti.platform.inspection.store.FindingStore;
import org.jiaogongti.platform.inspection.store.FindingStore.Counted;
import org.jiaogongti.platform.inspection.store.InspectionStore;
import org.jiaogongti.platform.inspection.store.ProceedingStore;
import org.jiaogongti.platform.inspection.store.SampleStore;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 问题 as far as somebody may see them: what was found, until when, and what was said of it since. */
@Service
@Transactional(readOnly = true)
public class Findings {

    static final String KIND = "finding";

    private final FindingStore store;
    private final EvidenceFiles files;
    private final Elsewhere elsewhere;
    private final InspectionGround around;

    Findings(FindingStore store, EvidenceFiles files, Elsewhere elsewhere, InspectionGround around) {
        this.store = store;
        this.files = files;
        this.elsewhere = elsewhere;
        this.around = around;
    }

    /** Where findings come from and where they lead. */
    @Component
    record Elsewhere(InspectionStore inspections, SampleStore samples, ProceedingStore proceedings) {}

    public LocalDate today() {
        return around.today();
    }

    /**
     * A page of findings.
     *
     * @param all how many the filter finds
     * @param late how many of these are past their deadline
     * @param communities and schools to choose from; none for a school
     */
    public record Listed(List<Finding> findings, int all, int late, Map<UUID, String> names,
            List<Community> communities, List<School> schools, Reach reach, LocalDate today, boolean more) {

        public String name(@Nullable UUID id) {
            return id == null ? "" : names.getOrDefault(id, "");
        }
    }

    /** Four selects, however many there are. */
    public Listed list(Actor actor, FindingFilter filter, @Nullable UUID after, int size) {
        Reach reach = new Reach(actor);
        Set<UUID> own = reach.district() ? null : reach.offices();
        List<School> schools = around.schools().all();
        Composition composition = around.communities().composition();
        List<Finding> found = store.page(filter, own, after, size + 1, around.today());
        Counted counted = store.count(filter, own, around.today());
        return new Listed(found.stream().limit(size).toList(), counted.all(), counted.late(),
                around.names(schools, composition), own == null ? composition.communities() : List.of(),
                schools.stream().filter(each -> own == null || own.contains(each.id())).toList(), reach,
                around.today(), found.size() > size);
    }

    /** How many findings of these days name each duty. */
    public Map<String, Integer> perDuty(DateRange days) {
        return store.perDuty(days.first(), days.last());
    }

    /**
     * A finding's page.
     *
     * @param steps what was said since, oldest first
     * @param files by step; photos of the finding itself under its own id
     * @param next what this person may say now
     * @param inspection where it was found; null where nowhere, or where this person may not know of the visit
     * @param proceedings that rest on it
     */
    public record Shown(Finding finding, String school, String community, List<Finding.Step> steps,
            Map<UUID, List<EvidenceItem>> files, Set<What> next, @Nullable Inspection inspection,
            @Nullable UUID sample, List<Proceeding> proceedings, boolean holdsToAccount, LocalDate today) {

        public List<EvidenceItem> files(UUID holder) {
            return files.getOrDefault(holder, List.of());
        }

        public boolean may(What what) {
            return next.contains(what);
        }
    }

    /**
     * One finding.
     *
     * @throws Absent where there is none, or it is another school's
     */
    public Shown show(Actor actor, UUID id) {
        Reach reach = new Reach(actor);
        Finding finding = store.find(id).filter(each -> reach.reads(each.school()))
                .orElseThrow(() -> new Absent(KIND, id));
        List<Finding.Step> steps = store.steps(List.of(id));
        Set<UUID> holders = steps.stream().map(Finding.Step::id).collect(Collectors.toCollection(LinkedHashSet::new));
        holders.add(id);
        UUID inspection = finding.origin().inspection();
        UUID drawn = finding.origin().drawn();
        Map<UUID, String> names = around.names(around.schools().all(), around.communities().composition());
        return new Shown(finding, names.getOrDefault(finding.school(), ""),
                finding.community() == null ? "" : names.getOrDefault(finding.community(), ""), steps,
                files.of(holders).stream().collect(Collectors.groupingBy(EvidenceItem::holder)),
                next(reach, finding, steps),
                inspection == null ? null : elsewhere.inspections().find(inspection).orElse(null),
                drawn == null ? null : elsewhere.samples().findDrawn(drawn).map(Sample.Drawn::sample).orElse(null),
                elsewhere.proceedings().ofFinding(id),
                reach.inspects() && finding.state() != Finding.State.WITHDRAWN, around.today());
    }

    /** What somebody may say of a finding now. */
    Set<What> next(Reach reach, Finding finding, Collection<Finding.Step> steps) {
        Set<What> next = EnumSet.noneOf(What.class);
        FindingCourse.next(finding, steps.stream().map(Finding.Step::what).toList(), around.today()).stream()
                .filter(what -> mayDo(reach, finding, FindingCourse.side(what))).forEach(next::add);
        return next;
    }

    static boolean mayDo(Reach reach, Finding finding, Side side) {
        return switch (side) {
            case SCHOOL -> reach.answers(finding.school());
            case INSPECTOR -> reach.inspects();
            case RULING -> reach.decides() && !reach.actor().actsFor(finding.by().account());
        };
    }

    /**
     * What a new finding starts from.
     *
     * @param start where it was found; null where it comes to light otherwise
     * @param clauses from which no duty comes, with how they begin
     * @param deadline the usual one
     */
    public record Offer(@Nullable Start start, List<School> schools, List<Duty> duties, Map<String, String> clauses,
            LocalDate deadline, LocalDate today) {}

    /** Where it was found and what is known of it. */
    public record Start(Finding.Origin origin, UUID school, String duty, String clause, String words) {}

    /** The form for a new finding, from a line of a checklist, a drawn record, a visit, or from nothing. */
    public Offer offer(Finding.Origin origin) {
        int days = elsewhere.inspections().rule(Inspections.year(around.calendars().current(), around.today()))
                .orElseGet(() -> InspectionRule.usual("")).limits().rectify();
        return new Offer(start(origin), around.schools().all(), List.copyOf(around.duties().values()),
                around.clauses(), around.after(days), around.today());
    }

    @Nullable
    Start start(Finding.Origin origin) {
        UUID point = origin.point();
        UUID drawn = origin.drawn();
        if (point != null) {
            Point line = elsewhere.inspections().point(point).orElseThrow(() -> new Absent("point", point));
            Inspection inspection = elsewhere.inspections().find(line.inspection()).orElseThrow();
            return new Start(new Finding.Origin(inspection.id(), point, null), inspection.school(), line.duty(),
                    line.clause(), line.said() == null ? "" : line.said().note());
        }
        if (drawn != null) {
            Sample.Drawn record = elsewhere.samples().findDrawn(drawn).orElseThrow(() -> new Absent("drawn", drawn));
            String duty = record.duties().stream().sorted().findFirst().orElse("");
            Duty known = around.duties().get(duty);
            return new Start(new Finding.Origin(null, null, drawn), record.school(), duty,
                    known == null ? "" : known.clause(), record.check() == null ? "" : record.check().note());
        }
        UUID visit = origin.inspection();
        if (visit == null) {
            return null;
        }
        Inspection inspection = elsewhere.inspections().find(visit).orElseThrow(() -> new Absent("inspection", visit));
        return new Start(new Finding.Origin(visit, null, null), inspection.school(), "", "", "");
    }

    /** What of a school's findings waits for its office; few selects, as it is on the school's home. */
    public List<Finding> waiting(Actor actor, UUID school) {
        return new Reach(actor).answers(school)
                ? store.page(new FindingFilter(FindingFilter.Show.NOW, school, null, null), List.of(school), null, 20,
                        around.today()).stream().filter(each -> each.state() == Finding.State.OPEN).toList()
                : List.of();
    }
}
