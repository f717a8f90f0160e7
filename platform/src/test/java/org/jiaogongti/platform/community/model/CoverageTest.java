package org.jiaogongti.platform.community.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.CoverageException;
import org.jiaogongti.platform.community.CoverageException.Allows;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.community.model.Coverage.Finding;
import org.jiaogongti.platform.community.model.Coverage.State;
import org.jiaogongti.platform.school.Campus;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolKind;
import org.jiaogongti.platform.school.Setting;
import org.junit.jupiter.api.Test;

/** 每所小学恰属一个共同体, against every small world there is. */
class CoverageTest {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 20);
    private static final List<Community> COMMUNITIES = List.of(new Community(new UUID(1, 1), "甲共同体", "甲", 1),
            new Community(new UUID(1, 2), "乙共同体", "乙", 2));
    private static final School CENTRAL = school(1, "示例中心校", SchoolKind.CENTRAL);
    private static final School POINT = school(2, "示例教学点", SchoolKind.TEACHING_POINT);

    private static School school(int number, String name, SchoolKind kind) {
        return new School(new UUID(2, number), name, name, null, kind, Setting.RURAL, number);
    }

    private static SchoolMembership member(School school, int community, Role role, LocalDate from) {
        return new SchoolMembership(school.id(), COMMUNITIES.get(community).id(), role, from, null);
    }

    private static CoverageException exception(School school, Allows allows) {
        return new CoverageException(new UUID(3, school.position() * 2L + (allows == Allows.NONE ? 0 : 1)), school.id(),
                allows, DAY,
                DAY, "示例", "示例", "示例", DAY, null);
    }

    /** Which communities a school is entered in: bit 0 and bit 1; what is decided: bit 0 NONE, bit 1 SEVERAL. */
    private record Small(int central, int point, boolean under, int decidedCentral, int decidedPoint) {

        Coverage.Ground ground() {
            List<SchoolMembership> memberships = new ArrayList<>();
            List<CoverageException> exceptions = new ArrayList<>();
            for (int bit = 0; bit < 2; bit++) {
                if ((central >> bit & 1) == 1) {
                    memberships.add(member(CENTRAL, bit, Role.LEAD, DAY));
                }
                if ((point >> bit & 1) == 1) {
                    memberships.add(member(POINT, bit, Role.MEMBER, DAY.minusYears(1)));
                }
                if ((decidedCentral >> bit & 1) == 1) {
                    exceptions.add(exception(CENTRAL, bit == 0 ? Allows.NONE : Allows.SEVERAL));
                }
                if ((decidedPoint >> bit & 1) == 1) {
                    exceptions.add(exception(POINT, bit == 0 ? Allows.NONE : Allows.SEVERAL));
                }
            }
            return new Coverage.Ground(List.of(CENTRAL, POINT), COMMUNITIES, memberships,
                    under
                            ? List.of(new Campus(POINT.name(), CENTRAL.id(), Campus.Kind.TEACHING_POINT, DAY, DAY))
                            : List.of(),
                    exceptions);
        }

        /** The notice read aloud, on sets of bits. */
        Set<String> said() {
            Set<String> said = new HashSet<>();
            say(said, CENTRAL, central, decidedCentral);
            say(said, POINT, under ? point | central : point, decidedPoint);
            return said;
        }

        private static void say(Set<String> said, School school, int in, int decided) {
            boolean none = (decided & 1) == 1;
            boolean several = (decided & 2) == 2;
            switch (Integer.bitCount(in)) {
                case 0 -> {
                    said.add(school.name() + (none ? State.EXCUSED : State.NONE));
                    if (several) {
                        said.add(school.name() + State.NEEDLESS);
                    }
                }
                case 1 -> {
                    if (none || several) {
                        said.add(school.name() + State.NEEDLESS);
                    }
                }
                default -> {
                    said.add(school.name() + (several ? State.EXCUSED : State.SEVERAL));
                    if (none) {
                        said.add(school.name() + State.NEEDLESS);
                    }
                }
            }
        }
    }

    @Test
    void everySmallWorldIsJudgedAsTheNoticeReads() {
        int worlds = 0;
        for (int bits = 0; bits < 512; bits++) {
            Small small = new Small(bits & 3, bits >> 2 & 3, (bits >> 4 & 1) == 1, bits >> 5 & 3, bits >> 7 & 3);
            Coverage coverage = Coverage.on(DAY, small.ground());
            Set<String> found = new HashSet<>();
            coverage.findings().forEach(each -> found.add(each.school().name() + each.state()));
            assertThat(found).as(small.toString()).isEqualTo(small.said());
            long stray = coverage.findings().stream().filter(each -> each.communities().size() != 1)
                    .map(each -> each.school().id()).distinct().count();
            assertThat(coverage.covered()).as(small.toString()).isEqualTo((int) (2 - stray));
            assertThat(coverage.open()).allMatch(Finding::open).allMatch(each -> each.exception() == null);
            worlds++;
        }
        assertThat(worlds).isEqualTo(512);
    }

    @Test
    void onlyWhatHoldsOnTheDayCounts() {
        Small small = new Small(1, 0, true, 1, 1);
        Coverage.Ground ground = small.ground();
        assertThat(Coverage.on(DAY, ground).findings()).extracting(Finding::state).containsExactly(State.NEEDLESS,
                State.NEEDLESS);
        assertThat(Coverage.on(DAY.minusDays(1), ground).findings()).extracting(Finding::state)
                .as("not yet a member, not yet a point, not yet decided").containsExactly(State.NONE, State.NONE);
        assertThat(Coverage.on(DAY.plusDays(1), ground).findings()).extracting(Finding::state)
                .as("the point stands under it no more, the decisions are over").containsExactly(State.NONE);
        assertThat(Coverage.on(DAY, ground).leaderless()).containsExactly(COMMUNITIES.get(1));
        assertThat(Coverage.on(DAY.minusDays(1), ground).leaderless()).isEqualTo(COMMUNITIES);
    }

    @Test
    void aDecisionTakenBackHoldsUntilTheDayBefore() {
        CoverageException open = new CoverageException(new UUID(3, 9), CENTRAL.id(), Allows.NONE, DAY.minusDays(9),
                null,
                "示例", "示例", "示例", DAY, new CoverageException.End(DAY, "示例"));
        assertThat(open.holdsOn(DAY.minusDays(1))).isTrue();
        assertThat(open.holdsOn(DAY)).isFalse();
    }
}
