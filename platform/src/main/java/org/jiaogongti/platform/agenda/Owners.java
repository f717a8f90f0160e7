package org.jiaogongti.platform.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.OccasionDays.Choices;
import org.jiaogongti.platform.activity.Whose;
import org.jiaogongti.platform.agenda.AgendaQuery.Of;
import org.jiaogongti.platform.school.TimetableReach;
import org.jiaogongti.platform.staff.FoundPerson;
import org.jiaogongti.platform.staff.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose calendar somebody asks for, as far as it is for them. */
@Component
class Owners {

    private final People people;

    Owners(People people) {
        this.people = people;
    }

    /**
     * Whose it is, found.
     *
     * @param of one's own names the person
     * @param name of the person, school or community; empty for all
     * @param schools of the person
     */
    record Owner(Of of, Whose whose, String name, boolean own, Set<UUID> schools) {}

    /** Empty for what does not exist, as for what is not for this person. */
    Optional<Owner> find(Actor actor, Of of, Choices choices) {
        if (!of.subject().isEmpty() && !choices.subjects().contains(of.subject())) {
            return Optional.empty();
        }
        UUID school = of.school();
        if (school != null) {
            return choices.school(school).map(found -> new Owner(of, new Whose.OfSchool(school), found.school().name(),
                    false, Set.of()));
        }
        UUID community = of.community();
        if (community != null) {
            return choices.community(community)
                    .map(found -> new Owner(of, new Whose.OfCommunity(community), found.name(), false, Set.of()));
        }
        @Nullable
        UUID person = of.person() == null && !of.all() ? actor.personId() : of.person();
        return person == null
                ? Optional.of(new Owner(new Of(null, null, null, of.subject(), true), new Whose.All(), "", false,
                        Set.of()))
                : person(actor, person, of.subject(), choices.today());
    }

    /** One's own, a school's office its staff's, the bureau everybody's: as with timetables. */
    private Optional<Owner> person(Actor actor, UUID id, String subject, LocalDate today) {
        return people.find(id).flatMap(person -> {
            Set<UUID> schools = people.named(List.of(person.name()), today).stream()
                    .filter(each -> each.id().equals(id)).findFirst().map(FoundPerson::schools).map(Set::copyOf)
                    .orElse(Set.of());
            boolean own = id.equals(actor.personId());
            TimetableReach reach = TimetableReach.of(actor);
            return own || reach.district() || schools.stream().anyMatch(reach::school)
                    ? Optional.of(new Owner(new Of(id, null, null, subject, false),
                            new Whose.Named(id, person.name(), schools), person.name(), own, schools))
                    : Optional.empty();
        });
    }
}
