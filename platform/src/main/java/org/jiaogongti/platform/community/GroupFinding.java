package org.jiaogongti.platform.community;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something the notice asks of a community's groups and that is not so.
 *
 * @param school the school it is about, or null
 * @param person the person it is about, or null
 * @param count how many there are, where the rule counts
 */
public record GroupFinding(Rule rule, @Nullable String subject, @Nullable UUID school, @Nullable UUID person,
        int count) {

    /** What can be missing or out of place, by the notice's order. */
    public enum Rule {
        LIAISONS_NONE(Body.LIAISONS), LIAISONS_TOO_FEW(Body.LIAISONS), LIAISONS_TOO_MANY(
                Body.LIAISONS), LIAISON_NO_RESEARCHER(
                        Body.LIAISONS), GROUP_MISSING(Body.GUIDANCE_GROUP), LEADER_MISSING(
                                Body.GUIDANCE_GROUP), LEADER_NOT_APPOINTED(
                                        Body.GUIDANCE_GROUP), LEADER_NO_BACKBONE(Body.GUIDANCE_GROUP,
                                                true), SCHOOL_WITHOUT_MEMBER(
                                                        Body.GUIDANCE_GROUP), SCHOOL_WITHOUT_ANY_MEMBER(
                                                                Body.GUIDANCE_GROUP), MEMBER_FROM_ELSEWHERE(
                                                                        Body.GUIDANCE_GROUP), LEADING_NONE(
                                                                                Body.LEADING_GROUP), HEAD_MISSING(
                                                                                        Body.LEADING_GROUP), HEAD_NOT_LEAD_PRINCIPAL(
                                                                                                Body.LEADING_GROUP), LEAD_VICE_MISSING(
                                                                                                        Body.LEADING_GROUP), MEMBER_PRINCIPAL_MISSING(
                                                                                                                Body.LEADING_GROUP), DEPUTY_OUT_OF_PLACE(
                                                                                                                        Body.LEADING_GROUP), SCHOOL_WITHOUT_LEADER(
                                                                                                                                Body.LEADING_GROUP), MEMBER_NO_LEADER(
                                                                                                                                        Body.LEADING_GROUP), LEADING_FROM_ELSEWHERE(
                                                                                                                                                Body.LEADING_GROUP);

        private final Body body;
        private final boolean usual;

        Rule(Body body) {
            this(body, false);
        }

        Rule(Body body, boolean usual) {
            this.body = body;
            this.usual = usual;
        }

        public Body body() {
            return body;
        }

        /** Whether the notice says 一般: said as a hint, never as a failure. */
        public boolean usual() {
            return usual;
        }
    }
}
