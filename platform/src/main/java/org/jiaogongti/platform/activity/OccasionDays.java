package org.jiaogongti.platform.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.SchoolHomes.Findable;
import org.jiaogongti.platform.activity.Invitee.Way;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.store.DayListing;
import org.jiaogongti.platform.activity.store.OccasionListing.View;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Occasions by their days, for calendars. */
@Service
@Transactional(readOnly = true)
public class OccasionDays {

    private final DayListing listing;
    private final Expecting expecting;
    private final DistrictGround grounds;

    OccasionDays(DayListing listing, Expecting expecting, DistrictGround grounds) {
        this.expecting = expecting;
        this.listing = listing;
        this.grounds = grounds;
    }

    /**
     * An occasion with the words a calendar needs.
     *
     * @param title what is done first of all, its subject and topic
     * @param kinds all that is done
     * @param place the host's short name and, after it, its campus; the side's own where no host is named
     * @param side short name of the school whose record it is
     * @param readable whether the asking person may open it
     * @param seat how the person whose calendar it is stands on its list, or null
     * @param moved the last time it went to another day or place, or null
     */
    public record Dated(Occasion occasion, String title, String kinds, String place, String side, boolean readable,
            @Nullable Seat seat, @Nullable Moved moved) {

        private Dated with(@Nullable Seat its, @Nullable Moved last) {
            return new Dated(occasion, title, kinds, place, side, readable, its, last);
        }

        public UUID id() {
            return occasion.id();
        }

        public LocalDate day() {
            return occasion.said().date();
        }

        public String path() {
            return "/activities/" + occasion.id();
        }
    }

    /**
     * How somebody stands on the list of an occasion.
     *
     * @param waiting 0 for who has a place, else the place in the queue
     * @param changes how often that may have changed; only grows
     * @param changed when it may have changed last
     */
    public record Seat(Way way, int waiting, int changes, Instant changed) {

        public boolean hasPlace() {
            return waiting == 0;
        }
    }

    /**
     * What somebody may choose from.
     *
     * @param schools those whose occasions the person may read in part or whole
     * @param communities those whose records the person may read
     */
    public record Choices(LocalDate today, SchoolCalendar calendar, List<Findable> schools,
            List<Community> communities, List<String> subjects) {

        public Choices {
            schools = List.copyOf(schools);
            communities = List.copyOf(communities);
            subjects = List.copyOf(subjects);
        }

        public Optional<Findable> school(UUID id) {
            return schools.stream().filter(each -> each.school().id().equals(id)).findFirst();
        }

        public Optional<Community> community(UUID id) {
            return communities.stream().filter(each -> each.id().equals(id)).findFirst();
        }
    }

    /**
     * @param subject empty for all subjects
     */
    public record Asked(Whose whose, String subject, DateRange days) {}

    /**
     * What was found.
     *
     * @param more whether there is more than was asked for
     * @param ground what further questions about the same page are answered from
     */
    public record Days(Choices choices, Asked asked, List<Dated> occasions, boolean more, Ground ground) {

        public Days {
            occasions = List.copyOf(occasions);
        }

        /** Short name of any school of the district. */
        public String school(UUID id) {
            return ground.shortNameOf(id);
        }
    }

