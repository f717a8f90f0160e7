package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.store.OccasionListing;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.search.SearchQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Occasions as other modules name them. */
@Service
@Transactional(readOnly = true)
public class OccasionBriefs {

    private static final int MOST = 60;

    private final OccasionReadings readings;
    private final OccasionListing listing;
    private final DistrictGround grounds;

    OccasionBriefs(OccasionReadings readings, OccasionListing listing, DistrictGround grounds) {
        this.readings = readings;
        this.listing = listing;
        this.grounds = grounds;
    }

    /** Of some occasions those that this person may read. */
    public List<OccasionBrief> readable(Actor actor, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        return readings.all(ids).stream().filter(occasion -> rights.mayRead(occasion.said()))
                .map(occasion -> brief(occasion, ground)).toList();
    }

    public Optional<OccasionBrief> find(Actor actor, UUID id) {
        return readable(actor, List.of(id)).stream().findFirst();
    }

    /** What a community plans or held in some days, the latest first. */
    public List<OccasionBrief> of(UUID community, LocalDate first, LocalDate last) {
        return of(community, "", new DateRange(first, last));
    }

    /**
     * The same of one kind.
     *
     * @param kind empty for all
     */
    public List<OccasionBrief> of(UUID community, String kind, DateRange days) {
        Ground ground = grounds.now();
        ActivityFilter filter = new ActivityFilter("", null, kind, ActivityFilter.Shown.LIVING, days,
                ActivityFilter.Order.DATE);
        return listing.page(filter, SearchQuery.of(""), new OccasionListing.View(Set.of(community), Set.of()), null,
                MOST).stream().map(occasion -> brief(occasion, ground)).toList();
    }

    /**
     * What schools did together in a subject at one of them, or, without a subject, what another school came to do there; the
     * latest first. Of these, those that this person may read.
     *
     * @param subject empty for a school as a whole
     */
    public List<OccasionBrief> together(Actor actor, UUID school, String subject, DateRange days) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        return listing.together(school, subject, days, MOST).stream()
                .filter(occasion -> rights.mayRead(occasion.said())).map(occasion -> brief(occasion, ground)).toList();
    }

    /**
     * What several schools of a community did or will do together with one grade, the latest first.
     *
     * @param without a kind that is told elsewhere
     */
    public List<OccasionBrief> ofGrade(UUID community, String grade, String without, DateRange days) {
        Ground ground = grounds.now();
        return listing.ofGrade(community, grade, without, days, MOST).stream()
                .map(occasion -> brief(occasion, ground)).toList();
    }

    /** The synchronous lessons among some schools in some days, for who may read them; oldest first. */
    public List<SharedLesson> lessons(Actor actor, Collection<UUID> schools, DateRange days) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        return listing.lessons(schools, days).stream().filter(occasion -> rights.mayRead(occasion.said()))
                .map(occasion -> lesson(occasion, ground)).toList();
    }

    private SharedLesson lesson(Occasion occasion, Ground ground) {
        Occasion.Said said = occasion.said();
        return new SharedLesson(brief(occasion, ground),
                Stream.of(said.host(), said.leader()).flatMap(Stream::ofNullable).collect(Collectors.toSet()),
                said.subject(), said.className(),
                said.fields().get("rooms") instanceof FieldValue.BySchool rooms ? rooms.people() : Map.of(),
                occasion.disputed());
    }

    static OccasionBrief brief(Occasion occasion, Ground ground) {
        Occasion.Said said = occasion.said();
        List<String> title = new ArrayList<>(
                said.parts().stream().map(part -> ground.kinds().get(part.kind()).name()).toList());
        if (said.subject() != null) {
            title.add(said.subject());
        }
        if (!said.topic().isEmpty()) {
            title.add(said.topic());
        }
        UUID host = said.host();
        UUID leader = said.leader();
        String where = host == null ? ground.nameOf(said.school()) : ground.nameOf(host);
        String from = leader == null || leader.equals(host) ? "" : " · " + ground.shortNameOf(leader);
        return new OccasionBrief(occasion.id(), said.date(), said.community(), host, occasion.state(),
                String.join(" ", title), where + from, said.people());
    }
}
