package org.jiaogongti.platform.register.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.register.GraduationYears.Shown;
import org.jiaogongti.platform.register.Requirement;
import org.jiaogongti.platform.register.Requirement.Side;
import org.jiaogongti.platform.register.Requirement.State;
import org.jiaogongti.platform.register.Requirement.What;
import org.jiaogongti.platform.register.RequirementsDue;
import org.jiaogongti.platform.register.RevisionSheet;
import org.jiaogongti.platform.register.RevisionWeek;
import org.jiaogongti.platform.register.model.RequirementCourse;
import org.jiaogongti.platform.reminder.Due.Matter;
import org.jiaogongti.platform.reminder.Nudges;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;
import org.jspecify.annotations.Nullable;

/**
 * A community's graduation year.
 *
 * @param year null where somebody belongs to no community or there is no school year yet
 * @param problem message key of what was wrong with the form that came last, or empty
 * @param form which one that was
 * @param typed what had been typed into it
 * @param nudges who pressed the button last about a requirement; without those where nobody did
 */
public record GraduationView(@Nullable Shown year, Words words, String problem, String form,
        Map<String, String> typed, Map<Matter, Nudges.State> nudges) {

    /** So many of what was done together are shown at once. */
    private static final int JOINT = 6;

    /** A week of a term with what is revised in it. */
    public record Row(Period term, int week, List<RevisionWeek> entries) {

        public @Nullable RevisionWeek of(String subject) {
            return entries.stream().filter(each -> each.slot().subject().equals(subject)).findFirst().orElse(null);
        }

        public String monday() {
            return SchoolCalendar.monday(term.days().first()).plusWeeks(week - 1L).toString();
        }
    }

    public Shown shown() {
        return Objects.requireNonNull(year);
    }

    public String path() {
        return "/registers/graduation/" + shown().community().id();
    }

    public String summary() {
        Shown shown = year;
        if (shown == null) {
            return "";
        }
        long late = shown.requirements().stream().filter(each -> state(each) == State.LATE).count();
        return late == 0
                ? words.m().t("register.grad.summary", shown.community().name(), yearName(shown.year()))
                : words.m().t("register.grad.summary.late", shown.community().name(), yearName(shown.year()), late);
    }

    public String yearName(Period period) {
        return words.m().t("register.grad.year", period.name());
    }

    public State state(Requirement requirement) {
        return RequirementCourse.state(requirement, shown().today());
    }

    public String word(State state) {
        return words.m().t("register.grad.state." + state.name());
    }

    public static String shape(State state) {
        return switch (state) {
            case OPEN -> "todo";
            case ANSWERED -> "going";
            case LATE, NOT_MET -> "late";
            case MET -> "done";
            case PARTLY_MET, DISPUTED -> "soon";
            case WITHDRAWN -> "waived";
        };
    }

    public String said(Requirement.Step step) {
        String what = words.m().t("register.grad.what." + step.what().name());
        String line = step.words().isEmpty() ? what : words.m().t("register.said.words", what, step.words());
        return words.m().t("register.said", line, step.day().toString(), step.actorName());
    }

    /** What somebody who looks at it may say of it. */
    public Set<What> next(Requirement requirement) {
        Set<What> next = EnumSet.noneOf(What.class);
        if (shown().rights().offices().contains(requirement.school())) {
            next.addAll(RequirementCourse.next(requirement, shown().today(), Side.MEMBER));
        }
        if (shown().rights().leads()) {
            next.addAll(RequirementCourse.next(requirement, shown().today(), Side.LEAD));
        }
        return next;
    }

    public boolean says(Requirement requirement, Side side) {
        return next(requirement).stream().anyMatch(what -> what.side() == side);
    }

    public List<What> choices(Requirement requirement, Side side) {
        return next(requirement).stream().filter(what -> what.side() == side).toList();
    }

    /** The subjects that are revised in the year. */
    public List<String> subjects() {
        return shown().weeks().stream().map(week -> week.slot().subject()).distinct().sorted().toList();
    }

    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Period term : shown().terms()) {
            shown().weeks().stream().filter(week -> week.slot().term().equals(term.name()))
                    .collect(Collectors.groupingBy(week -> week.slot().week(), TreeMap::new,
                            Collectors.toList()))
                    .forEach((week, entries) -> rows.add(new Row(term, week, entries)));
        }
        return rows;
    }

    /** The first of what was done together; the others are folded. */
    public List<OccasionBrief> joint() {
        return shown().joint().stream().limit(JOINT).toList();
    }

    public List<OccasionBrief> olderJoint() {
        return shown().joint().stream().skip(JOINT).toList();
    }

    public String export(String format) {
        return Words.address("/registers/graduation/export." + format,
                Map.of("community", shown().community().id().toString(), "year", shown().year().name()));
    }

    /** Requirements with what was said of them last by each side. */
    TableFile file() {
        Messages m = words.m();
        return new TableFile(
                m.t("register.grad.title") + " " + shown().community().name() + " " + yearName(shown().year()),
                List.of(m.t("register.grad.school"), m.t("register.grad.words"), m.t("register.grad.due"),
                        m.t("register.state"), m.t("register.grad.say.MEMBER"), m.t("register.grad.found"),
                        m.t("register.grad.by"), m.t("register.grad.on")),
                shown().requirements().stream().map(each -> List.of(shown().name(each.school()), each.words(),
                        each.due().toString(), word(state(each)), last(each, Side.MEMBER), last(each, Side.LEAD),
                        each.actorName(), each.on().toString())).toList());
    }

    private String last(Requirement requirement, Side side) {
        return requirement.steps().stream().filter(step -> step.what().side() == side)
                .reduce((_, later) -> later).map(this::said).orElse("");
    }

    /** Whether nobody has answered yet, so that the lead school may ask for it. */
    public boolean presses(Requirement requirement) {
        return requirement.steps().isEmpty() && shown().rights().leads();
    }

    public Nudges.State nudge(Requirement requirement) {
        return nudges.getOrDefault(RequirementsDue.matter(requirement.id()), Nudges.State.NEVER);
    }

    public List<EvidenceItem> files(RevisionSheet sheet) {
        return shown().files().getOrDefault(sheet.id(), List.of());
    }

    public String slot(RevisionSheet sheet) {
        return words.m().t("register.grad.slot", words.term(sheet.slot().term()), sheet.slot().week(),
                sheet.slot().subject());
    }

    public String slot(RevisionWeek week) {
        return words.m().t("register.grad.slot.content", words.m().t("register.grad.slot", words.term(week.slot()
                .term()), week.slot().week(), week.slot().subject()), week.content());
    }

    public String takers(RevisionSheet sheet) {
        List<UUID> takers = sheet.takers();
        return takers.isEmpty()
                ? words.m().t("register.grad.takers.none")
                : words.m().t("register.grad.takers", takers.stream().map(shown()::name)
                        .collect(Collectors.joining(words.m().t("register.pair.and"))));
    }

    public boolean takes(RevisionSheet sheet) {
        return !sheet.takers().containsAll(shown().rights().offices());
    }

    public boolean gives(RevisionSheet sheet) {
        return shown().rights().offices().stream().anyMatch(sheet.takers()::contains);
    }

    public boolean plans(String subject) {
        return shown().rights().subjects().contains(subject);
    }

    /** The rows of the calendar that a sheet may be shared for. */
    public List<RevisionWeek> plannable() {
        return shown().weeks().stream().filter(week -> plans(week.slot().subject())).toList();
    }

    public String typed(String of, String name) {
        return form.equals(of) ? typed.getOrDefault(name, "") : "";
    }

    public boolean wrong(String of) {
        return form.equals(of) && !problem.isEmpty();
    }
}
