package org.jiaogongti.platform.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Actors;
import org.jiaogongti.platform.access.LinkSecret;
import org.jiaogongti.platform.access.Permissions;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.OccasionDays;
import org.jiaogongti.platform.activity.OccasionDays.Asked;
import org.jiaogongti.platform.activity.OccasionDays.Dated;
import org.jiaogongti.platform.activity.OccasionDays.Days;
import org.jiaogongti.platform.activity.Whose;
import org.jiaogongti.platform.agenda.AgendaQuery.Of;
import org.jiaogongti.platform.agenda.Owners.Owner;
import org.jiaogongti.platform.agenda.model.Span;
import org.jiaogongti.platform.agenda.store.FeedStore;
import org.jiaogongti.platform.agenda.store.FeedStore.Row;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calendars that programs fetch by a secret address: made and revoked by whoever they belong to, and never showing more than
 * that person may see at the moment of fetching.
 */
@Service
public class Feeds {

    /** How many somebody may have at a time. */
    public static final int MOST = 10;
    private static final String KIND = "feed";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int DAYS_BACK = 31;
    private static final int DAYS_AHEAD = 370;

    private final FeedStore store;
    private final Owners owners;
    private final OccasionDays days;
    private final Clashing clashing;
    private final Actors actors;
    private final Tools tools;

    Feeds(FeedStore store, Owners owners, OccasionDays days, Clashing clashing, Actors actors, Tools tools) {
        this.store = store;
        this.owners = owners;
        this.days = days;
        this.clashing = clashing;
        this.actors = actors;
        this.tools = tools;
    }

    /** What keeping secrets needs besides their table. */
    @org.springframework.stereotype.Component
    record Tools(Journal journal, Ids ids, BusinessClock clock) {}

    /**
     * A feed with the words for whose calendar it is.
     *
     * @param open whether its owner may still see that calendar
     */
    public record Named(Feed feed, String name, boolean own, boolean open) {}

    /** Somebody's feeds, the newest first. */
    @Transactional(readOnly = true)
    public List<Named> of(Actor actor) {
        List<Row> rows = store.of(actor.accountId());
        List<Named> named = new ArrayList<>();
        if (!rows.isEmpty()) {
            days.of(actor, choices -> {
                rows.forEach(row -> named.add(named(actor, row, choices)));
                return nothing(choices);
            }, 0);
        }
        return named;
    }

    private Named named(Actor actor, Row row, OccasionDays.Choices choices) {
        Feed feed = new Feed(row.id(), row.of(), local(row.made()), row.used() == null ? null : local(row.used()));
        Optional<Owner> owner = owners.find(actor, row.of(), choices);
        return new Named(feed, owner.map(Owner::name).orElse(""), owner.filter(Owner::own).isPresent(),
                owner.isPresent());
    }

    /** Where only the choices are of interest. */
    private static Asked nothing(OccasionDays.Choices choices) {
        return new Asked(new Whose.All(), "", new DateRange(choices.today(), choices.today()));
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, BusinessClock.ZONE);
    }

    /** Whose calendar a feed would be made for. Throws {@link Absent} where it is not for this person. */
    @Transactional(readOnly = true)
    public Named offer(Actor actor, Of asked) {
        Owner owner = owner(actor, asked);
        return new Named(new Feed(new UUID(0, 0), owner.of(), local(tools.clock().now()), null), owner.name(),
                owner.own(), true);
    }

    private Owner owner(Actor actor, Of asked) {
        List<Owner> owner = new ArrayList<>();
        days.of(actor, choices -> {
            owner.add(owners.find(actor, asked, choices).orElseThrow(() -> new Absent("agenda", asked)));
            return nothing(choices);
        }, 0);
        return owner.getFirst();
    }

    /** What came of making one. */
    public sealed interface Made {

        /** The secret is in this one answer and nowhere else. */
        record Shown(UUID id, LinkSecret secret) implements Made {}

        /** A no, as a message key. */
        record Refused(String key, int number) implements Made {}
    }

    /** Throws {@link Absent} for a calendar that is not for this person. */
    @Transactional
    public Made make(Actor actor, Of asked) {
        if (store.of(actor.accountId()).size() >= MOST) {
            return new Made.Refused("agenda.feed.refused.many", MOST);
        }
        Of of = owner(actor, asked).of();
        LinkSecret secret = LinkSecret.fresh(Scope.required());
        Row row = new Row(tools.ids().next(), actor.accountId(), of, tools.clock().now(), null);
        store.insert(row, secret.hash());
        tools.journal().write(actor, "FeedMade", KIND, row.id(), Map.of("of", of.toString()));
        return new Made.Shown(row.id(), secret);
    }

    /** Ends one at its next fetching; a second time says the same as one that is not there. */
    @Transactional
    public void revoke(Actor actor, UUID feed) {
        if (!store.revoke(actor.accountId(), feed, tools.clock().now())) {
            throw new Absent(KIND, feed);
        }
        tools.journal().write(actor, "FeedRevoked", KIND, feed, Map.of());
    }

    /**
     * What a program gets.
     *
     * @param times of those that say so; for all others it is the whole day
     * @param changes when each changed last
     */
    public record Fetched(UUID feed, String name, boolean own, String subject, List<Dated> occasions,
            Map<UUID, Span> times, Map<UUID, Instant> changes) {

        public Fetched {
            occasions = List.copyOf(occasions);
            times = Map.copyOf(times);
            changes = Map.copyOf(changes);
        }
    }

    /** Which feed a secret opens, whoever knows it; for limits, before anything is read for it. */
    @Transactional(readOnly = true)
    public Optional<UUID> known(LinkSecret secret) {
        return store.byHash(secret.hash()).map(Row::id);
    }

    /** Empty where the secret is unknown or revoked, its owner's account has ended, or they may no longer see that calendar. */
    @Transactional
    public Optional<Fetched> fetch(LinkSecret secret) {
        Optional<Row> row = store.byHash(secret.hash());
        Optional<Actor> actor = row.flatMap(known -> actors.ofEnabled(known.account())).filter(Feeds::mayLook);
        if (row.isEmpty() || actor.isEmpty()) {
            return Optional.empty();
        }
        Optional<Fetched> fetched = fetched(row.get(), actor.get());
        Instant now = tools.clock().now();
        Instant used = row.get().used();
        if (fetched.isPresent() && (used == null || used.plus(MINUTE).isBefore(now))) {
            store.used(row.get().id(), now);
        }
        return fetched;
    }

    /** Whoever has lost every role that opens the page has lost the feed as well. */
    private static boolean mayLook(Actor actor) {
        return Permissions.rowOf("GET", "/agenda").filter(row -> row.admits(true, actor.roles())).isPresent();
    }

    private Optional<Fetched> fetched(Row row, Actor actor) {
        List<Owner> owner = new ArrayList<>();
        Days found = days.of(actor, choices -> {
            owners.find(actor, row.of(), choices).ifPresent(owner::add);
            LocalDate today = choices.today();
            return owner.isEmpty()
                    ? nothing(choices)
                    : new Asked(owner.getFirst().whose(), row.of().subject(),
                            new DateRange(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD)));
        }, Agendas.MOST);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        List<UUID> ids = found.occasions().stream().map(Dated::id).toList();
        Map<UUID, Span> times = clashing.find(new Clashing.Asked(actor, found.choices().calendar(),
                found.choices().today(), found.occasions(), List.of(), List.of(), found::school)).times();
        return Optional.of(new Fetched(row.id(), owner.getFirst().name(), owner.getFirst().own(), row.of().subject(),
                found.occasions(), times, days.changes(ids)));
    }
}
