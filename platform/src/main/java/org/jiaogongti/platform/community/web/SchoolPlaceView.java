package org.jiaogongti.platform.community.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.CoverageException;
import org.jiaogongti.platform.community.Organised;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.community.SchoolWeakSubject;
import org.jiaogongti.platform.school.Campus;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolArea;
import org.jiaogongti.platform.school.StaffCount;
import org.jiaogongti.platform.school.SupportedSchool;
import org.jiaogongti.platform.shell.Messages;

/**
 * A school's place in the organisation, with its history.
 *
 * @param where the community and role on the day, in one sentence
 * @param moved the day of the latest move, which can be taken back; empty where there is none
 * @param query what a link adds to stay on the day, empty on the business date
 */
public record SchoolPlaceView(String id, String name, String on, boolean today, String query, String where,
        String moved, List<Fact> facts, List<Line> memberships, List<Line> areas, List<Line> campuses,
        List<Line> counts,
        List<Line> exceptions, List<Line> weakSubjects, List<Line> supported) {

    /** A label and what stands behind it. */
    public record Fact(String label, String text) {}

    /**
     * A line of a history, the latest first.
     *
     * @param now whether it holds on the day
     */
    public record Line(String what, String how, String when, boolean now) {}

    static SchoolPlaceView of(School school, Organised organised, LocalDate day, LocalDate today, Messages m) {
        String where = organised.membership(school.id(), day)
                .map(held -> m.t("community.school.where", community(organised, held),
                        m.t("community.role." + held.role())))
                .orElse(m.t("community.nowhere"));
        return new SchoolPlaceView(school.key(), school.name(), day.toString(), day.equals(today),
                day.equals(today) ? "" : "?on=" + day, where,
                moved(school, organised), facts(school, organised, day, m),
                organised.memberships().stream().filter(each -> each.school().equals(school.id()))
                        .sorted(Comparator.comparing(SchoolMembership::from).reversed())
                        .map(each -> new Line(community(organised, each), m.t("community.role." + each.role()),
                                Days.span(each.from(), each.to(), m), each.holdsOn(day)))
                        .toList(),
                organised.areas().stream().filter(each -> each.school().equals(school.id()))
                        .sorted(Comparator.comparing(SchoolArea::kind)
                                .thenComparing(Comparator.comparing(SchoolArea::from).reversed()))
                        .map(each -> new Line(each.area(), m.t("school.area." + each.kind()),
                                Days.span(each.from(), each.to(), m), each.holdsOn(day)))
                        .toList(),
                campuses(school, organised, day, m), counts(school, organised, day, m),
                organised.exceptions().stream().filter(each -> each.school().equals(school.id()))
                        .map(each -> exception(each, day, m)).toList(),
                weakSubjects(school, organised, day, m), supported(school, organised, day, m));
    }

    private static List<Line> weakSubjects(School school, Organised organised, LocalDate day, Messages m) {
        return organised.weakSubjects().stream().filter(each -> each.school().equals(school.id()))
                .sorted(Comparator.comparing(SchoolWeakSubject::from).reversed()
                        .thenComparing(SchoolWeakSubject::subject))
                .map(each -> new Line(each.subject(),
                        organised.community(each.community()).map(Community::shortName).orElse(""),
                        Days.span(each.from(), each.to(), m), each.holdsOn(day)))
                .toList();
    }

    private static List<Line> supported(School school, Organised organised, LocalDate day, Messages m) {
        return organised.supported().stream().filter(each -> each.school().equals(school.id()))
                .sorted(Comparator.comparing(SupportedSchool::from).reversed())
                .map(each -> new Line(each.basis(), each.document(), Days.span(each.from(), each.to(), m),
                        each.holdsOn(day)))
                .toList();
    }

    private static String moved(School school, Organised organised) {
        List<LocalDate> days = organised.memberships().stream().filter(each -> each.school().equals(school.id()))
                .map(SchoolMembership::from).sorted().toList();
        return days.size() < 2 ? "" : days.getLast().toString();
    }

    private static String community(Organised organised, SchoolMembership held) {
        return organised.community(held.community()).map(Community::name).orElse("");
    }

    private static List<Fact> facts(School school, Organised organised, LocalDate day, Messages m) {
        String code = school.code();
        return List.of(new Fact(m.t("school.code"), code == null ? m.t("school.code.none") : code),
                new Fact(m.t("school.kind"), m.t("school.kind." + school.kind())),
                new Fact(m.t("school.setting"), m.t("school.setting." + school.setting())),
                new Fact(m.t("school.area.TOWNSHIP"), area(organised, school, SchoolArea.Kind.TOWNSHIP, day, m)),
                new Fact(m.t("school.area.ZONE"), area(organised, school, SchoolArea.Kind.ZONE, day, m)));
    }

    private static String area(Organised organised, School school, SchoolArea.Kind kind, LocalDate day, Messages m) {
        return organised.area(school.id(), kind, day).map(SchoolArea::area).orElse(m.t("school.area.none"));
    }

    /** A point's page names its central school, a central school's page its points. */
    private static List<Line> campuses(School school, Organised organised, LocalDate day, Messages m) {
        return organised.campuses().stream()
                .filter(each -> each.school().equals(school.id()) || each.name().equals(school.name()))
                .sorted(Comparator.comparing(Campus::from).reversed().thenComparing(Campus::name))
                .map(each -> new Line(
                        each.school().equals(school.id())
                                ? each.name()
                                : m.t("school.campus.under",
                                        organised.school(each.school()).map(School::name).orElse("")),
                        m.t("school.campus." + each.kind()), Days.span(each.from(), each.to(), m), each.holdsOn(day)))
                .toList();
    }

    private static List<Line> counts(School school, Organised organised, LocalDate day, Messages m) {
        LocalDate latest = organised.counts().stream()
                .filter(each -> each.school().equals(school.id()) && !each.from().isAfter(day)).map(StaffCount::from)
                .max(LocalDate::compareTo).orElse(LocalDate.MIN);
        return organised.counts().stream().filter(each -> each.school().equals(school.id()))
                .sorted(Comparator.comparing(StaffCount::from).reversed())
                .map(each -> new Line(Messages.number(each.teachers()), "",
                        m.t("community.since", each.from().toString()), each.from().equals(latest)))
                .toList();
    }

    private static Line exception(CoverageException exception, LocalDate day, Messages m) {
        CoverageException.End end = exception.end();
        return new Line(OrganisationView.decision(exception, m), end == null
                ? exception.reason()
                : m.t("community.exception.ended", exception.reason(), end.on().toString(), end.reason()),
                Days.span(exception.from(), exception.to(), m), exception.holdsOn(day));
    }
}
