package org.jiaogongti.platform.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Invitee.Way;
import org.jiaogongti.platform.activity.OccasionNews.Waiting;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Words;
import org.jiaogongti.platform.activity.store.InviteeStore;
import org.jiaogongti.platform.activity.store.LifeStore;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.activity.store.OccasionStore;
import org.jiaogongti.platform.reminder.News;
import org.jiaogongti.platform.reminder.Stage;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what became of occasions before: with {@link History}, which has put the occasions in. */
@Service
public class OccasionLives {

    private final InviteeStore invitees;
    private final LifeStore store;
    private final OccasionStore occasions;
    private final OccasionReadings readings;
    private final DistrictGround grounds;
    private final News news;
    private final Ids ids;

    OccasionLives(InviteeStore invitees, LifeStore store, OccasionStore occasions, OccasionReadings readings,
            DistrictGround grounds, News news, Ids ids) {
        this.news = news;
        this.invitees = invitees;
        this.store = store;
        this.occasions = occasions;
        this.readings = readings;
        this.grounds = grounds;
        this.ids = ids;
    }

    /** Who did something, and when. */
    public record By(UUID actor, String name, LocalDate on, Instant at) {}

    /**
     * Somebody who came onto the list.
     *
     * @param school for which they came, or null for a researcher
     * @param left who took them off it again, or null
     */
    public record Came(UUID person, @Nullable UUID school, Way way, By by, @Nullable By left) {}

    /** It went from one day or place to another. */
    public record Shift(Moved.Spot from, Moved.Spot to, String reason, By by) {}

    /**
     * What became of one occasion.
     *
     * @param came in the order of coming
     * @param announcements oldest first
     * @param minutes oldest first
     * @param closed who settled the minutes, or null
     */
    public record Life(UUID occasion, List<Came> came, List<Announcement> announcements, List<Shift> shifts,
            List<Minute> minutes, @Nullable By closed) {

        public Life {
            came = List.copyOf(came);
            announcements = List.copyOf(announcements);
            shifts = List.copyOf(shifts);
            minutes = List.copyOf(minutes);
        }

        /** One of which only is known who was expected. */
        public Life(UUID occasion, List<Came> came) {
            this(occasion, came, List.of(), List.of(), List.of(), null);
        }
    }

    /** Lists come in one statement, the rest occasion by occasion. */
    @Transactional
    public void takeOver(Collection<Life> lives) {
        List<InviteeStore.Came> came = new ArrayList<>();
        for (Life life : lives) {
            life.came().forEach(each -> came.add(new InviteeStore.Came(
                    new InviteeStore.Row(life.occasion(), each.person(), each.school(), each.way()), by(each.by()),
                    each.left() == null ? null : by(each.left()))));
            life.announcements().forEach(each -> {
                store.announce(life.occasion(), each);
                step(life.occasion(), each.holds() ? Step.What.ANNOUNCED : Step.What.UNANNOUNCED, each.words(),
                        new By(each.actor(), each.actorName(), each.on(), each.at()));
            });
            life.shifts().forEach(shift -> store.move(
                    step(life.occasion(), Step.What.MOVED, shift.reason(), shift.by()), life.occasion(), shift.from(),
                    shift.to()));
            life.minutes().forEach(minute -> {
                store.write(life.occasion(), minute);
                step(life.occasion(), Step.What.MINUTED, minute.correction(),
                        new By(minute.author(), minute.authorName(), minute.on(), minute.at()));
            });
            By closed = life.closed();
            if (closed != null) {
                step(life.occasion(), Step.What.CLOSED, "", closed);
            }
        }
        invitees.put(came);
        find(lives.stream().filter(life -> !life.minutes().isEmpty()).toList());
    }

