package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.community.Body;
import org.jiaogongti.platform.community.FewTeachers;
import org.jiaogongti.platform.community.Groups;
import org.jiaogongti.platform.community.Office;
import org.jiaogongti.platform.community.Seat;
import org.jiaogongti.platform.sample.SampleWorld.Community;
import org.jiaogongti.platform.sample.SampleWorld.Convenor;
import org.jiaogongti.platform.sample.SampleWorld.Person;
import org.jiaogongti.platform.sample.SampleWorld.PostKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who sits where: 岳林 has everything, 龙津 has decided exceptions, 居敬 and 锦屏 lack something, 实验 has nothing yet. */
@Component
final class GroupLoad {

    private static final LocalDate FORMED = LocalDate.of(2019, 10, 15);
    private static final LocalDate ROUND_TWO = LocalDate.of(2022, 12, 31);
    private static final String EMPTY = "实验";

    private final Groups groups;

    GroupLoad(Groups groups) {
        this.groups = groups;
    }

    void load(SampleWorld world, SampleKeys keys) {
        List<Seat> seats = new ArrayList<>();
        List<FewTeachers> few = new ArrayList<>();
        for (Community community : world.communities()) {
            if (!community.shortName().equals(EMPTY)) {
                Told told = new Told(world, keys, community, seats);
                told.leading();
                told.liaisons();
                few.addAll(told.few());
                told.guidance(few);
            }
        }
        groups.setUp(known(seats, world.date()), few.stream().filter(each -> !each.from().isAfter(world.date()))
                .toList());
    }

    /** What had begun by the day; that it would end later nobody knew yet. */
    private static List<Seat> known(List<Seat> seats, LocalDate day) {
        return seats.stream().filter(seat -> !seat.from().isAfter(day))
                .map(seat -> seat.to() == null || !seat.to().isAfter(day)
                        ? seat
                        : new Seat(seat.id(), seat.community(), seat.body(), seat.subject(), seat.office(),
                                seat.person(), seat.school(), seat.from(), null, seat.document(),
                                seat.appointedBy()))
                .toList();
    }

    /** One community's groups. */
    private record Told(SampleWorld world, SampleKeys keys, Community community, List<Seat> seats) {

        private void seat(Body body, @Nullable String subject, Office office, Person person, LocalDate from,
                @Nullable LocalDate to, @Nullable String document, @Nullable UUID by) {
            seats.add(new Seat(SampleIds.of("seat " + community.name() + body + subject + person.name() + from),
                    community.id(), body, subject, office, person.id(),
                    body == Body.LIAISONS ? null : keys.of(Objects.requireNonNull(person.school())), from, to,
                    document, by));
        }

        private boolean is(String shortName) {
            return community.shortName().equals(shortName);
        }

        private Stream<Person> at(String school) {
            return world.people().stream().filter(person -> school.equals(person.school()));
        }

        private Person first(String school, Rank rank) {
            return at(school).filter(person -> person.rank() == rank).findFirst().orElseThrow();
        }

        /** Whoever keeps a school's records sits for it; 岳林's was formed anew for round two. */
        void leading() {
            if (is("岳林")) {
                leading(FORMED, ROUND_TWO.minusDays(1), "岳林共〔2019〕1号（示例）");
                leading(ROUND_TWO, null, "岳林共〔2022〕6号（示例）");
            } else {
                leading(FORMED, null, community.shortName() + "共〔2019〕1号（示例）");
            }
        }

        private void leading(LocalDate from, @Nullable LocalDate to, String document) {
            seat(Body.LEADING_GROUP, null, Office.HEAD, first(community.lead(), Rank.PRINCIPAL), from, to, document,
                    null);
            if (!is("居敬")) {
                seat(Body.LEADING_GROUP, null, Office.DEPUTY, first(community.lead(), Rank.VICE_PRINCIPAL), from, to,
                        document, null);
            }
            for (String school : community.schools()) {
                if (!school.equals(community.lead()) && !school.equals("南浦小学")) {
                    seat(Body.LEADING_GROUP, null, Office.DEPUTY, first(school, Rank.PRINCIPAL), from, to, document,
                            null);
                }
                Person keeper = at(school).filter(person -> person.posts().stream()
                        .anyMatch(post -> post.kind() == PostKind.SCHOOL_CLERK)).findFirst().orElseThrow();
                seat(Body.LEADING_GROUP, null, Office.MEMBER, keeper, from, to, document, null);
            }
        }

        private List<Person> researchers() {
            return world.people().stream().filter(person -> person.posts().stream().anyMatch(
                    post -> post.kind() == PostKind.RESEARCHER && community.name().equals(post.community()))).toList();
        }

        /** 锦屏 has one only. */
        void liaisons() {
            researchers().stream().limit(is("锦屏") ? 1 : 3).forEach(person -> seat(Body.LIAISONS, null, Office.MEMBER,
                    person, FORMED, null, "奉教研〔2019〕12号（示例）", null));
        }

        List<FewTeachers> few() {
            if (!is("龙津")) {
                return List.of();
            }
            return List.of(few("信息技术", null, "各校信息技术专任教师合计不足 6 人，并入科学组一起活动。"),
                    few("音乐", "尔仪小学", "尔仪小学没有音乐专任教师，由龙津实验学校教师走教。"));
        }

        private FewTeachers few(String subject, @Nullable String school, String reason) {
            return new FewTeachers(SampleIds.of("few " + community.name() + subject), community.id(), subject,
                    school == null ? null : keys.of(school), LocalDate.of(2023, 9, 1), null, reason,
                    "龙津共〔2023〕4号（示例）", "示例教研员02");
        }

        void guidance(List<FewTeachers> few) {
            for (String subject : world.subjects()) {
                if (few.stream().anyMatch(each -> each.community().equals(community.id())
                        && each.subject().equals(subject) && each.school() == null)) {
                    continue;
                }
                world.convenors().stream().filter(told -> told.community().equals(community.name())
                        && told.subject().equals(subject)).findFirst().ifPresent(told -> leader(told, subject));
                for (String school : community.schools()) {
                    if (!school.equals(community.lead()) && sits(school, subject, few)) {
                        at(school).filter(person -> subject.equals(person.subject())).findFirst()
                                .ifPresent(person -> seat(Body.GUIDANCE_GROUP, subject, Office.MEMBER, person, FORMED,
                                        null, null, null));
                    }
                }
            }
        }

        /** 锦屏's leader for 美术 was named by nobody; its 科学 has none. */
        private void leader(Convenor told, String subject) {
            if (is("锦屏") && subject.equals("科学")) {
                return;
            }
            Person leader = world.people().stream().filter(person -> person.name().equals(told.person())).findFirst()
                    .orElseThrow();
            boolean named = !is("锦屏") || !subject.equals("美术");
            Person by = researchers().stream().filter(person -> subject.equals(person.subject())).findFirst()
                    .orElse(researchers().getFirst());
            seat(Body.GUIDANCE_GROUP, subject, Office.HEAD, leader, FORMED, null,
                    named ? "奉教研〔2019〕13号（示例）" : null, named ? by.id() : null);
        }

        private boolean sits(String school, String subject, List<FewTeachers> few) {
            boolean excepted = few.stream().anyMatch(each -> each.community().equals(community.id())
                    && each.covers(subject, keys.of(school)));
            return !excepted && !(school.equals("萧王庙小学") && subject.equals("美术"))
                    && !(school.equals("成龙学校") && List.of("音乐", "体育").contains(subject));
        }
    }
}
