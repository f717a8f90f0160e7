package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.advice.Adviser;
import org.jiaogongti.platform.advice.AdviserKind;
import org.jiaogongti.platform.advice.AdviserLevel;
import org.jiaogongti.platform.advice.Advisers;
import org.jiaogongti.platform.advice.InvitationLink;
import org.jiaogongti.platform.advice.Recommendation;
import org.jiaogongti.platform.advice.Recommendation.Standing;
import org.jiaogongti.platform.advice.RecommendationStep;
import org.jiaogongti.platform.advice.RecommendationStep.What;
import org.jiaogongti.platform.advice.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Invented advisers of all kinds: with advice adopted, in part, declined, done, waiting and overdue, and one who has not come yet. */
@Component
final class AdviserLoad {

    private static final LocalDate SECOND = LocalDate.of(2022, 9, 1);
    private static final List<AdviserKind> KINDS = List.of(AdviserKind.values());
    private static final List<AdviserLevel> LEVELS = List.of(AdviserLevel.values());
    private static final List<String> UNITS = List.of("示例省名校长工作室", "示例市教育局教研室", "示例市教科所", "示例区教师进修学校", "示例省教育厅教研室",
            "示例区教科所");
    private static final List<String> ADVICE = List.of("把集体备课的时间固定下来，每次只解决一个问题。", "练习分层，基础题当堂完成，课后只留一道拓展题。",
            "随堂听课后当天评课，评课只说两条，一条保留、一条改进。", "校本研修围绕一个课题做满一学期，不要每周换主题。");

    private final Advisers advisers;

    AdviserLoad(Advisers advisers) {
        this.advisers = advisers;
    }

