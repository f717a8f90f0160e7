package org.jiaogongti.platform.attendance.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.attendance.Arrival;
import org.jiaogongti.platform.attendance.Arrival.State;
import org.jiaogongti.platform.attendance.Arrival.Way;
import org.jiaogongti.platform.attendance.Arrival.Why;
import org.jiaogongti.platform.attendance.Expected;
import org.jiaogongti.platform.attendance.model.Reception.Newcomer;
import org.jiaogongti.platform.attendance.model.Reception.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of sign-ins: each person once, whatever is sent how often and in whatever order. */
final class ReceptionTest {

    private static final Instant NINE = Instant.parse("2024-11-20T01:00:00Z");

    private static UUID id(int number) {
        return new UUID(9, number);
    }

    /** A roll in memory, kept by the rule alone. */
    private static final class Room {

        private final List<Arrival> arrivals = new ArrayList<>();
        private final Map<UUID, Integer> phones = new HashMap<>();

        Verdict come(Newcomer one, int phone) {
            List<Arrival> same = arrivals.stream().filter(each -> Objects.equals(phones.get(each.id()), phone))
                    .toList();
            Verdict verdict = Reception.judge(one, arrivals, same);
            switch (verdict) {
                case Verdict.Signed _ -> keep(one, State.SIGNED, null, phone);
                case Verdict.Waits waits -> keep(one, State.WAITING, waits.why(), phone);
                case Verdict.Already _ -> {
                }
            }
            return verdict;
        }

        private void keep(Newcomer one, State state, @Nullable Why why, int phone) {
            arrivals.add(new Arrival(one.id(), one.person(), one.name(), null, one.schoolName(), Way.SCAN, state, why,
                    NINE, NINE, "", ""));
            phones.put(one.id(), phone);
        }
    }

    private static Newcomer known(int id, int person) {
        return new Newcomer(id(id), new UUID(1, person), "示例" + person, "江口", true, false);
    }

    private static Newcomer stranger(int id, String name) {
        return new Newcomer(id(id), null, name, "示例局", true, false);
    }

    @Test
    void eachReasonSendsToTheHost() {
        Room room = new Room();
        assertThat(room.come(known(1, 1), 1)).isInstanceOf(Verdict.Signed.class);
        assertThat(room.come(known(2, 2), 1)).isEqualTo(new Verdict.Waits(Why.SECOND));
        assertThat(room.come(stranger(3, "示例来宾"), 2)).isEqualTo(new Verdict.Waits(Why.UNKNOWN));
        assertThat(room.come(new Newcomer(id(4), new UUID(1, 4), "示例4", "江口", true, true), 4))
                .isEqualTo(new Verdict.Waits(Why.QUEUE));
        assertThat(room.come(new Newcomer(id(5), new UUID(1, 5), "示例5", "江口", false, false), 5))
                .isEqualTo(new Verdict.Waits(Why.CODE));
        assertThat(room.come(known(6, 1), 6)).as("from another phone").isInstanceOf(Verdict.Already.class);
        assertThat(room.come(stranger(7, "示例来宾"), 7)).as("the same stranger").isInstanceOf(Verdict.Already.class);
        assertThat(room.come(stranger(8, "示例1"), 8)).as("a stranger of the same name")
                .isEqualTo(new Verdict.Waits(Why.UNKNOWN));
    }

    /** All that four sign-ins of three people from two phones can be, sent in any order and some of them twice. */
    @Test
    void nobodyIsThereTwiceAndAPhoneSignsOneInByItself() {
        int tried = 0;
        for (int code = 0; code < 6 * 6 * 6 * 6; code++) {
            List<int[]> sent = new ArrayList<>();
            for (int at = 0, rest = code; at < 4; at++, rest /= 6) {
                sent.add(new int[]{at, rest % 6 / 2, rest % 2});
            }
            Room room = new Room();
            Random order = new Random(code);
            List<int[]> twice = new ArrayList<>(sent);
            twice.addAll(sent);
            Collections.shuffle(twice, order);
            twice.forEach(each -> room.come(known(each[0], each[1]), each[2]));
            Set<UUID> people = new HashSet<>();
            Set<Integer> signing = new HashSet<>();
            for (Arrival arrival : room.arrivals) {
                assertThat(people.add(arrival.person())).as("once").isTrue();
                if (arrival.state() == State.SIGNED) {
                    assertThat(signing.add(room.phones.get(arrival.id()))).as("one by phone").isTrue();
                }
            }
            assertThat(people).as("nobody is lost").hasSize((int) sent.stream().mapToInt(each -> each[1]).distinct()
                    .count());
            tried++;
        }
        assertThat(tried).isEqualTo(1296);
    }

    private record Kept(UUID id, long sequence, String what) implements Reception.Kept {}

    @Test
    void whatAPhoneKeptComesInItsOrderAndOnce() {
        List<Kept> kept = List.of(new Kept(id(3), 3, "c"), new Kept(id(1), 1, "a"), new Kept(id(2), 2, "b"),
                new Kept(id(1), 1, "a again"), new Kept(id(4), 2, "b too"));
        assertThat(Reception.inOrder(kept)).extracting(Kept::what).containsExactly("a", "b", "b too", "c");
    }

    @Test
    void namesAreFoundByInitialsAndNeverAllAtOnce() {
        List<Expected> expected = new ArrayList<>();
        UUID school = new UUID(2, 1);
        for (String name : List.of("陈立", "程思", "曹莉", "单雄", "重阳", "陈列", "陈林", "陈龙", "陈露", "陈磊", "陈岚")) {
            expected.add(new Expected(new UUID(1, expected.size()), name, school, "江口", false));
        }
        assertThat(Names.find(expected, null, " ").people()).isEmpty();
        assertThat(Names.find(expected, school, "cs").people()).extracting(Expected::name).containsExactly("程思");
        assertThat(Names.find(expected, school, "CL").people()).hasSize(8).extracting(Expected::name)
                .startsWith("陈立", "曹莉");
        Names.Found all = Names.find(expected, null, "c");
        assertThat(all.people()).hasSize(Names.MOST);
        assertThat(all.more()).as("重 is also read chóng, 单 also chán").isGreaterThanOrEqualTo(2);
        assertThat(Names.find(expected, new UUID(2, 2), "c").people()).as("another school").isEmpty();
        assertThat(Names.find(expected, null, "立").people()).extracting(Expected::name).containsExactly("陈立");
        assertThat(Names.initials("程思")).isEqualTo("cs");
    }
}