    /**
     * Planned, held and cancelled ones in their order; of two entries of the same thing the one that counts.
     *
     * @param asking chooses among what the person may choose from
     * @param most 0 where only the choices are of interest
     */
    public Days of(Actor actor, Function<Choices, Asked> asking, int most) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        Choices choices = choices(ground, rights);
        Asked asked = asking.apply(choices);
        List<Occasion> found = most == 0 ? List.of() : listing.page(view(rights), asked, most + 1);
        boolean more = found.size() > most;
        List<Occasion> shown = more ? found.subList(0, most) : found;
        Set<UUID> ids = new HashSet<>();
        shown.forEach(occasion -> ids.add(occasion.id()));
        Map<UUID, Seat> seats = asked.whose() instanceof Whose.Named named
                ? expecting.seats(named.person(), ids)
                : Map.of();
        Map<UUID, Moved> moves = expecting.moves(ids);
        return new Days(choices, asked,
                shown.stream().filter(occasion -> occasion.joinedInto() == null || !ids.contains(occasion.joinedInto()))
                        .map(occasion -> dated(occasion, ground, rights).with(seats.get(occasion.id()),
                                moves.get(occasion.id())))
                        .toList(),
                more, ground);
    }

    private static View view(Rights rights) {
        return new View(rights.district() ? null : rights.communities(), rights.ownSchools());
    }

    private static Choices choices(Ground ground, Rights rights) {
        Set<UUID> readable = rights.communities();
        List<Community> communities = ground.composition().communities().stream()
                .filter(each -> rights.district() || readable.contains(each.id())).toList();
        return new Choices(ground.today(), ground.calendar(), SchoolHomes.findable(ground, rights), communities,
                ground.composition().subjects());
    }

    /**
     * Planned and held ones of some days that name one of these people, or a class or room at one of these schools;
     * whoever may read them.
     */
    public List<Dated> busy(Actor actor, Days page, DateRange days, Collection<String> names, Collection<UUID> hosts) {
        return busy(actor, page.ground(), days, names, hosts);
    }

    private List<Dated> busy(Actor actor, Ground ground, DateRange days, Collection<String> names,
            Collection<UUID> hosts) {
        Rights rights = new Rights(actor, ground);
        return listing.busy(days, names, hosts).stream().map(occasion -> dated(occasion, ground, rights)).toList();
    }

    /** What stands beside one plan on its day. */
    public record Beside(Dated plan, List<Dated> busy, Ground ground) {

        public Beside {
            busy = List.copyOf(busy);
        }

        public SchoolCalendar calendar() {
            return ground.calendar();
        }

        public String school(UUID id) {
            return ground.shortNameOf(id);
        }
    }

    /** The same for something that is being planned and may not be saved yet. */
    public Beside beside(Actor actor, UUID id, Occasion.Said said) {
        return beside(actor, new Occasion(id, 1, said, Occasion.State.PLANNED, false,
                new Occasion.Entry(actor.accountId(), actor.name(), Instant.EPOCH, said.date(), said.date()), null,
                null,
                List.of()));
    }

    /** What people, class and room of one occasion have besides it on its day. */
    public Beside beside(Actor actor, Occasion occasion) {
        return beside(actor, occasion, grounds.now());
    }

    private Beside beside(Actor actor, Occasion occasion, Ground ground) {
        Occasion.Said said = occasion.said();
        UUID host = said.host();
        List<Dated> busy = busy(actor, ground, new DateRange(said.date(), said.date()), said.people(),
                host == null ? List.of() : List.of(host));
        return new Beside(dated(occasion, ground, new Rights(actor, ground)),
                busy.stream().filter(other -> !other.id().equals(occasion.id())).toList(), ground);
    }

    /** When each of some occasions changed last. */
    public Map<UUID, Instant> changes(Collection<UUID> occasions) {
        return occasions.isEmpty() ? Map.of() : listing.changes(occasions);
    }

    private static Dated dated(Occasion occasion, Ground ground, Rights rights) {
        Occasion.Said said = occasion.said();
        List<String> title = new ArrayList<>(List.of(ground.kinds().get(said.mainKind()).name()));
        if (said.subject() != null) {
            title.add(said.subject());
        }
        if (!said.topic().isEmpty()) {
            title.add(said.topic());
        }
        String kinds = String.join("、", said.parts().stream().map(part -> ground.kinds().get(part.kind()).name())
                .toList());
        UUID host = said.host();
        Occasion.Site site = said.site();
        String place = ground.shortNameOf(host == null ? said.school() : host)
                + (site == null ? "" : " " + site.name());
        return new Dated(occasion, String.join(" ", title), kinds, place, ground.shortNameOf(said.school()),
                rights.mayRead(said), null, null);
    }
}
