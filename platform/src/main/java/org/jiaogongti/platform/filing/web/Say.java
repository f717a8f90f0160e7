package org.jiaogongti.platform.filing.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.filing.Filing;
import org.jiaogongti.platform.filing.FilingSheet;
import org.jiaogongti.platform.filing.FilingSheet.Can;
import org.jiaogongti.platform.filing.FilingStep;
import org.jiaogongti.platform.filing.FilingTray.Places;
import org.jiaogongti.platform.filing.PlanText;
import org.jiaogongti.platform.obligation.Effect;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/** Filings in words, for the templates of this module. */
public record Say(Messages m, Places places) {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    /** From so many days before it on, what still waits presses. */
    private static final int PRESSING_DAYS = 7;

    public LocalDate today() {
        return places.today();
    }

    public String day(LocalDate date) {
        return date.getYear() == today().getYear() ? SHORT.format(date) : date.toString();
    }

    /** 今天, 昨天, 前天 or the day. */
    public String lately(LocalDate date) {
        long ago = ChronoUnit.DAYS.between(date, today());
        return ago >= 0 && ago <= 2 ? m.t("filing.ago." + ago) : day(date);
    }

    public String minute(Instant at) {
        ZonedDateTime then = ZonedDateTime.ofInstant(at, BusinessClock.ZONE);
        return then.toLocalDate().equals(today()) ? MINUTE.format(then) : day(then.toLocalDate());
    }

    /** {@code 12月4日（周三）}. */
    public String longDay(LocalDate date) {
        return m.t("filing.day", Integer.toString(date.getMonthValue()), Integer.toString(date.getDayOfMonth()),
                m.t("filing.weekday." + date.getDayOfWeek().getValue()));
    }

    public String school(@Nullable UUID id) {
        return places.schools().stream().filter(school -> school.id().equals(id)).map(School::name).findFirst()
                .orElse("");
    }

    public String shortSchool(@Nullable UUID id) {
        return places.schools().stream().filter(school -> school.id().equals(id)).map(School::shortName).findFirst()
                .orElse("");
    }

    public String community(UUID id) {
        return places.composition().communities().stream().filter(each -> each.id().equals(id))
                .map(Community::shortName).findFirst().orElse("");
    }

    /** Who handed it in: a subject's guidance group, or a school. */
    public String who(Filing filing) {
        return filing.plan()
                ? m.t("filing.group", community(filing.community()), filing.subject() == null ? "" : filing.subject())
                : school(filing.school());
    }

    /** The shape of its place in a list. */
    public String shape(Filing filing) {
        return switch (filing.state().turn()) {
            case NOBODY ->
                filing.state() == Filing.State.TAKEN_BACK ? "waived" : filing.lateDays() > 0 ? "late" : "done";
            case SUBMITTER, RESEARCHER, DEPARTMENT -> {
                long left = ChronoUnit.DAYS.between(today(), filing.heldOn());
                yield left < 0 ? "late" : left <= PRESSING_DAYS ? "soon" : "going";
            }
        };
    }

    public String chip(Filing filing) {
        if (filing.lateDays() > 0 && filing.state() != Filing.State.TAKEN_BACK) {
            return m.t("filing.chip.late", filing.lateDays());
        }
        long left = ChronoUnit.DAYS.between(today(), filing.heldOn());
        return switch (filing.state().turn()) {
            case NOBODY -> m.t("filing.state." + filing.state().name());
            case SUBMITTER -> m.t("filing.chip.back", day(filing.heldOn()));
            case RESEARCHER -> left < 0
                    ? m.t("filing.chip.over", day(filing.heldOn()))
                    : m.t("filing.chip.before", day(filing.heldOn()));
            case DEPARTMENT -> left < 0
                    ? m.t("filing.chip.heldOn", day(filing.heldOn()))
                    : m.t("filing.chip.on", day(filing.heldOn()));
        };
    }

    public String stateWord(Filing filing) {
        return m.t("filing.state." + filing.state().name());
    }

    public String stepShape(FilingStep step) {
        return switch (step.what()) {
            case SUBMITTED, RESUBMITTED, ANSWERED -> "going";
            case FILED, APPROVED, ADVISED, ACCEPTED -> "done";
            case RETURNED, ASKED -> "soon";
            case TAKEN_BACK, ENDED -> "waived";
        };
    }

