package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.sample.SampleWorld.Community;
import org.jiaogongti.platform.sample.SampleWorld.Person;

/** Young teachers who teach at the lead school, and cadres on secondment. */
final class SamplePlacements {

    /** Schools that send two young teachers in the term of the pictures. */
    private static final List<String> SEND_TWO = List.of("新城实验小学", "西坞小学", "莼湖小学", "江口小学", "溪口镇校");

    /** Terms in which a school sent nobody, as {@code term school}. */
    private static final List<String> SENT_NOBODY = List.of("2024-2025-1 成龙学校", "2021-2022-2 大堰学校", "2022-2023-1 班溪小学");

    /** Placements for which nobody named a mentor, as {@code term school}. */
    private static final List<String> NO_MENTOR = List.of("2024-2025-1 溪口镇校", "2023-2024-2 白杜小学", "2020-2021-2 求真学校");

    /** How many of a community's members lend a cadre in the school year of the pictures. */
    private static final Map<String, Integer> LENT = Map.of("岳林", 1, "龙津", 0, "居敬", 2, "锦屏", 1, "实验", 3);

    private final SamplePeople people;
    private final List<SamplePlacement> all = new ArrayList<>();

    SamplePlacements(SamplePlaces places, SamplePeople people) {
        this.people = people;
        for (SampleTerm term : SampleCalendar.terms()) {
            for (Community community : places.communities()) {
                community.members().forEach(school -> teaching(term, community, school));
                if (term.isFirstOfYear()) {
                    secondments(term, community);
                }
            }
        }
    }

    /** Those agreed on the day or before; a placement is known a week before it starts. */
    List<SamplePlacement> knownOn(LocalDate date) {
        return all.stream().filter(placement -> !placement.start().minusDays(7).isAfter(date)).toList();
    }

    private void teaching(SampleTerm term, Community community, String school) {
        String story = term.name() + " " + school;
        if (SENT_NOBODY.contains(story)) {
            return;
        }
        List<Person> young = people.young(school);
        int count = SEND_TWO.contains(school) && term.isDense() ? 2 : 1;
        int turn = Math.floorMod(SampleCalendar.terms().indexOf(term) + school.length(), young.size());
        for (int index = 0; index < count; index++) {
            Person sent = school.equals("育才学校") && term.name().equals(SampleCalendar.CURRENT)
                    ? people.person("示例教师21")
                    : young.get((turn + index) % young.size());
            boolean mentored = !NO_MENTOR.contains(story) || index > 0;
            all.add(new SamplePlacement(SampleIds.of(term.first(), "teaching " + story + " " + sent.name()), school,
                    community.lead(), sent.name(), Rank.TEACHER, true, true, SampleCalendar.schoolDayFrom(term.first()),
                    term.last(), mentored ? mentor(community, sent, story) : null));
        }
    }

    private String mentor(Community community, Person sent, String story) {
        String subject = sent.subject() == null ? "语文" : sent.subject();
        if (sent.name().equals("示例教师21")) {
            return "示例教师09";
        }
        return Chance.of("mentor", story).pick(people.backbone(community.lead(), subject)).name();
    }

    private void secondments(SampleTerm term, Community community) {
        Chance chance = Chance.of("secondment", term.name(), community.name());
        int count = term.name().equals(SampleCalendar.CURRENT)
                ? LENT.getOrDefault(community.shortName(), 0)
                : chance.between(0, 3);
        for (int index = 0; index < count; index++) {
            String school = community.members().get((index + term.name().charAt(3)) % community.members().size());
            Person cadre = people.ofRank(school, Rank.CADRE);
            String to = chance.percent(70)
                    ? community.lead()
                    : community.members().stream().filter(other -> !other.equals(school)).findFirst().orElseThrow();
            LocalDate start = SampleCalendar.schoolDayFrom(term.first().plusDays(chance.between(5, 20)));
            all.add(new SamplePlacement(SampleIds.of(start, "secondment " + term.name() + " " + school), school, to,
                    cadre.name(), Rank.CADRE, true, false, start, LocalDate.of(start.getYear() + 1, 6, 28), null));
        }
    }

}
