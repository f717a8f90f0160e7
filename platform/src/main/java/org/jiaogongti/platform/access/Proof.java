package org.jiaogongti.platform.access;

import java.time.Instant;

/** What a route asks of the person beyond the role: the permission table's last column. */
public enum Proof {

    /** Being signed in is enough. */
    SESSION,
    /** Deciding: on a remembered device the password is asked for again. */
    BY_HAND,
    /** Taking much away, or giving rights: asked for again everywhere, with a code from everybody of the district's offices. */
    ANEW,
    /** Adding a way to sign in: asked for again everywhere, with a code from whoever has a second factor; it may be their first. */
    WAY_IN;

    /** What is still missing for a request. */
    public enum Missing {
        NOTHING,
        /** A second factor must be set up first. */
        SECOND_FACTOR,
        /** The password, and the code where there is one. */
        PASSWORD
    }

    /** What the person must show before a row lets them through; their own pages stay open, or nobody could set anything up. */
    public static Missing missing(Permissions.Row row, Actors.Present who, Instant now) {
        SignedIn session = who.session();
        boolean always = who.actor().has(Role.BUREAU_ADMIN) && row.scope() != ScopeRule.OWN;
        boolean here = switch (row.proof()) {
            case SESSION, BY_HAND -> false;
            case ANEW -> who.secondFactor() || office(who.actor());
            case WAY_IN -> who.secondFactor();
        };
        if ((always || here) && !session.twice()) {
            return who.secondFactor() ? Missing.PASSWORD : Missing.SECOND_FACTOR;
        }
        boolean enough = switch (row.proof()) {
            case SESSION -> true;
            case BY_HAND -> session.device() == null || session.fresh(now);
            case ANEW, WAY_IN -> session.fresh(now);
        };
        return enough ? Missing.NOTHING : Missing.PASSWORD;
    }

    private static boolean office(Actor actor) {
        return actor.roles().stream().anyMatch(role -> role.reach() == Role.Reach.DISTRICT);
    }
}
