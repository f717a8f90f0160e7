package org.jiaogongti.platform.community.model;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.community.Body;
import org.jiaogongti.platform.community.GroupFinding;
import org.jiaogongti.platform.community.GroupFinding.Rule;
import org.jiaogongti.platform.community.Office;
import org.jiaogongti.platform.community.Personnel.Somebody;
import org.jiaogongti.platform.community.Roster;
import org.jiaogongti.platform.community.Seat;
import org.jiaogongti.platform.school.School;
import org.jspecify.annotations.Nullable;

/**
 * Who must sit where. 五(一): 由牵头校校长任组长，牵头校业务副校长和成员校校长任副组长，各学校其他相关领导为成员. 三(一)5: 每个共同体配置2-3名蹲点教研员作为业务管理联络人;
 * 指导组成员各校不少于一名，组长一般由名优骨干教师担任，由教研员指派.
 */
public final class MakeUp {

    private final Roster roster;
    private final List<GroupFinding> found = new ArrayList<>();

    private MakeUp(Roster roster) {
        this.roster = roster;
    }

    /** What is not as the notice asks, by its order. */
    public static List<GroupFinding> check(Roster roster) {
        MakeUp check = new MakeUp(roster);
        if (roster.yardstick().judged()) {
            check.liaisons();
            check.guidance();
        }
        check.leading();
        return List.copyOf(check.found);
    }

    private void liaisons() {
        List<Seat> seats = roster.of(Body.LIAISONS);
        if (seats.isEmpty()) {
            find(Rule.LIAISONS_NONE, null, null, null, 0);
        } else if (seats.size() < roster.yardstick().liaisons().least()) {
            find(Rule.LIAISONS_TOO_FEW, null, null, null, seats.size());
        } else if (seats.size() > roster.yardstick().liaisons().most()) {
            find(Rule.LIAISONS_TOO_MANY, null, null, null, seats.size());
        }
        seats.stream().filter(seat -> !isResearcher(seat.person()))
                .forEach(seat -> find(Rule.LIAISON_NO_RESEARCHER, null, null, seat.person(), 0));
    }

    private void guidance() {
        for (String subject : roster.subjects()) {
            List<Seat> seats = roster.group(subject);
            if (seats.isEmpty()) {
                if (!roster.free(subject)) {
                    find(Rule.GROUP_MISSING, subject, null, null, 0);
                }
                continue;
            }
            leader(subject);
            seats.stream().filter(seat -> roster.school(seat.school()).isEmpty())
                    .forEach(seat -> find(Rule.MEMBER_FROM_ELSEWHERE, subject, null, seat.person(), 0));
            if (roster.yardstick().everySubject()) {
                roster.schools().stream()
                        .filter(school -> !sits(seats, school) && roster.exception(subject, school.id()).isEmpty())
                        .forEach(school -> find(Rule.SCHOOL_WITHOUT_MEMBER, subject, school.id(), null, 0));
            }
        }
        if (!roster.yardstick().everySubject()) {
            List<Seat> all = roster.of(Body.GUIDANCE_GROUP);
            roster.schools().stream().filter(school -> !sits(all, school))
                    .forEach(school -> find(Rule.SCHOOL_WITHOUT_ANY_MEMBER, null, school.id(), null, 0));
        }
    }

    private void leader(String subject) {
        Seat leader = roster.leader(subject).orElse(null);
        if (leader == null) {
            find(Rule.LEADER_MISSING, subject, null, null, 0);
            return;
        }
        UUID by = leader.appointedBy();
        if (by == null || !isResearcher(by) || leader.document() == null) {
            find(Rule.LEADER_NOT_APPOINTED, subject, null, leader.person(), 0);
        }
        if (rank(leader) != Rank.BACKBONE) {
            find(Rule.LEADER_NO_BACKBONE, subject, null, leader.person(), 0);
        }
    }

    private void leading() {
        List<Seat> seats = roster.of(Body.LEADING_GROUP);
        if (seats.isEmpty()) {
            find(Rule.LEADING_NONE, null, null, null, 0);
            return;
        }
        seats.stream().filter(seat -> roster.school(seat.school()).isEmpty())
                .forEach(seat -> find(Rule.LEADING_FROM_ELSEWHERE, null, null, seat.person(), 0));
        head(seats);
        deputies(seats.stream().filter(seat -> seat.office() == Office.DEPUTY).toList());
        members(seats.stream().filter(seat -> seat.office() == Office.MEMBER).toList());
    }

    private void head(List<Seat> seats) {
        Seat head = seats.stream().filter(seat -> seat.office() == Office.HEAD).findFirst().orElse(null);
        if (head == null) {
            find(Rule.HEAD_MISSING, null, null, null, 0);
        } else if (!isLead(head.school()) || rank(head) != Rank.PRINCIPAL) {
            find(Rule.HEAD_NOT_LEAD_PRINCIPAL, null, null, head.person(), 0);
        }
    }

    private void deputies(List<Seat> deputies) {
        if (deputies.stream().noneMatch(this::isLeadVice)) {
            find(Rule.LEAD_VICE_MISSING, null, roster.lead() == null ? null : roster.lead().id(), null, 0);
        }
        for (School member : roster.members()) {
            if (deputies.stream()
                    .noneMatch(seat -> member.id().equals(seat.school()) && rank(seat) == Rank.PRINCIPAL)) {
                find(Rule.MEMBER_PRINCIPAL_MISSING, null, member.id(), null, 0);
            }
        }
        deputies.stream().filter(seat -> roster.school(seat.school()).isPresent())
                .filter(seat -> !isLeadVice(seat) && (isLead(seat.school()) || rank(seat) != Rank.PRINCIPAL))
                .forEach(seat -> find(Rule.DEPUTY_OUT_OF_PLACE, null, seat.school(), seat.person(), 0));
    }

    private void members(List<Seat> members) {
        for (School school : roster.schools()) {
            if (!sits(members, school)) {
                find(Rule.SCHOOL_WITHOUT_LEADER, null, school.id(), null, 0);
            }
        }
        members.stream().filter(seat -> rank(seat) == Rank.TEACHER || rank(seat) == Rank.BACKBONE)
                .forEach(seat -> find(Rule.MEMBER_NO_LEADER, null, seat.school(), seat.person(), 0));
    }

    private static boolean sits(List<Seat> seats, School school) {
        return seats.stream().anyMatch(seat -> school.id().equals(seat.school()));
    }

    /** The notice says 业务副校长; which of several vice-principals is for teaching, nobody records. */
    private boolean isLeadVice(Seat seat) {
        return isLead(seat.school()) && rank(seat) == Rank.VICE_PRINCIPAL;
    }

    private boolean isLead(@Nullable UUID school) {
        return roster.lead() != null && roster.lead().id().equals(school);
    }

    private boolean isResearcher(UUID person) {
        Somebody known = roster.people().get(person);
        return known != null && known.researcher();
    }

    private Rank rank(Seat seat) {
        Somebody known = roster.people().get(seat.person());
        return known == null ? Rank.TEACHER : known.rank();
    }

    private void find(Rule rule, @Nullable String subject, @Nullable UUID school, @Nullable UUID person, int count) {
        found.add(new GroupFinding(rule, subject, school, person, count));
    }
}