    public String step(FilingStep step) {
        return m.t("filing.step." + step.what().name(), step.number());
    }

    /**
     * Something that was looked at.
     *
     * @param shape the class of its shape
     */
    public record Check(String shape, String words) {}

    /** Whether it waits for somebody else, who may be reminded. */
    public boolean others(FilingSheet sheet) {
        return sheet.filing().state().turn() != Filing.Turn.NOBODY && !sheet.can().contains(Can.CHECK)
                && !sheet.can().contains(Can.ACCEPT) && !sheet.can().contains(Can.ANSWER)
                && !(sheet.filing().state().turn() == Filing.Turn.SUBMITTER && sheet.can().contains(Can.WRITE));
    }

    /** What a reader would check by hand: who comes, how long before, with which files. */
    public List<Check> checks(FilingSheet sheet) {
        List<Check> checks = new ArrayList<>();
        Filing filing = sheet.filing();
        Said said = sheet.occasion().said();
        if (filing.plan() && !said.participants().isEmpty()) {
            List<String> missing = schoolsOf(said).stream()
                    .filter(school -> !said.participants().containsKey(school.id())).map(School::shortName).toList();
            checks.add(missing.isEmpty()
                    ? new Check("done", m.t("filing.check.all"))
                    : new Check("soon", m.t("filing.check.missing", String.join(m.t("filing.and"), missing))));
        }
        LocalDate first = sheet.versions().getFirst().on();
        long days = ChronoUnit.DAYS.between(first, filing.heldOn());
        checks.add(days < 0
                ? new Check("late", m.t("filing.check.after", -days))
                : days == 0
                        ? new Check("soon", m.t("filing.check.sameDay"))
                        : new Check("done", m.t("filing.check.ahead", days)));
        if (sheet.occasion().state() == Occasion.State.CANCELLED) {
            checks.add(new Check("waived", m.t("filing.check.cancelled")));
        }
        return checks;
    }

    private List<School> schoolsOf(Said said) {
        return places.schools().stream().filter(school -> places.composition().membership(school.id(), said.date())
                .filter(membership -> membership.community().equals(said.community())).isPresent()).toList();
    }

    /** The text a form begins with, as far as the occasion tells it. */
    public PlanText suggested(Occasion occasion, boolean plan) {
        Said said = occasion.said();
        String kind = places.kinds().get(said.mainKind()).name();
        String subject = said.subject() == null ? "" : said.subject();
        String title = plan
                ? m.t("filing.suggest.plan", Integer.toString(said.date().getMonthValue()), subject, kind)
                : m.t("filing.suggest.filing", SHORT.format(said.date()), shortSchool(said.host()), subject, kind)
                        .replaceAll(" +", " ");
        String part = said.dayPart().isEmpty() ? "" : m.t("activity.part." + said.dayPart());
        String place = said.host() == null ? "" : m.t("filing.suggest.place", school(said.host()));
        return new PlanText(title.strip(), m.t("filing.suggest.when", longDay(said.date()), part, place),
                said.topic(), "", people(said));
    }

    private String people(Said said) {
        return places.schools().stream().filter(school -> said.participants().containsKey(school.id()))
                .sorted(Comparator.comparingInt(School::position))
                .map(school -> m.t("activity.school.people", school.shortName(), said.participants().get(school.id())))
                .collect(Collectors.joining(m.t("filing.and")));
    }

    public static String mark(Effect effect) {
        return switch (effect.statusAfter()) {
            case MET -> "done";
            case OPEN -> "going";
            case MISSED -> "late";
            case NOT_YET -> "todo";
            case OPTIONAL -> "opt";
            case WAIVED -> "waived";
            case SUSPENDED -> "susp";
        };
    }

    /** How far a duty comes: at once where it counts already, when it is held where it is only planned. */
    public String moved(Effect effect) {
        if (effect.statusAfter() == Status.SUSPENDED) {
            return m.t("state.susp");
        }
        return effect.before() == effect.after()
                ? m.t("filing.effect.held", effect.after() + effect.plannedAfter(), effect.target())
                : m.t("filing.effect.now", effect.before(), effect.after(), effect.target());
    }
}
