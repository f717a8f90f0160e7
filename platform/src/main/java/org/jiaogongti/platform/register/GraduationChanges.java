package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.Received;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.register.Requirement.Side;
import org.jiaogongti.platform.register.Requirement.What;
import org.jiaogongti.platform.register.RevisionWeek.Slot;
import org.jiaogongti.platform.register.Surroundings.Places;
import org.jiaogongti.platform.register.model.Reach;
import org.jiaogongti.platform.register.model.RequirementCourse;
import org.jiaogongti.platform.register.store.GraduationStore;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the graduation year: requirements and what became of them, the revision calendar, revision sheets. */
@Service
@Transactional
public class GraduationChanges {

    private final GraduationStore store;
    private final Surroundings around;
    private final EvidenceFiles files;
    private final TransactionTemplate transaction;

    GraduationChanges(GraduationStore store, Surroundings around, EvidenceFiles files,
            TransactionTemplate transaction) {
        this.store = store;
        this.around = around;
        this.files = files;
        this.transaction = transaction;
    }

    /** What the lead school requires: of one member school, or, where none is named, of each of them. */
    public Change require(Actor actor, UUID community, @Nullable UUID school, String words, @Nullable LocalDate due) {
        Places places = around.places();
        if (!places.reach(actor).leads(community)) {
            throw new Absent(GraduationYears.KIND, community);
        }
        List<UUID> members = GraduationYears.members(places, community).stream().map(School::id).toList();
        if (school != null && !members.contains(school)) {
            throw new Absent("school", school);
        }
        if (words.isEmpty() || due == null || members.isEmpty()) {
            return new Change.Refused("register.grad.refused.missing");
        }
        if (words.length() > Requirement.LONGEST) {
            return new Change.Refused("register.refused.long");
        }
        Optional<Period> year = around.calendars().current().schoolYearAt(due)
                .filter(each -> !each.days().first().isAfter(places.today()));
        if (due.isBefore(places.today()) || year.isEmpty()) {
            return new Change.Refused("register.grad.refused.due");
        }
        for (UUID member : school == null ? members : List.of(school)) {
            Requirement requirement = new Requirement(around.ids().next(), community, year.get().name(), member, words,
                    due, places.today(), actor.name(), List.of());
            store.addRequirements(List.of(requirement), Author.of(actor));
            around.journal().write(actor, "GraduationRequired", "requirement", requirement.id(), Map.of("community",
                    community.toString(), "school", member.toString(), "due", due.toString()));
        }
        return new Change.Done();
    }

    /** A member school's answer, what the lead school finds, or a withdrawal. */
    public Change say(Actor actor, UUID id, @Nullable What what, String words, @Nullable LocalDate day) {
        Places places = around.places();
        Reach reach = places.reach(actor);
        Requirement requirement = store.lock(id).filter(each -> reach.reads(each.community()))
                .orElseThrow(() -> new Absent("requirement", id));
        boolean member = reach.offices().contains(requirement.school());
        boolean lead = reach.leads(requirement.community());
        if (!member && !lead) {
            throw new Absent("requirement", id);
        }
        LocalDate spoken = day == null ? places.today() : day;
        if (what == null || !(what.side() == Side.MEMBER ? member : lead)
                || !RequirementCourse.next(requirement, places.today(), what.side()).contains(what)) {
            return new Change.Refused("register.grad.refused.order");
        }
        if (what.needsWords() && words.isEmpty()) {
            return new Change.Refused("register.grad.refused.words");
        }
        if (words.length() > Requirement.LONGEST_ANSWER) {
            return new Change.Refused("register.refused.long");
        }
        if (spoken.isAfter(places.today()) || spoken.isBefore(requirement.on())) {
            return new Change.Refused("register.grad.refused.day");
        }
        store.addSteps(List.of(new Requirement.Step(around.ids().next(), id, what, words, spoken, places.today(),
                actor.name())), Author.of(actor));
        around.journal().write(actor, "RequirementSaid", "requirement", id, Map.of("what", what.name(), "day",
                spoken.toString()));
        return new Change.Done();
    }

