package org.jiaogongti.platform.summary.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.platform.summary.Promised;
import org.jiaogongti.platform.summary.YearSummary.Duty;
import org.jiaogongti.platform.summary.YearSummary.Section;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final Charter CHARTER = Charters.bundled("fenghua-2019");

    @Test
    void whatIsLiftedOrMayBeLeftIsNotOwed() {
        Promised sum = Promised.of(Status.MET, 7, 15).plus(Promised.of(Status.OPEN, 1, 3))
                .plus(Promised.of(Status.MISSED, 1, 14)).plus(Promised.of(Status.MISSED, 2, 0))
                .plus(Promised.of(Status.NOT_YET, 1, 0)).plus(Promised.of(Status.OPTIONAL, 4, 1))
                .plus(Promised.of(Status.WAIVED, 1, 0)).plus(Promised.of(Status.SUSPENDED, 5, 0));
        assertThat(sum).isEqualTo(new Promised(7, 1, 3, 1, 1, 4, 1, 5));
        assertThat(sum.owed()).isEqualTo(7 + 1 + 3 + 1);
    }

    @Test
    void dutiesStandInTheOrderOfTheNoticeWithItsOwnHeadings() {
        Tally tally = new Tally(CHARTER);
        tally.add("Q21", ONE, Status.MISSED, 1, 14);
        tally.add("Q21", ONE, Status.MET, 1, 15);
        tally.add("Q21", OTHER, Status.MET, 2, 15);
        tally.add("Q08", OTHER, Status.MET, 40, 1);
        List<Section> sections = tally.sections((community, duty) -> community.equals(ONE) && duty.equals("Q21"));
        assertThat(sections).extracting(Section::title).containsExactly("三（一）学校管理", "三（三）教师培养");
        Duty lessons = sections.getLast().duties().getFirst();
        assertThat(lessons.of(ONE)).isEqualTo(new Promised(1, 0, 1, 1, 0, 0, 0, 0));
        assertThat(lessons.sum().owed()).isEqualTo(4);
        assertThat(lessons.appraised()).containsExactly(ONE);
        assertThat(tally.of(OTHER).met()).isEqualTo(42);
        assertThat(tally.of(new UUID(0, 3))).isEqualTo(Promised.NOTHING);
    }

    @Test
    void aClauseBelongsToThePartThatHoldsIt() {
        assertThat(Tally.part("三(二)3")).isEqualTo("三(二)");
        assertThat(Tally.part("五(三)2")).isEqualTo("五(三)");
        assertThat(Tally.part("二")).isEqualTo("二");
        assertThat(Tally.part("四3")).isEqualTo("四");
    }
}
