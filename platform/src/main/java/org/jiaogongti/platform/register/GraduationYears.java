package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Overlay;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.activity.OccasionBriefs;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.register.Surroundings.Places;
import org.jiaogongti.platform.register.model.Reach;
import org.jiaogongti.platform.register.store.GraduationStore;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 毕业班: a community's graduation year, as far as somebody may see it. */
@Service
@Transactional(readOnly = true)
public class GraduationYears {

    static final String KIND = "graduation-year";
    /** The notice's duty, and the part of its words that later law speaks of. */
    private static final String DUTY = "Q33";
    private static final String TESTS = "检测";
    private static final String SEMINAR = "revision-seminar";
    /** The last one of the primary stage. */
    private static final String GRADE = "六";

    private final GraduationStore store;
    private final Surroundings around;
    private final Facts facts;

    GraduationYears(GraduationStore store, Surroundings around, Facts facts) {
        this.store = store;
        this.around = around;
        this.facts = facts;
    }

    /** What the page shows of other modules. */
    @Component
    record Facts(OccasionBriefs occasions, EvidenceFiles files, Progresses progresses) {}

    /** Later law on the tests across schools. */
    public record Paused(String law, LocalDate from, String note) {}

    /**
     * What somebody may do here.
     *
     * @param leads whether as the lead school's office
     * @param offices the schools of the community whose office somebody is
     * @param subjects whose revision somebody plans
     */
    public record Rights(boolean leads, List<UUID> offices, List<String> subjects) {

        public Rights {
            offices = List.copyOf(offices);
            subjects = List.copyOf(subjects);
        }
    }

    /** What the page chooses from. */
    public record Choices(List<Community> communities, List<Period> years, List<School> schools,
            List<School> members) {}

    /**
     * One community's year.
     *
     * @param terms that begin in the year, oldest first
     * @param files of each sheet
     * @param joint what several of its schools did with the grade besides the seminars
     * @param paused null where tests across schools are open
     */
    public record Shown(Community community, Period year, List<Period> terms, List<Requirement> requirements,
            List<RevisionWeek> weeks, List<RevisionSheet> sheets, Map<UUID, List<EvidenceItem>> files,
            List<OccasionBrief> seminars, List<OccasionBrief> joint, @Nullable Paused paused, Rights rights,
            Choices choices,
            Map<UUID, String> names, LocalDate today) {

        public String name(@Nullable UUID id) {
            return id == null ? "" : names.getOrDefault(id, "");
        }
    }

    /**
     * One community's year; without a choice the first that somebody reads and the year of the day. Empty where somebody
     * belongs to no community, or the calendar has no school year yet.
     */
    public Optional<Shown> show(Actor actor, @Nullable UUID chosen, String yearName) {
        Places places = around.places();
        Reach reach = places.reach(actor);
        List<Community> communities = places.communities(reach);
        SchoolCalendar calendar = around.calendars().current();
        List<Period> years = calendar.periods().stream().filter(period -> period.kind() == PeriodKind.SCHOOL_YEAR
                && !period.days().first().isAfter(places.today()))
                .sorted(Comparator.comparing((Period period) -> period.days().first()).reversed()).toList();
        if (communities.isEmpty() || years.isEmpty()) {
            return Optional.empty();
        }
        Community community = communities.stream().filter(each -> each.id().equals(chosen)).findFirst()
                .orElse(communities.getFirst());
        Period year = years.stream().filter(each -> each.name().equals(yearName)).findFirst().orElse(years.getFirst());
        return Optional.of(shown(places, reach, community, year, new Choices(communities, years,
                places.schoolsOf(community.id(), places.today()), members(places, community.id()))));
    }

    private Shown shown(Places places, Reach reach, Community community, Period year, Choices choices) {
        List<Period> terms = places.terms().stream().filter(term -> year.days().contains(term.days().first()))
                .toList();
        List<String> names = terms.stream().map(Period::name).toList();
        List<RevisionSheet> sheets = store.sheets(community.id(), names).stream()
                .filter(sheet -> !sheet.withdrawn()).toList();
        Map<UUID, List<EvidenceItem>> files = facts.files().of(sheets.stream().map(RevisionSheet::id).toList())
                .stream().collect(Collectors.groupingBy(EvidenceItem::holder));
        LocalDate last = terms.isEmpty() ? year.days().last() : terms.getLast().days().last();
        LocalDate day = last.isBefore(places.today()) ? last : places.today();
        return new Shown(community, year, terms, store.requirements(community.id(), year.name()),
                store.weeks(community.id(), names), sheets, files,
                facts.occasions().of(community.id(), SEMINAR, year.days()),
                facts.occasions().ofGrade(community.id(), GRADE, SEMINAR, year.days()), paused(day),
                rights(places, reach, community
                        .id(), choices),
                choices, places.names(), places.today());
    }

    private static Rights rights(Places places, Reach reach, UUID community, Choices choices) {
        return new Rights(reach.leads(community),
                choices.schools().stream().map(School::id).filter(reach.offices()::contains).toList(),
                places.composition().subjects().stream().filter(subject -> reach.plans(community, subject)).toList());
    }

    /** All schools of a community but the one that leads it. */
    static List<School> members(Places places, UUID community) {
        Optional<UUID> lead = places.leadOf(community, places.today());
        return places.schoolsOf(community, places.today()).stream()
                .filter(school -> !lead.filter(school.id()::equals).isPresent()).toList();
    }

    private @Nullable Paused paused(LocalDate day) {
        return facts.progresses().inForce().map(InForce::charter).stream().flatMap(it -> it.overlays().stream())
                .filter(law -> !law.from().isAfter(day))
                .flatMap(law -> law.effects().stream().filter(GraduationYears::touches)
                        .map(effect -> new Paused(law.law(), law.from(), effect.note())))
                .findFirst().orElse(null);
    }

    private static boolean touches(Overlay.Effect effect) {
        String words = effect.words();
        return effect.duties().contains(DUTY) && (words == null || words.contains(TESTS));
    }
}
