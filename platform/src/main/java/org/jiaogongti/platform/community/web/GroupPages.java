package org.jiaogongti.platform.community.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.Body;
import org.jiaogongti.platform.community.FewTeachers;
import org.jiaogongti.platform.community.GroupFinding;
import org.jiaogongti.platform.community.GroupRules;
import org.jiaogongti.platform.community.Groups.Former;
import org.jiaogongti.platform.community.Office;
import org.jiaogongti.platform.community.Personnel.Somebody;
import org.jiaogongti.platform.community.Roster;
import org.jiaogongti.platform.community.Seat;
import org.jiaogongti.platform.community.web.GroupView.Cell;
import org.jiaogongti.platform.community.web.GroupView.Freed;
import org.jiaogongti.platform.community.web.GroupView.Head;
import org.jiaogongti.platform.community.web.GroupView.Matrix;
import org.jiaogongti.platform.community.web.GroupView.Row;
import org.jiaogongti.platform.community.web.GroupView.Sitting;
import org.jiaogongti.platform.community.web.GroupsView.Part;
import org.jiaogongti.platform.obligation.ClauseAddress;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Rosters in words, for one reader. A day that is over is only looked at. */
final class GroupPages {

    private static final String CLAUSE_LEADING = "五(一)";
    private static final String CLAUSE_GUIDANCE = "三(一)5";

    private final Messages m;
    private final Actor actor;
    private final LocalDate today;

    GroupPages(Messages m, Actor actor, LocalDate today) {
        this.m = m;
        this.actor = actor;
        this.today = today;
    }

    GroupsView all(List<Roster> rosters, LocalDate day) {
        return new GroupsView(day.toString(), day.equals(today), query(day),
                rosters.stream().map(roster -> new GroupsView.Line(address(roster), roster.community().name(),
                        m.t("community.groups.schools", roster.schools().size()), parts(roster))).toList());
    }

    private String query(LocalDate day) {
        return day.equals(today) ? "" : "?on=" + day;
    }

    private static String address(Roster roster) {
        return "/groups/" + roster.community().id();
    }

    private List<Part> parts(Roster roster) {
        List<Part> parts = new ArrayList<>();
        for (Body body : List.of(Body.LEADING_GROUP, Body.LIAISONS, Body.GUIDANCE_GROUP)) {
            String clause = body == Body.LEADING_GROUP ? CLAUSE_LEADING : CLAUSE_GUIDANCE;
            int wrong = (int) roster.findings(body).stream().filter(finding -> !finding.rule().usual()).count();
            boolean none = roster.of(body).isEmpty();
            String state = wrong > 0 ? "late" : none ? "todo" : "done";
            String word = wrong == 0
                    ? m.t(none ? "community.groups.none" : "community.groups.whole")
                    : none ? m.t("community.groups.none") : m.t("community.groups.lacking", wrong);
            parts.add(new Part(m.t("community.body." + body), clause, ClauseAddress.of(clause), state, word,
                    detail(roster, body)));
        }
        return parts;
    }

    private String detail(Roster roster, Body body) {
        return switch (body) {
            case LEADING_GROUP -> m.t("community.groups.leading", roster.of(body).size());
            case LIAISONS -> m.t("community.groups.liaisons", roster.of(body).size());
            case GUIDANCE_GROUP -> m.t("community.groups.guidance",
                    (int) roster.subjects().stream().filter(subject -> roster.leader(subject).isPresent()).count(),
                    roster.subjects().size());
        };
    }

    GroupView one(Roster roster, Former former) {
        return new GroupView(roster.community().key(), roster.community().name(), roster.day().toString(),
                roster.day().equals(today), query(roster.day()), roster.yardstick().judged(), parts(roster),
                roster.of(Body.LEADING_GROUP).stream().map(seat -> sitting(roster, seat)).toList(),
                form(roster, Body.LEADING_GROUP, Office.MEMBER, null, null),
                roster.of(Body.LIAISONS).stream().map(seat -> sitting(roster, seat)).toList(),
                form(roster, Body.LIAISONS, Office.MEMBER, null, null), matrix(roster),
                roster.exceptions().stream().map(few -> freed(roster, few)).toList(),
                mayExcept(roster) ? address(roster) + "/exceptions/new" : null, said(roster, false),
                said(roster, true), former.seats().stream().map(seat -> former(roster, seat, former)).toList());
    }

    private boolean over(Roster roster) {
        return roster.day().isBefore(today);
    }

    private boolean mayExcept(Roster roster) {
        return !over(roster) && GroupRules.mayExcept(actor, roster);
    }

    private List<String> said(Roster roster, boolean usual) {
        return roster.findings().stream().filter(finding -> finding.rule().usual() == usual)
                .map(finding -> say(roster, finding)).toList();
    }

    private String say(Roster roster, GroupFinding finding) {
        String subject = finding.subject() == null ? "" : finding.subject();
        String school = roster.school(finding.school()).map(School::name).orElse("");
        return m.t("community.finding." + finding.rule(), subject, school, roster.name(finding.person()),
                finding.count());
    }

    private String office(Seat seat) {
        return m.t("community.office." + seat.body() + "." + seat.office());
    }

    private String since(Seat seat) {
        String days = Days.span(seat.from(), seat.to(), m);
        return seat.document() == null ? days : m.t("community.seat.by", days, seat.document());
    }

