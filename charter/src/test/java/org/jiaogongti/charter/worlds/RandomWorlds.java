package org.jiaogongti.charter.worlds;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.Kind;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.World.Membership;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Waiver;
import org.jspecify.annotations.Nullable;

/**
 * Random worlds and facts from a seed. Dates crowd around the edges of terms and windows, numbers around 1/5 and 10,
 * leap days included; names with characters beyond the basic plane test the order.
 */
public final class RandomWorlds {

    private static final List<String> SUBJECTS = List.of("语文", "数学", "英语", "科学", "音乐", "体育");
    private static final List<String> GRADES = List.of("三", "四", "五", "六");
    private static final int[] TEACHERS = {0, 1, 4, 5, 9, 10, 44, 45, 46, 49, 50, 51, 88};
    private static final String[] NAMES = {"甲", "乙", "丙", "丁", "\uD842\uDFB7", "\uFF21", "戊", "己", "庚", "辛"};

    private final RandomGenerator random;
    private int next;

    public RandomWorlds(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    public SmallWorld world() {
        List<Membership> schools = new ArrayList<>();
        Map<String, Integer> teachers = new HashMap<>();
        List<SmallWorld.Group> groups = new ArrayList<>();
        List<SmallWorld.Weak> weak = new ArrayList<>();
        int communities = 1 + random.nextInt(2);
        for (int c = 0; c < communities; c++) {
            String community = NAMES[c] + "共同体";
            int size = 2 + random.nextInt(3);
            for (int s = 0; s < size; s++) {
                String school = NAMES[c * 5 + s] + "小学";
                schools.add(new Membership(school, community, s == 0 ? Role.LEAD : Role.MEMBER));
                teachers.put(school, TEACHERS[random.nextInt(TEACHERS.length)]);
            }
        }
        for (Membership school : schools) {
            for (String subject : SUBJECTS) {
                if (school.role() == Role.LEAD && random.nextInt(3) > 0) {
                    groups.add(new SmallWorld.Group(school.community(), subject));
                }
                if (random.nextInt(6) == 0) {
                    // Sometimes in the other community's list, where it yields nothing.
                    String community = schools.get(random.nextInt(schools.size())).community();
                    weak.add(new SmallWorld.Weak(community, school.school(), subject));
                }
            }
        }
        return new SmallWorld(periods(), schools, teachers, groups, weak);
    }

    private List<Period> periods() {
        List<Period> periods = new ArrayList<>();
        int year = 2019 + random.nextInt(4);
        for (int y = year; y <= year + 1; y++) {
            LocalDate autumn = LocalDate.of(y, 8, 28).plusDays(random.nextInt(8));
            LocalDate spring = LocalDate.of(y + 1, 2, 15).plusDays(random.nextInt(16));
            LocalDate nextAutumn = LocalDate.of(y + 1, 8, 27);
            String name = y + "-" + (y + 1);
            periods.add(term(name + "-1", autumn, LocalDate.of(y + 1, 1, 20).plusDays(random.nextInt(10))));
            periods.add(term(name + "-2", spring, LocalDate.of(y + 1, 6, 28).plusDays(random.nextInt(8))));
            periods.add(new Period(name, PeriodKind.SCHOOL_YEAR, new DateRange(autumn, nextAutumn), null));
        }
        for (int y = year; y <= year + 2; y++) {
            periods.add(new Period(String.valueOf(y), PeriodKind.CALENDAR_YEAR,
                    new DateRange(LocalDate.of(y, 1, 1), LocalDate.of(y, 12, 31)), null));
        }
        return periods;
    }

    private static Period term(String name, LocalDate first, LocalDate last) {
        LocalDate middle = first.plusDays(70).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Period(name, PeriodKind.TERM, new DateRange(first, last), middle);
    }

    public List<Fact> facts(SmallWorld world, int number) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            facts.add(fact(world));
        }
        return facts;
    }

    public Fact fact(SmallWorld world) {
        String source = "R%05d".formatted(++next);
        return random.nextInt(6) == 0 ? placement(world, source) : occasion(world, source);
    }

    /** The same record with something else in it. */
    public Fact changed(SmallWorld world, Fact fact) {
        return switch (fact) {
            case OccasionPart part -> occasion(world, part.source());
            case Placement placement -> placement(world, placement.source());
        };
    }

    private OccasionPart occasion(SmallWorld world, String source) {
        List<Membership> schools = world.schools();
        Membership lead = pick(schools.stream().filter(school -> school.role() == Role.LEAD).toList());
        List<Membership> own = world.memberships(lead.community(), LocalDate.MIN);
        Kind kind = pick(List.of(Kind.values()));
        String host = random.nextInt(8) == 0
                ? null
                : random.nextInt(8) == 0 ? pick(schools).school() : pick(own).school();
        if (kind == Kind.STUDY_VISIT && random.nextInt(3) > 0) {
            host = lead.school();
        }
        String ledBy = random.nextInt(8) == 0 ? null : random.nextInt(3) == 0 ? pick(own).school() : lead.school();
        Rank rank = random.nextInt(8) == 0 ? null : pick(List.of(Rank.values()));
        List<String> grades = List.copyOf(GRADES.subList(0, random.nextInt(3)));
        OccasionState state = random.nextInt(4) > 0 ? OccasionState.HELD : pick(List.of(OccasionState.values()));
        LocalDate date = date(world);
        return new OccasionPart(source, "1", kind.code(), date, lead.community(), host, ledBy, rank,
                random.nextInt(9) == 0 ? null : pick(SUBJECTS), grades, random.nextInt(5), participants(world, own),
                random.nextBoolean() ? date.minusDays(1) : null, null, state);
    }

    private Map<String, Integer> participants(SmallWorld world, List<Membership> own) {
        Map<String, Integer> participants = new HashMap<>();
        for (Membership school : own) {
            if (random.nextInt(3) > 0) {
                int fifth = (world.teachers(school.school(), LocalDate.MIN) + 4) / 5;
                participants.put(school.school(), pick(List.of(0, 1, Math.max(0, fifth - 1), fifth, 9, 10, 11)));
            }
        }
        return participants;
    }

    private Placement placement(SmallWorld world, String source) {
        List<Membership> schools = world.schools();
        Membership from = pick(schools);
        List<Membership> own = world.memberships(from.community(), LocalDate.MIN);
        String to = random.nextInt(4) == 0 ? pick(schools).school() : own.getFirst().school();
        LocalDate start = date(world);
        LocalDate end = random.nextInt(4) == 0 ? null : start.plusDays(pick(List.of(0, 1, 30, 120, 300)));
        return new Placement(source, from.school(), to, "示例教师" + source, pick(List.of(Rank.values())),
                random.nextInt(4) > 0, random.nextInt(4) > 0, start, end,
                random.nextBoolean() ? "示例导师" + source : null);
    }

    private LocalDate date(SmallWorld world) {
        Period period = pick(world.periods());
        LocalDate middle = period.midtermWeek();
        List<LocalDate> edges = new ArrayList<>(List.of(period.days().first(), period.days().last(),
                period.days().first().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                period.days().first().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(7),
                LocalDate.of(2020, 2, 29), period.days().first().plusDays(random.nextInt(140))));
        if (middle != null) {
            edges.add(middle);
            edges.add(middle.plusDays(6));
        }
        return pick(edges).plusDays(random.nextInt(3) - 1L);
    }

    /** At most one decision for each of some instances. */
    public List<Waiver> waivers(List<InstanceKey> keys, Map<InstanceKey, Integer> targets) {
        Set<InstanceKey> chosen = new LinkedHashSet<>();
        for (int i = 0; i < keys.size() / 10; i++) {
            chosen.add(pick(keys));
        }
        List<Waiver> waivers = new ArrayList<>();
        for (InstanceKey key : chosen) {
            int own = targets.getOrDefault(key, 1);
            Integer target = own > 1 && random.nextBoolean() ? Integer.valueOf(1 + random.nextInt(own - 1)) : null;
            waivers.add(new Waiver(key, target, LocalDate.of(2020, 1, 1).plusDays(random.nextInt(1200))));
        }
        return waivers;
    }

    public LocalDate asOf(SmallWorld world) {
        return date(world);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public <T extends @Nullable Object> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    public void shuffle(List<?> list) {
        for (int i = list.size(); i > 1; i--) {
            Collections.swap(list, i - 1, random.nextInt(i));
        }
    }
}
