package org.jiaogongti.platform.community;

import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who may change a community's groups, as the notice gives it: the lead school forms the leading group, the bureau provides
 * the liaisons, the resident researcher appoints leaders, each school sends its members.
 */
public final class GroupRules {

    private GroupRules() {}

    /**
     * Whether somebody may give or end a seat.
     *
     * @param roster of today, whatever day the seat is about: who led years ago leads no more
     * @param subject of a guidance group, else null
     * @param school for which the person sits, null for liaisons
     */
    public static boolean maySeat(Actor actor, Roster roster, Body body, Office office, @Nullable String subject,
            @Nullable UUID school) {
        boolean bureau = actor.has(Role.BUREAU_ADMIN, Role.BUREAU_CLERK);
        return switch (body) {
            case LIAISONS -> bureau;
            case LEADING_GROUP -> bureau || leads(actor, roster);
            case GUIDANCE_GROUP -> office == Office.HEAD
                    ? isResearcher(actor, roster)
                    : bureau || leads(actor, roster) || convenes(actor, roster, subject)
                            || sends(actor, roster, school);
        };
    }

    /** 专任教师数偏少: decided by the community's researcher or the bureau. */
    public static boolean mayExcept(Actor actor, Roster roster) {
        return actor.has(Role.BUREAU_ADMIN) || isResearcher(actor, roster);
    }

    private static boolean isResearcher(Actor actor, Roster roster) {
        return actor.communities(Role.RESEARCHER).contains(roster.community().id());
    }

    private static boolean leads(Actor actor, Roster roster) {
        return roster.lead() != null && actor.schools(Role.PRINCIPAL).contains(roster.lead().id());
    }

    private static boolean sends(Actor actor, Roster roster, @Nullable UUID school) {
        return school != null && actor.schools(Role.PRINCIPAL).contains(school) && roster.school(school).isPresent();
    }

    private static boolean convenes(Actor actor, Roster roster, @Nullable String subject) {
        return subject != null && actor.postings().stream().anyMatch(posting -> posting.role() == Role.CONVENOR
                && roster.community().id().equals(posting.communityId()) && subject.equals(posting.subject()));
    }
}
