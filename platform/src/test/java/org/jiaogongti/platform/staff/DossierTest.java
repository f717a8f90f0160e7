package org.jiaogongti.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.staff.PersonTitle.Level;
import org.junit.jupiter.api.Test;

/** What the register says on a day. */
class DossierTest {

    private static final UUID WHO = new UUID(1, 1);
    private static final UUID HERE = new UUID(2, 1);
    private static final UUID THERE = new UUID(2, 2);
    private static final LocalDate DAY = LocalDate.of(2024, 11, 20);

    private static Dossier dossier(List<PersonPosting> postings, List<PersonRank> ranks, List<PersonTitle> titles) {
        return new Dossier(new Person(WHO, null, "示例", "示例", null), postings, ranks, titles, List.of(), List.of());
    }

    private static PersonTitle title(Level level, LocalDate from, LocalDate to) {
        return new PersonTitle(WHO, "骨干教师", level, "示例", from, to);
    }

    @Test
    void aTitleOfTheDistrictMakesABackboneTeacherAsLongAsItLasts() {
        Dossier held = dossier(List.of(), List.of(),
                List.of(title(Level.DISTRICT, DAY.minusDays(10), DAY)));
        assertThat(held.rankOn(DAY.minusDays(11))).isEqualTo(Rank.TEACHER);
        assertThat(held.rankOn(DAY.minusDays(10))).isEqualTo(Rank.BACKBONE);
        assertThat(held.rankOn(DAY)).isEqualTo(Rank.BACKBONE);
        assertThat(held.rankOn(DAY.plusDays(1))).isEqualTo(Rank.TEACHER);
    }

    @Test
    void aSchoolsOwnTitleMakesNoBackboneTeacher() {
        assertThat(dossier(List.of(), List.of(), List.of(title(Level.SCHOOL, DAY, DAY))).rankOn(DAY))
                .isEqualTo(Rank.TEACHER);
    }

    @Test
    void aHeadStaysAHeadWhateverTheTitle() {
        Dossier head = dossier(List.of(), List.of(new PersonRank(WHO, Rank.PRINCIPAL, DAY.minusYears(1)),
                new PersonRank(WHO, Rank.TEACHER, DAY.plusYears(1))),
                List.of(title(Level.CITY, DAY, DAY.plusYears(9))));
        assertThat(head.rankOn(DAY)).isEqualTo(Rank.PRINCIPAL);
        assertThat(head.rankOn(DAY.plusYears(2))).isEqualTo(Rank.BACKBONE);
    }

    @Test
    void aSchoolKeepsThoseWhoAreThereOrComeAndSeesThoseWhoWereThere() {
        Dossier moved = dossier(List.of(
                new PersonPosting(new UUID(3, 1), WHO, Role.TEACHER, HERE, null, null, DAY.minusYears(2),
                        DAY.minusDays(1)),
                new PersonPosting(new UUID(3, 2), WHO, Role.TEACHER, THERE, null, null, DAY, null)), List.of(),
                List.of());
        assertThat(moved.schoolsFrom(DAY)).containsExactly(THERE);
        assertThat(moved.schoolsFrom(DAY.minusDays(1))).containsExactlyInAnyOrder(HERE, THERE);
        assertThat(moved.schoolsEver()).containsExactlyInAnyOrder(HERE, THERE);
    }

    @Test
    void whoIsYoungFollowsFromYearsOfServiceAlone() {
        YoungRule rule = new YoungRule(DAY.minusYears(9), 5, "示例");
        assertThat(rule.young(DAY.minusYears(5).plusDays(1), DAY)).isTrue();
        assertThat(rule.young(DAY.minusYears(5), DAY)).isFalse();
        assertThat(rule.young(DAY, DAY)).isTrue();
        assertThat(rule.young(DAY.plusDays(1), DAY)).as("has not begun").isFalse();
    }

    @Test
    void aStretchOfDaysIsComingNowOrEndedWithBothDaysIncluded() {
        assertThat(Days.of(DAY, DAY, DAY.minusDays(1))).isEqualTo(Days.COMING);
        assertThat(Days.of(DAY, DAY, DAY)).isEqualTo(Days.NOW);
        assertThat(Days.of(DAY, DAY, DAY.plusDays(1))).isEqualTo(Days.ENDED);
        assertThat(Days.of(DAY, null, DAY.plusYears(50))).isEqualTo(Days.NOW);
        assertThat(RegisterChanges.overlaps(DAY, DAY, DAY, null)).isTrue();
        assertThat(RegisterChanges.overlaps(DAY, DAY, DAY.plusDays(1), null)).isFalse();
        assertThat(RegisterChanges.overlaps(DAY, null, DAY.minusDays(3), DAY.minusDays(1))).isFalse();
    }
}
