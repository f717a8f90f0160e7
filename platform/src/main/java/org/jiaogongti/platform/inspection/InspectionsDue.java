package org.jiaogongti.platform.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.inspection.model.Reach;
import org.jiaogongti.platform.inspection.store.FindingStore;
import org.jiaogongti.platform.inspection.store.ProceedingStore;
import org.jiaogongti.platform.reminder.Due;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Findings that are to be put right or looked at again, and proceedings in which the next word is due. A school's office is told
 * first, then its head, then the bureau; an inspector first, then the bureau's leader.
 */
@Component
@Transactional(readOnly = true)
class InspectionsDue implements Due.Source {

    static final String KIND = "inspection";
    /** What is late for longer than this is a matter for accountability and no reminder any more. */
    private static final int STILL_DAYS = 120;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final FindingStore findings;
    private final ProceedingStore proceedings;
    private final InspectionGround around;
    private final MessageBook book;

    InspectionsDue(FindingStore findings, ProceedingStore proceedings, InspectionGround around, MessageBook book) {
        this.findings = findings;
        this.proceedings = proceedings;
        this.around = around;
        this.book = book;
    }

    /** What has to be done; the name is part of the sort's code and of its message key. */
    private enum Turn {
        RECTIFY, RECHECK, RULE, REPLY, DECIDE, APPEAL
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Due.Sort> sorts() {
        Messages m = book.in(Language.ZH);
        return List.of(Turn.values()).stream().map(turn -> sort(turn, m)).toList();
    }

    private static Due.Sort sort(Turn turn, Messages m) {
        return new Due.Sort("inspection-" + turn, m.t("inspection.due." + turn));
    }

    @Override
    public List<Due> open(LocalDate today, LocalDate until) {
        LocalDate since = today.minusDays(STILL_DAYS);
        return due(findings.waiting(since, until), proceedings.waiting(since, until), today);
    }

    @Override
    public List<Due> open(LocalDate today, Collection<String> ids) {
        List<UUID> known = ids.stream().filter(id -> ID.matcher(id).matches()).map(UUID::fromString).toList();
        return known.isEmpty()
                ? List.of()
                : due(findings.all(known).stream().filter(each -> each.state().open()).toList(),
                        proceedings.all(known).stream().filter(each -> each.state().running()).toList(), today);
    }

    @Override
    public boolean mayPress(Actor actor, String id) {
        if (!ID.matcher(id).matches()) {
            return false;
        }
        Reach reach = new Reach(actor);
        UUID known = UUID.fromString(id);
        return reach.district() || findings.find(known).filter(each -> reach.answers(each.school())).isPresent()
                || proceedings.find(known).filter(each -> reach.answers(each.school())).isPresent();
    }

    private List<Due> due(List<Finding> open, List<Proceeding> running, LocalDate today) {
        if (open.isEmpty() && running.isEmpty()) {
            return List.of();
        }
        Messages m = book.in(Language.ZH);
        Map<UUID, String> schools = around.schoolNames();
        List<Due> due = new ArrayList<>();
        open.forEach(finding -> due.add(due(finding.id(), turn(finding), m,
                m.t("inspection.due.finding." + turn(finding), schools.getOrDefault(finding.school(), ""),
                        finding.words()),
                "/inspections/findings/" + finding.id(), finding.deadline(), finding.school())));
        for (Proceeding each : running) {
            LocalDate day = each.due();
            if (day != null && !over(each, day, today)) {
                Turn turn = turn(each, day.isBefore(today));
                due.add(due(each.id(), turn, m,
                        m.t("inspection.due.proceeding." + turn, schools.getOrDefault(each.school(), "")),
                        "/inspections/proceedings/" + each.id(), day, each.school()));
            }
        }
        return due;
    }

    private static Due due(UUID id, Turn turn, Messages m, String title, String path, LocalDate day, UUID school) {
        return new Due(new Due.Matter(KIND, id.toString()), sort(turn, m), title, path, day, ladder(turn, school));
    }

    private static Turn turn(Finding finding) {
        return switch (finding.state()) {
            case OPEN, CLOSED, WITHDRAWN -> Turn.RECTIFY;
            case RECTIFIED -> Turn.RECHECK;
            case DISPUTED -> Turn.RULE;
        };
    }

    /** An appeal is a right: when its time is over nobody is late. */
    private static boolean over(Proceeding proceeding, LocalDate day, LocalDate today) {
        return proceeding.state() == Proceeding.State.DECIDED && day.isBefore(today);
    }

    /** When the time to reply is over, it is the deciders' turn. */
    private static Turn turn(Proceeding proceeding, boolean late) {
        return switch (proceeding.state()) {
            case NOTICED -> late ? Turn.DECIDE : Turn.REPLY;
            case DECIDED -> Turn.APPEAL;
            case HEARD, APPEALED, FINAL, REVOKED, DROPPED, WITHDRAWN -> Turn.DECIDE;
        };
    }

    private static List<Due.Party> ladder(Turn turn, UUID school) {
        Due.Party office = Due.Party.of(Posting.atSchool(Role.SCHOOL_CLERK, school));
        Due.Party head = Due.Party.of(Posting.atSchool(Role.PRINCIPAL, school));
        Due.Party inspector = Due.Party.of(Posting.inDistrict(Role.INSPECTOR));
        Due.Party clerk = Due.Party.of(Posting.inDistrict(Role.BUREAU_CLERK));
        Due.Party deciders = new Due.Party(null, Set.of(Posting.inDistrict(Role.BUREAU_LEADER),
                Posting.inDistrict(Role.BUREAU_ADMIN)), Set.of());
        return switch (turn) {
            case RECTIFY -> List.of(office, head, inspector, clerk);
            case RECHECK -> List.of(inspector, clerk, deciders);
            case RULE, DECIDE -> List.of(deciders);
            case REPLY, APPEAL -> List.of(head);
        };
    }
}