    /** A row of the revision calendar as typed; it takes the place of an earlier one of the week and subject. */
    public record NewWeek(String term, int week, String subject, String content, @Nullable UUID school) {}

    public Change plan(Actor actor, UUID community, NewWeek given) {
        Places places = around.places();
        plans(places.reach(actor), community, given.subject());
        UUID school = given.school();
        if (school != null && places.schoolsOf(community, places.today()).stream().map(School::id)
                .noneMatch(school::equals)) {
            throw new Absent("school", school);
        }
        Optional<Period> term = places.terms().stream().filter(each -> each.name().equals(given.term())).findFirst();
        if (term.isEmpty() || given.week() < 1 || given.week() > SchoolCalendar.weeks(term.get())) {
            return new Change.Refused("register.grad.refused.week");
        }
        if (school == null || given.content().isEmpty() || !places.composition().subjects().contains(given.subject())) {
            return new Change.Refused("register.grad.refused.plan");
        }
        if (given.content().length() > RevisionWeek.LONGEST) {
            return new Change.Refused("register.refused.long");
        }
        Slot slot = new Slot(community, given.term(), given.week(), given.subject());
        write(actor, "RevisionPlanned", new RevisionWeek(around.ids().next(), slot, given.content(), school,
                places.today(), actor.name()));
        return new Change.Done();
    }

    /** Who may not plan the subject there does not find the community. */
    private static void plans(Reach reach, UUID community, String subject) {
        if (!reach.plans(community, subject)) {
            throw new Absent(GraduationYears.KIND, community);
        }
    }

    private void write(Actor actor, String action, RevisionWeek week) {
        store.addWeeks(List.of(week), Author.of(actor));
        around.journal().write(actor, action, GraduationYears.KIND, week.slot().community(), Map.of("term",
                week.slot().term(), "week", String.valueOf(week.slot().week()), "subject", week.slot().subject()));
    }

    /** Takes a row off the calendar; its sheets stay. */
    public Change strike(Actor actor, UUID id) {
        Places places = around.places();
        RevisionWeek week = store.week(id).filter(each -> places.reach(actor).plans(each.slot().community(),
                each.slot().subject())).orElseThrow(() -> new Absent("revision", id));
        if (standing(week).isEmpty()) {
            return new Change.Refused("register.grad.refused.replaced");
        }
        write(actor, "RevisionStruck", new RevisionWeek(around.ids().next(), week.slot(), "", week.school(),
                places.today(), actor.name()));
        return new Change.Done();
    }

    private Optional<RevisionWeek> standing(RevisionWeek week) {
        return store.weeks(week.slot().community(), List.of(week.slot().term())).stream()
                .filter(each -> each.id().equals(week.id())).findFirst();
    }