    private Sitting sitting(Roster roster, Seat seat) {
        Somebody person = roster.people().get(seat.person());
        String school = roster.school(seat.school()).map(School::name).orElse("");
        String rank = person == null
                ? ""
                : seat.body() == Body.LIAISONS
                        ? m.t("community.researchers")
                        : m.t("community.rank." + person.rank());
        boolean may = !over(roster)
                && GroupRules.maySeat(actor, roster, seat.body(), seat.office(), seat.subject(), seat.school());
        return new Sitting(seat.id().toString(), office(seat), roster.name(seat.person()),
                school.isEmpty() ? rank : m.t("community.seat.where", school, rank), since(seat),
                may ? address(roster) + "/seats/" + seat.id() + "/end" : null);
    }

    private Sitting former(Roster roster, Seat seat, Former former) {
        Somebody person = former.people().get(seat.person());
        String body = seat.subject() == null
                ? m.t("community.body." + seat.body())
                : m.t("community.group.of", seat.subject());
        return new Sitting(seat.id().toString(), office(seat), person == null ? "" : person.name(),
                roster.school(seat.school()).map(school -> m.t("community.seat.where", body, school.name()))
                        .orElse(body),
                since(seat), null);
    }

    /** The address of the form, or null for who may not. */
    private @Nullable String form(Roster roster, Body body, Office office, @Nullable String subject,
            @Nullable UUID school) {
        if (over(roster) || !GroupRules.maySeat(actor, roster, body, office, subject, school)) {
            return null;
        }
        UriComponentsBuilder to = UriComponentsBuilder.fromPath(address(roster) + "/seats/new").queryParam("body", body)
                .queryParam("office", office);
        if (school != null) {
            to.queryParam("school", school);
        }
        return subject == null
                ? to.toUriString()
                : to.queryParam("subject", "{subject}").encode().buildAndExpand(subject).toUriString();
    }

    private Matrix matrix(Roster roster) {
        List<Head> heads = roster.subjects().stream().map(subject -> head(roster, subject)).toList();
        List<Row> rows = new ArrayList<>();
        int filled = 0;
        int asked = 0;
        for (School school : roster.schools()) {
            List<Cell> cells = roster.subjects().stream().map(subject -> cell(roster, school, subject)).toList();
            filled += (int) cells.stream().filter(cell -> !cell.people().isEmpty()).count();
            asked += (int) cells.stream().filter(cell -> !cell.state().equals("waived")).count();
            rows.add(new Row(school.name(), school.equals(roster.lead()), cells));
        }
        if (roster.of(Body.GUIDANCE_GROUP).stream().anyMatch(seat -> isElsewhere(roster, seat))) {
            rows.add(new Row(m.t("community.matrix.elsewhere"), false,
                    roster.subjects().stream().map(subject -> elsewhere(roster, subject)).toList()));
        }
        return new Matrix(heads, rows, filled, asked);
    }

    private Head head(Roster roster, String subject) {
        Seat leader = roster.leader(subject).orElse(null);
        String appoint = form(roster, Body.GUIDANCE_GROUP, Office.HEAD, subject, null);
        String label = m.t("community.leader.appoint.for", subject);
        if (leader == null) {
            boolean free = roster.free(subject);
            return new Head(subject, m.t(free ? "community.cell.free" : "community.leader.none"), "",
                    free ? "waived" : "late", appoint, label, null);
        }
        String by = roster.name(leader.appointedBy());
        String document = leader.document();
        boolean whole = !by.isEmpty() && document != null;
        return new Head(subject, roster.name(leader.person()),
                whole
                        ? m.t("community.leader.appointed", by, leader.from(), document)
                        : m.t("community.leader.unappointed"),
                whole ? "done" : "late", appoint, label, sitting(roster, leader));
    }

    private Cell cell(Roster roster, School school, String subject) {
        List<Sitting> people = roster.group(subject).stream().filter(seat -> school.id().equals(seat.school()))
                .map(seat -> sitting(roster, seat)).toList();
        boolean free = roster.exception(subject, school.id()).isPresent() || !roster.yardstick().everySubject();
        String add = people.isEmpty() ? form(roster, Body.GUIDANCE_GROUP, Office.MEMBER, subject, school.id()) : null;
        return new Cell(people.isEmpty() ? free ? "waived" : "late" : "done", people,
                m.t(free ? "community.cell.free" : "community.cell.none"), add,
                m.t("community.cell.add", school.name(), subject));
    }

    private static boolean isElsewhere(Roster roster, Seat seat) {
        return roster.school(seat.school()).isEmpty();
    }

    /** Who sits for a school that has left the community: in no row of a school, and still to be ended by somebody. */
    private Cell elsewhere(Roster roster, String subject) {
        List<Sitting> people = roster.group(subject).stream().filter(seat -> isElsewhere(roster, seat))
                .map(seat -> sitting(roster, seat)).toList();
        return new Cell(people.isEmpty() ? "todo" : "late", people, m.t("community.cell.nobody"), null, "");
    }

    private Freed freed(Roster roster, FewTeachers few) {
        String where = few.school() == null
                ? m.t("community.few.all")
                : roster.school(few.school()).map(School::name).orElse("");
        return new Freed(few.id().toString(), m.t("community.seat.where", few.subject(), where), few.reason(),
                m.t("community.few.decided", few.decidedBy(), Days.span(few.from(), few.to(), m), few.document()),
                mayExcept(roster) ? address(roster) + "/exceptions/" + few.id() + "/end" : null);
    }
}
