package org.jiaogongti.platform.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.inspection.Inspection.Kind;
import org.jiaogongti.platform.inspection.Inspection.What;
import org.jiaogongti.platform.inspection.model.InspectionCourse;
import org.jiaogongti.platform.inspection.model.Reach;
import org.jiaogongti.platform.inspection.store.InspectionStore;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Plans visits within the year's ceiling, writes what was found at each line of the checklist, and finishes them. */
@Service
@Transactional
public class InspectionChanges {

    private final InspectionStore store;
    private final Inspections inspections;
    private final Attachments attachments;
    private final InspectionGround around;

    InspectionChanges(InspectionStore store, Inspections inspections, Attachments attachments,
            InspectionGround around) {
        this.store = store;
        this.inspections = inspections;
        this.attachments = attachments;
        this.around = around;
    }

    /** Sets what the bureau binds itself to in a school year. */
    public Outcome rule(Actor actor, InspectionRule given) {
        if (!new Reach(actor).decides()) {
            throw new Absent("inspection-rule", given.year());
        }
        if (InspectionGround.years(around.calendars().current(), around.today()).stream()
                .noneMatch(year -> year.name().equals(given.year()))) {
            return Outcome.no("inspection.rule.refused.year");
        }
        if (given.ceiling() < 0 || given.ceiling() > InspectionRule.HIGHEST_CEILING || !given.limits().sensible()) {
            return Outcome.no("inspection.rule.refused.numbers", InspectionRule.HIGHEST_CEILING,
                    InspectionRule.Limits.LONGEST_RECTIFY, InspectionRule.Limits.LONGEST);
        }
        if (given.document().length() > InspectionRule.LONGEST_DOCUMENT) {
            return Outcome.no("inspection.refused.long");
        }
        UUID id = around.ids().next();
        store.setRule(id, new InspectionRule(given.year(), given.ceiling(), given.limits(), given.document(),
                around.by(actor)));
        around.journal().write(actor, "InspectionRuleSet", "inspection-rule", id, Map.of("year", given.year(),
                "ceiling", given.ceiling(), "limits", given.limits().toString(), "document", given.document()));
        return new Outcome.Done(id);
    }

    /**
     * Visits as typed: one to each school.
     *
     * @param over why a ceiling is passed, where it is
     * @param duties ids of the charter, for the checklist
     */
    public record NewInspections(Set<UUID> schools, @Nullable LocalDate day, @Nullable Kind kind,
            String about, String over, Set<String> duties) {

        public NewInspections {
            schools = Set.copyOf(schools);
            duties = Set.copyOf(duties);
        }
    }

    /** Plans them all, or none. Above the ceiling only with a reason; the answer names the schools. */
    public Outcome plan(Actor actor, NewInspections given) {
        Reach reach = new Reach(actor);
        if (!reach.inspects()) {
            throw new Absent(Inspections.KIND, "new");
        }
        LocalDate day = given.day();
        Kind kind = given.kind();
        if (given.schools().isEmpty() || day == null || kind == null || given.about().isEmpty()) {
            return Outcome.no("inspection.plan.refused.missing");
        }
        if (given.about().length() > Inspection.LONGEST || given.over().length() > Inspection.LONGEST) {
            return Outcome.no("inspection.refused.long");
        }
        if (day.isBefore(around.today()) || day.isAfter(around.today().plusYears(1))) {
            return Outcome.no("inspection.plan.refused.day");
        }
        List<Duty> duties = around.inspected(day).values().stream()
                .filter(each -> given.duties().contains(each.id())).toList();
        if (duties.isEmpty() || duties.size() < given.duties().size()) {
            return Outcome.no("inspection.plan.refused.duties");
        }
        List<School> schools = around.schools().all().stream().filter(each -> given.schools().contains(each.id()))
                .toList();
        if (schools.size() < given.schools().size()) {
            throw new Absent("school", given.schools());
        }
        return plan(actor, given, schools, duties);
    }

    private Outcome plan(Actor actor, NewInspections given, List<School> schools, List<Duty> duties) {
        LocalDate day = Objects.requireNonNull(given.day());
        SchoolCalendar calendar = around.calendars().current();
        String year = Inspections.year(calendar, day);
        store.lockYear(year);
        int ceiling = inspections.rule(year).ceiling();
        Map<UUID, Integer> counts = store.counts(year);
        List<School> full = schools.stream().filter(each -> counts.getOrDefault(each.id(), 0) >= ceiling).toList();
        if (!full.isEmpty() && given.over().isEmpty()) {
            return Outcome.no("inspection.plan.refused.ceiling",
                    String.join("、", full.stream().map(School::name).toList()), ceiling, year);
        }
        List<Inspection> planned = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (School school : schools) {
            Inspection inspection = new Inspection(around.ids().next(), school.id(), year, day,
                    Objects.requireNonNull(given.kind()), Inspection.State.PLANNED, given.about(),
                    full.contains(school) ? given.over() : "", around.by(actor));
            planned.add(inspection);
            for (Duty duty : duties) {
                points.add(new Point(around.ids().next(), inspection.id(), points.size() % duties.size() + 1,
                        duty.clause(), duty.id(), duty.name(), null));
            }
        }
        store.add(planned);
        store.addPoints(points);
        around.journal().write(actor, "InspectionsPlanned", Inspections.KIND, planned.getFirst().id(),
                Map.of("inspections", planned.stream().map(each -> each.id().toString()).toList(), "day",
                        day.toString(), "year", year, "ceiling", ceiling, "over", given.over()));
        return new Outcome.Done(planned.getFirst().id());
    }

