package org.jiaogongti.platform.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.inspection.model.FindingCourse;
import org.jiaogongti.platform.inspection.model.InspectionCourse;
import org.jiaogongti.platform.inspection.model.Quality;
import org.jiaogongti.platform.inspection.model.Reach;
import org.jiaogongti.platform.inspection.store.FindingStore;
import org.jiaogongti.platform.inspection.store.InspectionStore;
import org.jiaogongti.platform.inspection.store.InspectionStore.Seen;
import org.jiaogongti.platform.inspection.store.SampleStore;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.SchoolView;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 督查 as far as somebody may see it, and what others may reckon with: findings that are not put right, sampled quality. */
@Service
@Transactional(readOnly = true)
public class Inspections {

    static final String KIND = "inspection";

    private final InspectionStore store;
    private final FindingStore findings;
    private final SampleStore samples;
    private final EvidenceFiles files;
    private final InspectionGround around;

    Inspections(InspectionStore store, FindingStore findings, SampleStore samples, EvidenceFiles files,
            InspectionGround around) {
        this.store = store;
        this.findings = findings;
        this.samples = samples;
        this.files = files;
        this.around = around;
    }

    /**
     * What was found in some days at some schools and is not put right at the end of a day; two selects, by school and day.
     *
     * @param found days on which it was found
     * @param asOf what was said later is not known
     */
    public List<OpenFinding> openFindings(Collection<UUID> schools, DateRange found, LocalDate asOf) {
        return open(findings.found(schools, found), asOf);
    }

    /** The same of all schools. */
    public List<OpenFinding> openFindings(DateRange found, LocalDate asOf) {
        return open(findings.found(null, found), asOf);
    }

    private List<OpenFinding> open(List<Finding> found, LocalDate asOf) {
        Map<UUID, List<Finding.Step>> steps = findings.steps(found.stream().map(Finding::id).toList()).stream()
                .collect(Collectors.groupingBy(Finding.Step::finding));
        return found.stream().filter(each -> !each.by().on().isAfter(asOf))
                .map(each -> FindingCourse.asOf(each, steps.getOrDefault(each.id(), List.of()), asOf))
                .filter(each -> each.state().open())
                .map(each -> new OpenFinding(each.id(), each.school(), each.community(), each.clause(), each.duty(),
                        each.words(), each.by().on(), each.deadline(), each.overdue(asOf),
                        each.state() == Finding.State.DISPUTED))
                .toList();
    }

    /**
     * What drawn records of some schools turned out to be, for each duty they counted for; one select.
     *
     * @param held days on which the activities were held
     * @param asOf what was checked later is not known
     */
    public List<SampledQuality> sampleQuality(Collection<UUID> schools, DateRange held, LocalDate asOf) {
        return Quality.of(samples.drawn(schools, held, asOf));
    }

    /** The same of all schools. */
    public List<SampledQuality> sampleQuality(DateRange held, LocalDate asOf) {
        return Quality.of(samples.drawn(null, held, asOf));
    }

    public LocalDate today() {
        return around.today();
    }

    /** A school with its visits of the year. */
    public record Visited(UUID id, String name, int visits, int ceiling) {

        public boolean full() {
            return visits >= ceiling;
        }
    }

    /**
     * A page of a year's visits.
     *
     * @param years to choose from, the latest first
     * @param schools with their number of visits; only for the bureau
     */
    public record Listed(String year, List<String> years, InspectionRule rule, List<Inspection> inspections,
            List<Visited> schools, Map<UUID, String> names, Reach reach, LocalDate today, boolean more) {

        public String name(UUID id) {
            return names.getOrDefault(id, "");
        }

        public int visits() {
            return schools.stream().mapToInt(Visited::visits).sum();
        }
    }

    /** A fixed number of selects. The year is that of today where none is named or it is not in the calendar. */
    public Listed list(Actor actor, String asked, @Nullable UUID school, @Nullable UUID after, int size) {
        Reach reach = new Reach(actor);
        SchoolCalendar calendar = around.calendars().current();
        List<String> years = InspectionGround.years(calendar, around.today()).stream().map(Period::name).toList();
        String year = years.contains(asked) ? asked : year(calendar, around.today());
        InspectionRule rule = rule(year);
        List<School> schools = around.schools().all();
        Map<UUID, String> names = new LinkedHashMap<>();
        schools.forEach(each -> names.put(each.id(), each.name()));
        List<Inspection> found = store.page(year, school, seen(reach), after, size + 1);
        return new Listed(year, years, rule, found.stream().limit(size).toList(),
                reach.district() ? visited(schools, year, rule) : List.of(), names, reach, around.today(),
                found.size() > size);
    }

    private List<Visited> visited(List<School> schools, String year, InspectionRule rule) {
        Map<UUID, Integer> counts = store.counts(year);
        return schools.stream().map(school -> new Visited(school.id(), school.name(),
                counts.getOrDefault(school.id(), 0), rule.ceiling())).toList();
    }

    Seen seen(Reach reach) {
        return new Seen(reach.district() ? null : reach.offices(), around.today());
    }

    /** The school year of a day, else the one that ended last. */
    static String year(SchoolCalendar calendar, LocalDate day) {
        return calendar.schoolYearAt(day).map(Period::name)
                .or(() -> InspectionGround.years(calendar, day).stream()
                        .filter(each -> each.days().last().isBefore(day)).findFirst().map(Period::name))
                .orElseGet(() -> String.valueOf(day.getYear()));
    }