    /**
     * What those on the lists would have been told since a moment: of each occasion that is still to come the last thing. Each
     * has been taken over.
     */
    @Transactional
    public void tell(Actor by, Collection<Life> lives, Instant since) {
        Ground ground = grounds.now();
        List<UUID> ids = lives.stream().map(Life::occasion).toList();
        Map<UUID, List<Step>> steps = readings.steps(ids);
        Map<UUID, Occasion> found = readings.all(ids).stream().collect(Collectors.toMap(Occasion::id, each -> each));
        lives.forEach(life -> Optional.ofNullable(found.get(life.occasion()))
                .filter(occasion -> !occasion.said().date().isBefore(ground.today()))
                .ifPresent(occasion -> tell(by, life, occasion, ground, since,
                        steps.getOrDefault(occasion.id(), List.of()))));
    }

    private void tell(Actor by, Life life, Occasion occasion, Ground ground, Instant since, List<Step> steps) {
        List<Came> there = life.came().stream().filter(each -> each.left() == null).toList();
        Set<UUID> people = there.stream().map(Came::person).collect(Collectors.toSet());
        Optional<Step> cancelled = steps.stream().filter(step -> step.what() == Step.What.CANCELLED).findFirst();
        if (cancelled.isPresent()) {
            since(since, cancelled.get().at(), at -> news.tell(by,
                    OccasionNews.item(occasion, ground, Stage.Kind.CALLED_OFF, null, cancelled.get().words()), people,
                    at));
        } else if (!life.shifts().isEmpty()) {
            Shift shift = life.shifts().getLast();
            since(since, shift.by().at(), at -> news.tell(by, OccasionNews.item(occasion, ground, Stage.Kind.MOVED,
                    shift.from().day(), shift.reason()), people, at));
        } else {
            there.stream().filter(each -> each.way() == Way.INVITED).forEach(each -> since(since, each.by().at(),
                    at -> news.tell(by, OccasionNews.item(occasion, ground, Stage.Kind.INVITED, null, ""),
                            Set.of(each.person()), at)));
            movedUp(by, life, occasion, ground, since);
        }
    }

    private void movedUp(Actor by, Life life, Occasion occasion, Ground ground, Instant since) {
        Announcement terms = life.announcements().isEmpty() ? null : life.announcements().getLast();
        Waiting now = Waiting.of(rows(life, each -> each.left() == null), terms);
        Set<UUID> up = new HashSet<>(Waiting.of(rows(life, _ -> true), terms).people());
        up.retainAll(now.placed());
        life.came().stream().map(Came::left).filter(Objects::nonNull).map(By::at).max(Comparator.naturalOrder())
                .ifPresent(last -> since(since, last, at -> news.tell(by,
                        OccasionNews.item(occasion, ground, Stage.Kind.PLACED, null, ""), up, at)));
    }

    private static List<InviteeStore.Row> rows(Life life, Predicate<Came> of) {
        return life.came().stream().filter(of)
                .map(each -> new InviteeStore.Row(life.occasion(), each.person(), each.school(), each.way())).toList();
    }

    private static void since(Instant since, Instant at, Consumer<Instant> tell) {
        if (!at.isBefore(since)) {
            tell.accept(at);
        }
    }

    private UUID step(UUID occasion, Step.What what, String words, By by) {
        UUID id = ids.next();
        occasions.step(Scope.required().code(), id, occasion,
                new Step(what, null, words, by.actor(), by.name(), by.on(), by.at()));
        return id;
    }

    /** Lets a search find them by their minutes. */
    private void find(List<Life> written) {
        Ground ground = grounds.now();
        List<Occasion> found = readings.all(written.stream().map(Life::occasion).toList());
        for (Life life : written) {
            found.stream().filter(occasion -> occasion.id().equals(life.occasion())).forEach(occasion -> store.find(
                    Scope.required().code(), occasion.id(), occasion.said(),
                    Words.of(occasion.said(), ground) + " " + life.minutes().getLast().text()));
        }
    }

    private static InviteeStore.By by(By by) {
        return new InviteeStore.By(by.actor(), by.on(), by.at());
    }
}