    /** Adds a line of the inspector's own to a checklist. */
    public Outcome addPoint(Actor actor, UUID id, String clause, String name) {
        Inspection inspection = locked(actor, id);
        if (inspection.state() != Inspection.State.PLANNED) {
            return Outcome.no("inspection.point.refused.state");
        }
        if (name.isEmpty() || around.duties().values().stream().noneMatch(each -> each.clause().equals(clause))) {
            return Outcome.no("inspection.point.refused.missing");
        }
        List<Point> points = store.points(id);
        if (name.length() > Point.LONGEST || points.size() >= Inspection.MOST_POINTS) {
            return Outcome.no("inspection.point.refused.many", Point.LONGEST, Inspection.MOST_POINTS);
        }
        Point point = new Point(around.ids().next(), id,
                points.stream().mapToInt(Point::position).max().orElse(0) + 1, clause, "", name, null);
        store.addPoints(List.of(point));
        return done(actor, "PointAdded", id, Map.of("point", point.id().toString(), "clause", clause));
    }

    /** What was found at a line, as typed. */
    public record NewResult(Point.@Nullable Result result, String note) {}

    /** Writes what was found at a line, with what the platform counts at this moment. Photos lie on the disk beforehand. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Outcome judge(Actor actor, UUID id, UUID pointId, NewResult given, Collection<Upload> photos) {
        return attachments.with(photos, () -> judge(actor, id, pointId, given),
                (outcome, stored) -> outcome instanceof Outcome.Done
                        ? attachments.attach(actor, pointId, locked(actor, id).school(), stored, outcome)
                        : outcome);
    }

    private Outcome judge(Actor actor, UUID id, UUID pointId, NewResult given) {
        Inspection inspection = locked(actor, id);
        Point point = store.point(pointId).filter(each -> each.inspection().equals(id))
                .orElseThrow(() -> new Absent("point", pointId));
        if (!InspectionCourse.writes(inspection, around.today())) {
            return Outcome.no("inspection.result.refused.state");
        }
        if (given.result() == null) {
            return Outcome.no("inspection.result.refused.missing");
        }
        if (given.result().lacking() && given.note().isEmpty()) {
            return Outcome.no("inspection.result.refused.note");
        }
        if (given.note().length() > Point.LONGEST_NOTE) {
            return Outcome.no("inspection.refused.long");
        }
        KnownDuty known = inspections.known(inspection).get(point.duty());
        store.addResults(List.of(new Point.Said(around.ids().next(), pointId, given.result(), given.note(),
                known == null ? null : known.sum(), around.by(actor))));
        done(actor, "PointJudged", id, Map.of("point", pointId.toString(), "result", given.result().name()));
        return new Outcome.Done(pointId);
    }

    private Inspection locked(Actor actor, UUID id) {
        if (!new Reach(actor).inspects()) {
            throw new Absent(Inspections.KIND, id);
        }
        return store.lock(id).orElseThrow(() -> new Absent(Inspections.KIND, id));
    }

    /** Something said of a visit, as typed. */
    public record Said(@Nullable What what, String words, @Nullable LocalDate day) {}

    /** Moves a visit, finishes it, calls it off, or opens a finished one again. */
    public Outcome say(Actor actor, UUID id, Said given) {
        Inspection inspection = locked(actor, id);
        What what = given.what();
        if (what == null || !InspectionCourse.next(inspection, around.today()).contains(what)) {
            return Outcome.no("inspection.step.refused.order");
        }
        if (InspectionCourse.needsWords(what) && given.words().isEmpty()) {
            return Outcome.no("inspection.step.refused.words");
        }
        if (given.words().length() > Inspection.LONGEST) {
            return Outcome.no("inspection.refused.long");
        }
        if (what == What.HELD && store.points(id).stream().anyMatch(point -> point.said() == null)) {
            return Outcome.no("inspection.step.refused.unsaid");
        }
        LocalDate day = inspection.day();
        String year = inspection.year();
        if (what == What.MOVED) {
            LocalDate moved = given.day();
            if (moved == null || moved.isBefore(around.today()) || moved.isAfter(around.today().plusYears(1))) {
                return Outcome.no("inspection.plan.refused.day");
            }
            day = moved;
            year = Inspections.year(around.calendars().current(), moved);
            Optional<Outcome> full = full(inspection, year);
            if (full.isPresent()) {
                return full.get();
            }
        }
        Inspection.State state = InspectionCourse.after(inspection.state(), what).orElseThrow();
        store.addSteps(List.of(new Inspection.Step(around.ids().next(), id, what, given.words(),
                what == What.MOVED ? day : null, around.by(actor))));
        store.move(id, state, day, year);
        return done(actor, "InspectionSaid", id, Map.of("what", what.name(), "day", day.toString()));
    }

    /** Moved into another year it counts there. */
    private Optional<Outcome> full(Inspection inspection, String year) {
        if (year.equals(inspection.year())) {
            return Optional.empty();
        }
        store.lockYear(year);
        int ceiling = inspections.rule(year).ceiling();
        return store.counts(year).getOrDefault(inspection.school(), 0) < ceiling
                ? Optional.empty()
                : Optional.of(Outcome.no("inspection.step.refused.ceiling", ceiling, year));
    }

    private Outcome done(Actor actor, String action, UUID id, Map<String, String> said) {
        around.journal().write(actor, action, Inspections.KIND, id, said);
        return new Outcome.Done(id);
    }

    /** What a district brings along. */
    public record Past(List<InspectionRule> rules, List<Inspection> inspections, List<Inspection.Step> steps,
            List<Point> points) {}

    /** Sets up what was before the district came here, all in one go. */
    public void setUp(Past past) {
        past.rules().forEach(rule -> store.setRule(around.ids().next(), rule));
        store.add(past.inspections());
        store.addSteps(past.steps());
        store.addPoints(past.points());
        store.addResults(past.points().stream().map(Point::said).filter(Objects::nonNull).toList());
    }
}