    void load(SampleWorld world, SampleKeys keys) {
        List<Adviser> register = new ArrayList<>();
        Map<InvitationLink, byte[]> links = new LinkedHashMap<>();
        Told told = new Told(world, keys, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<SampleWorld.Community> communities = world.communities();
        for (int index = 0; index < UNITS.size(); index++) {
            SampleWorld.Community community = communities.get(index % communities.size());
            Adviser adviser = adviser(index, keys.of(community.name()), SECOND, null);
            register.add(adviser);
            links.put(link(adviser, world.date()), unknown(adviser));
            if (index < communities.size()) {
                told.visits(index, adviser, community);
            }
        }
        Adviser first = register.getFirst();
        register.add(adviser(0, keys.of(communities.get(1).name()), SamplePlaces.FORMED, SECOND.minusDays(1)));
        links.put(new InvitationLink(SampleIds.of(world.date(), "old link"), first.id(), null,
                world.date().minusDays(20), "示例职员01", world.date().minusDays(40), null, false),
                unknown(register.getLast()));
        advisers.setUp(new Advisers.Past(register, links, told.visits(), told.given(), told.steps()));
    }

    private static Adviser adviser(int index, UUID community, LocalDate from, @Nullable LocalDate to) {
        String name = "示例顾问%02d".formatted(index + 1);
        return new Adviser(SampleIds.of(from, "adviser " + name + community), community, name,
                KINDS.get(index % KINDS.size()), LEVELS.get(index % LEVELS.size()), UNITS.get(index),
                index % 2 == 0 ? "正高级教师" : "", "区教育局", "示例教〔%d〕%d 号".formatted(from.getYear(), 30 + index), from, to);
    }

    private static InvitationLink link(Adviser adviser, LocalDate today) {
        return new InvitationLink(SampleIds.of(today, "link " + adviser.id()), adviser.id(), null, today.plusDays(10),
                "示例职员01", today.minusDays(2), null, false);
    }

    /** What opens it is known to nobody: no link hashes to this. */
    private static byte[] unknown(Adviser adviser) {
        return HexFormat.of().parseHex(SampleIds.digest("no link of " + adviser.id()));
    }

    /** What advisers wrote, and what was said to it. */
    private record Told(SampleWorld world, SampleKeys keys, List<Visit> visits, List<Recommendation> given,
            List<RecommendationStep> steps) {

        /** One visit in each community; in the third, whose lead school's principal can be tried, two. */
        void visits(int index, Adviser adviser, SampleWorld.Community community) {
            List<SampleOccasion> held = world.occasions().stream()
                    .filter(each -> each.community().equals(community.name()) && each.isFact()
                            && each.state() == OccasionState.HELD && each.date().isAfter(SECOND)
                            && each.date().isBefore(world.date().minusDays(8)))
                    .sorted(Comparator.comparing(SampleOccasion::date).reversed()).toList();
            for (int number = 0; number < Math.min(index == 2 ? 2 : 1, held.size()); number++) {
                visit(index + number, adviser, held.get(number * Math.min(5, held.size() - 1)));
            }
        }

        private void visit(int turn, Adviser adviser, SampleOccasion held) {
            LocalDate on = held.date().plusDays(1);
            Visit visit = new Visit(SampleIds.of(on, "visit " + adviser.id() + held.id()), adviser.id(), held.id(),
                    held.date(), "听了课，看了教研组的备课本，和任课教师谈了半小时。", "目标写得清楚，课堂上学生说的机会少；教研组有记录，但没有跟进。", on);
            visits.add(visit);
            UUID host = keys.of(held.host());
            String principal = principal(held.host());
            switch (turn % 5) {
                case 0 -> {
                    give(visit, adviser, host, Standing.ADOPTED, principal, What.ADOPTED);
                    give(visit, adviser, null, Standing.GIVEN, principal);
                }
                case 1 -> {
                    give(visit, adviser, host, Standing.DECLINED, principal, What.DECLINED);
                    give(visit, adviser, null, Standing.DONE, principal, What.ADOPTED, What.DONE);
                }
                case 2 -> {
                    late(visit, adviser, host);
                    late(visit, adviser, null);
                    give(visit, adviser, null, Standing.PARTLY, principal, What.PARTLY);
                }
                case 3 -> {
                    give(visit, adviser, host, Standing.DONE, principal, What.PARTLY, What.DONE);
                    give(visit, adviser, null, Standing.GIVEN, principal, What.ADOPTED, What.TAKEN_BACK);
                }
                default -> give(visit, adviser, host, Standing.GIVEN, principal);
            }
        }

        private String principal(String school) {
            return world.people().stream()
                    .filter(person -> school.equals(person.school()) && person.rank() == Rank.PRINCIPAL)
                    .map(SampleWorld.Person::name).findFirst().orElse("示例校长01");
        }

        private void give(Visit visit, Adviser adviser, @Nullable UUID school, Standing standing, String principal,
                What... answers) {
            LocalDate on = visit.writtenOn() == null ? world.date() : visit.writtenOn();
            Recommendation each = recommendation(visit, adviser, school, standing, on, world.date().plusDays(20));
            int day = 2;
            for (What what : answers) {
                LocalDate said = on.plusDays(day++);
                String words = switch (what) {
                    case DECLINED -> "这学期教室改造，没有可用的场地，下学期再议。";
                    case PARTLY -> "先在三、四年级做，其他年级师资不够。";
                    case DONE -> "已经按这条做了，教研组有记录。";
                    case ADOPTED, TAKEN_BACK -> "";
                };
                steps.add(new RecommendationStep(SampleIds.of(said, "step " + what + each.id()), each.id(), what,
                        words, what == What.DONE ? said : null, null, keys.accountOf(principal), principal, said));
            }
        }

        /** Asked for an answer by a day that has passed. */
        private void late(Visit visit, Adviser adviser, @Nullable UUID school) {
            LocalDate on = visit.writtenOn() == null ? world.date() : visit.writtenOn();
            recommendation(visit, adviser, school, Standing.GIVEN, on, on.plusDays(3));
        }

        private Recommendation recommendation(Visit visit, Adviser adviser, @Nullable UUID school, Standing standing,
                LocalDate on, LocalDate answerBy) {
            Recommendation each = new Recommendation(
                    SampleIds.of(on, "recommendation " + given.size() + visit.id()), visit.id(), adviser.community(),
                    school, ADVICE.get(given.size() % ADVICE.size()), on, answerBy, standing);
            given.add(each);
            return each;
        }
    }
}
