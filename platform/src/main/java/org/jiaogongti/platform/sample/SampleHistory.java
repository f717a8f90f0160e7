package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jiaogongti.platform.sample.SampleWorld.Community;

/** All occasions of all terms, and what of them was known on a day. */
final class SampleHistory {

    private SampleHistory() {}

    static List<SampleOccasion> occasions(SamplePlaces places, SamplePeople people, LocalDate date) {
        List<SampleOccasion> all = new ArrayList<>();
        for (SampleTerm term : SampleCalendar.terms()) {
            // Nothing is announced longer than two months before it is held.
            if (!term.weekBefore().minusDays(60).isAfter(date)) {
                places.communities().forEach(community -> tell(term, community, places, people, all));
            }
        }
        return all.stream().map(occasion -> occasion.asOf(date)).filter(Objects::nonNull)
                .sorted(Comparator.comparing(SampleOccasion::date).thenComparing(SampleOccasion::id)).toList();
    }

    private static void tell(SampleTerm term, Community community, SamplePlaces places, SamplePeople people,
            List<SampleOccasion> out) {
        Setting set = new Setting(term, community, places, people, new Course(people), new Script(term, community),
                out);
        LeadRecords lead = new LeadRecords(set);
        CommunityRecords together = new CommunityRecords(set);
        boolean told = set.script().isTold() && community.shortName().equals("居敬");
        if (told) {
            new ToldTerm(set).all();
        } else {
            lead.lessons();
            lead.lectures();
            lead.guidance();
            lead.outreach();
            together.meetings();
        }
        lead.training();
        lead.contests();
        together.weakSubjects(told ? "育才学校/科学" : "");
        together.weekBefore();
        together.groupMeetings();
        together.studyVisits(told ? "育才学校" : "");
        together.exhibition();
        new NearMisses(set).all();
    }
}
