package org.jiaogongti.platform.advice;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.LinkSecret;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.activity.OccasionBriefs;
import org.jiaogongti.platform.advice.Ground.Places;
import org.jiaogongti.platform.advice.store.AdviserStore;
import org.jiaogongti.platform.advice.store.LinkStore;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One-time links: made by whoever invites, each for one purpose and some days, and revoked at any time. */
@Service
@Transactional
public class AdviserLinks {

    private static final String KIND = "adviser-link";

    private final LinkStore store;
    private final AdviserStore advisers;
    private final OccasionBriefs occasions;
    private final Ground ground;

    AdviserLinks(LinkStore store, AdviserStore advisers, OccasionBriefs occasions, Ground ground) {
        this.store = store;
        this.advisers = advisers;
        this.occasions = occasions;
        this.ground = ground;
    }

    /** What came of making a link. */
    public sealed interface Made {

        /** The secret is in this one answer and nowhere else. */
        record Link(InvitationLink link, LinkSecret secret) implements Made {}

        /** A no, as a message key. */
        record Refused(String key) implements Made {}
    }

    private Adviser invited(Actor actor, UUID id) {
        Places places = ground.places();
        return advisers.find(id).filter(adviser -> places.rights(actor).invites(adviser.community()))
                .orElseThrow(() -> new Absent(Advisers.KIND, id));
    }

    /**
     * Makes a link.
     *
     * @param occasion what it opens, or null for what became of the adviser's recommendations
     * @param last the last day, or null for some days after the occasion
     */
    public Made make(Actor actor, UUID id, @Nullable UUID occasion, @Nullable LocalDate last) {
        Adviser adviser = invited(actor, id);
        LocalDate today = ground.today();
        LocalDate held = today;
        if (occasion != null) {
            OccasionBrief brief = occasions.find(actor, occasion)
                    .filter(found -> found.community().equals(adviser.community()))
                    .orElseThrow(() -> new Absent("occasion", occasion));
            held = brief.date().isAfter(today) ? brief.date() : today;
        }
        LocalDate until = last == null ? held.plusDays(InvitationLink.DAYS_AFTER) : last;
        if (until.isBefore(today) || until.isAfter(today.plusDays(InvitationLink.LONGEST_DAYS))) {
            return new Made.Refused("advice.link.refused.days");
        }
        if (!adviser.holdsOn(held)) {
            return new Made.Refused("advice.link.refused.over");
        }
        LinkSecret secret = LinkSecret.fresh(Scope.required());
        InvitationLink link = new InvitationLink(ground.ids().next(), id, occasion, until, actor.name(), today, null,
                false);
        store.insert(link, secret.hash());
        ground.journal().write(actor, "AdviserLinkMade", KIND, link.id(), Map.of("adviser", id.toString(), "opens",
                occasion == null ? "recommendations" : occasion.toString(), "last", until.toString()));
        return new Made.Link(link, secret);
    }

    /** Ends a link at once, also on the device that took it; a second time says the same as one that is not there. */
    public void revoke(Actor actor, UUID adviser, UUID link) {
        invited(actor, adviser);
        if (!store.revoke(adviser, link, ground.clock().now())) {
            throw new Absent(KIND, link);
        }
        ground.journal().write(actor, "AdviserLinkRevoked", KIND, link, Map.of("adviser", adviser.toString()));
    }

    /** What an invitation letter says. */
    public record Invitation(Adviser adviser, String community, InvitationLink link, @Nullable OccasionBrief occasion,
            LocalDate today) {}

    /** The letter to a link that was just made, by its secret; nobody can have it later. */
    @Transactional(readOnly = true)
    public Invitation invitation(Actor actor, UUID id, LinkSecret secret) {
        Adviser adviser = invited(actor, id);
        InvitationLink link = store.byToken(secret.hash())
                .filter(found -> found.adviser().equals(id) && found.opens(ground.today()))
                .orElseThrow(() -> new Absent(KIND, id));
        UUID occasion = link.occasion();
        return new Invitation(adviser, ground.places().community(adviser.community()), link,
                occasion == null ? null : occasions.find(actor, occasion).orElse(null), ground.today());
    }
}