    /** Shares a revision sheet for a row of the calendar. Bytes lie on the disk before the transaction begins. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Change share(Actor actor, UUID community, @Nullable UUID revision, String title,
            Collection<Upload> uploads) {
        Change allowed = transaction.execute(_ -> shareable(actor, community, revision, title));
        if (allowed instanceof Change.Refused) {
            return allowed;
        }
        List<Received.Stored> stored = new ArrayList<>();
        for (Upload upload : uploads) {
            if (!(files.receive(upload) instanceof Received.Stored kept)) {
                return new Change.Refused("register.refused.file");
            }
            stored.add(kept);
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            Change change = share(actor, Objects.requireNonNull(revision), title, stored);
            if (change instanceof Change.Refused) {
                status.setRollbackOnly();
            }
            return change;
        }));
    }

    private Change shareable(Actor actor, UUID community, @Nullable UUID revision, String title) {
        Reach reach = around.places().reach(actor);
        if (around.places().composition().subjects().stream().noneMatch(each -> reach.plans(community, each))) {
            throw new Absent(GraduationYears.KIND, community);
        }
        if (revision == null || title.isEmpty()) {
            return new Change.Refused("register.grad.refused.sheet");
        }
        RevisionWeek week = store.week(revision).filter(each -> each.slot().community().equals(community)
                && reach.plans(community, each.slot().subject())).orElseThrow(() -> new Absent("revision", revision));
        if (standing(week).isEmpty()) {
            return new Change.Refused("register.grad.refused.replaced");
        }
        return title.length() > RevisionSheet.LONGEST
                ? new Change.Refused("register.refused.long")
                : new Change.Done();
    }

    private Change share(Actor actor, UUID revision, String title, List<Received.Stored> stored) {
        RevisionWeek week = store.week(revision).orElseThrow(() -> new Absent("revision", revision));
        RevisionSheet sheet = new RevisionSheet(around.ids().next(), week.slot(), title, around.today(), actor.name(),
                List.of());
        store.addSheets(List.of(sheet), Author.of(actor));
        for (Received.Stored file : stored) {
            if (files.attach(actor, sheet.id(), week.school(), file) instanceof EvidenceFiles.Added.No) {
                return new Change.Refused("register.refused.file");
            }
        }
        around.journal().write(actor, "RevisionSheetShared", "revision-sheet", sheet.id(), Map.of("community",
                week.slot().community().toString(), "title", title));
        return new Change.Done();
    }

    /** That the schools whose office somebody is took a sheet, or not after all; or that it is withdrawn. */
    public Change say(Actor actor, UUID id, RevisionSheet.@Nullable What what) {
        Places places = around.places();
        Reach reach = places.reach(actor);
        RevisionSheet sheet = store.lockSheet(id).filter(each -> reach.reads(each.slot().community()))
                .orElseThrow(() -> new Absent("revision-sheet", id));
        UUID community = sheet.slot().community();
        boolean plans = reach.plans(community, sheet.slot().subject());
        List<UUID> offices = places.schoolsOf(community, places.today()).stream().map(School::id)
                .filter(reach.offices()::contains).toList();
        if (offices.isEmpty() && !plans) {
            throw new Absent("revision-sheet", id);
        }
        if (what == null || sheet.withdrawn() || (what == RevisionSheet.What.WITHDRAWN && !plans)) {
            return new Change.Refused("register.grad.refused.order");
        }
        List<RevisionSheet.Step> steps = new ArrayList<>();
        if (what == RevisionSheet.What.WITHDRAWN) {
            steps.add(step(actor, id, null, what));
        } else {
            offices.stream().filter(office -> sheet.takers().contains(office) != (what == RevisionSheet.What.TAKEN))
                    .forEach(office -> steps.add(step(actor, id, office, what)));
        }
        if (steps.isEmpty()) {
            return new Change.Refused("register.grad.refused.order");
        }
        store.addSheetSteps(steps, Author.of(actor));
        around.journal().write(actor, "RevisionSheetSaid", "revision-sheet", id, Map.of("what", what.name()));
        return new Change.Done();
    }

    private RevisionSheet.Step step(Actor actor, UUID sheet, @Nullable UUID school, RevisionSheet.What what) {
        return new RevisionSheet.Step(around.ids().next(), sheet, school, what, around.today(), actor.name());
    }

    /** What was written before the district came here. */
    public record Past(List<Requirement> requirements, List<Requirement.Step> steps, List<RevisionWeek> weeks,
            List<RevisionSheet> sheets, List<RevisionSheet.Step> sheetSteps) {}

    /** Sets it up, all in one go. */
    public void setUp(Past past, Author author) {
        store.addRequirements(past.requirements(), author);
        store.addSteps(past.steps(), author);
        store.addWeeks(past.weeks(), author);
        store.addSheets(past.sheets(), author);
        store.addSheetSteps(past.sheetSteps(), author);
    }
}