    /** What holds in a year. */
    public InspectionRule rule(String year) {
        return store.rule(year).orElseGet(() -> InspectionRule.usual(year));
    }

    /** What a new visit may be: to which schools, with how many visits they have, and about which duties. */
    public record Offer(String year, InspectionRule rule, List<Visited> schools, List<Duty> duties, LocalDate today) {}

    public Offer offer() {
        SchoolCalendar calendar = around.calendars().current();
        String year = year(calendar, around.today());
        InspectionRule rule = rule(year);
        return new Offer(year, rule, visited(around.schools().all(), year, rule),
                List.copyOf(around.inspected(around.today()).values()), around.today());
    }

    /**
     * A visit's page.
     *
     * @param known what the platform knows of each duty of the checklist
     * @param files photos, by line of the checklist
     * @param number of visits of the year at the school, with the ceiling; only for the bureau
     * @param next what may be said of it now
     * @param writes whether this person may write what was found
     */
    public record Shown(Inspection inspection, String school, List<Point> points, Map<String, KnownDuty> known,
            List<Finding> findings, List<Inspection.Step> steps, Map<UUID, List<EvidenceItem>> files,
            Visited number, java.util.Set<Inspection.What> next, boolean writes, boolean inspects, List<Duty> duties,
            LocalDate today) {

        public List<EvidenceItem> files(UUID holder) {
            return files.getOrDefault(holder, List.of());
        }

        /** How many lines of the checklist say this. */
        public long count(Point.Result result) {
            return points.stream().map(Point::said).filter(said -> said != null && said.result() == result).count();
        }

        public long unsaid() {
            return points.stream().filter(point -> point.said() == null).count();
        }
    }

    /**
     * One visit.
     *
     * @throws Absent where there is none, or somebody may not know of it
     */
    public Shown show(Actor actor, UUID id) {
        Reach reach = new Reach(actor);
        Inspection inspection = visible(reach, id);
        boolean told = reach.district() || inspection.state() == Inspection.State.HELD;
        List<Point> points = store.points(id).stream().map(point -> told ? point : unsaid(point)).toList();
        InspectionRule rule = rule(inspection.year());
        School school = around.schools().find(inspection.school()).orElseThrow();
        return new Shown(inspection, school.name(), points, known(inspection),
                told ? findings.ofInspection(id) : List.of(), store.steps(id),
                told
                        ? files.of(points.stream().map(Point::id).toList()).stream()
                                .collect(Collectors.groupingBy(EvidenceItem::holder))
                        : Map.of(),
                new Visited(school.id(), school.name(),
                        reach.district() ? store.counts(inspection.year()).getOrDefault(school.id(), 0) : 0,
                        rule.ceiling()),
                reach.inspects() ? InspectionCourse.next(inspection, around.today()) : java.util.Set.of(),
                reach.inspects() && InspectionCourse.writes(inspection, around.today()), reach.inspects(),
                reach.inspects() ? List.copyOf(around.duties().values()) : List.of(), around.today());
    }

    private static Point unsaid(Point point) {
        return new Point(point.id(), point.inspection(), point.position(), point.clause(), point.duty(), point.name(),
                null);
    }

    Inspection visible(Reach reach, UUID id) {
        return store.find(id).filter(each -> reach.district()
                || (reach.offices().contains(each.school()) && each.visibleToSchool(around.today())))
                .orElseThrow(() -> new Absent(KIND, id));
    }

    /** What is known of the duties that concern a school, in the term of the visit and the periods around it. */
    Map<String, KnownDuty> known(Inspection inspection) {
        Optional<InForce> rules = around.progresses().inForce();
        Optional<SchoolView> view = rules.isEmpty()
                ? Optional.empty()
                : around.calendars().current().termAt(inspection.day()).flatMap(
                        term -> around.progresses().ofSchool(inspection.school().toString(), term.name()));
        Map<String, List<KnownDuty.Line>> lines = new LinkedHashMap<>();
        view.map(Inspections::concerning).orElse(List.of()).stream().filter(Inspections::inspected)
                .forEach(each -> lines.computeIfAbsent(each.duty(), _ -> new ArrayList<>()).add(new KnownDuty.Line(each,
                        rules.orElseThrow().labels().counterpart(each.key(), each.about()))));
        Map<String, KnownDuty> known = new LinkedHashMap<>();
        around.duties().forEach((id, duty) -> {
            List<KnownDuty.Line> of = lines.get(id);
            if (of != null) {
                known.put(id, new KnownDuty(duty, of));
            }
        });
        return known;
    }

    /** What a school owes and what is owed to it; a lead school answers for all that its community owes. */
    private static List<Standing> concerning(SchoolView view) {
        return view.membership().role() == World.Role.LEAD
                ? view.board().standings().stream()
                        .filter(each -> each.key().bearer().equals(view.membership().school())
                                || each.key().bearer().equals(view.membership().community()))
                        .toList()
                : Stream.of(view.mine(), view.owedToMe(), view.shared()).flatMap(List::stream).toList();
    }

    /** What is lifted or suspended is not inspected, and what is not due yet says nothing. */
    private static boolean inspected(Standing standing) {
        return standing.status() != Status.WAIVED && standing.status() != Status.SUSPENDED;
    }
}
