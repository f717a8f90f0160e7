package org.jiaogongti.charter.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.worlds.Village;
import org.junit.jupiter.api.Test;

/** The same facts under another number or reading. */
class WhatIfTest {

    private static final Charter CHARTER = Charters.bundled("fenghua-2019");
    private static final LocalDate MAY = LocalDate.of(2024, 5, 20);
    private static final List<Fact> FACTS = List.of(Village.lessons("a", "2024-03-05", Village.NEAR, 15));

    private static WhatIf.Comparison compare(Charter then) {
        return WhatIf.compare(Village.world(), CHARTER, then, FACTS, List.of(), MAY, Load.ASSUMED);
    }

    @Test
    void aHigherNumberNamesWhoFallsShortAndWhatItCosts() {
        WhatIf.Comparison comparison = compare(CHARTER.quantity("Q21", new Quantity.AtLeast(18)));

        assertThat(comparison.failing()).extracting(change -> change.key().toString())
                .containsExactly("Q21/中心小学/-/2023-2024-1", "Q21/中心小学/-/2023-2024-2");
        assertThat(comparison.more()).as("three more in each of two terms").containsEntry("节", 6);
        assertThat(comparison.hours()).as("6 × 160 minutes").isEqualTo(16);
        assertThat(comparison.load().note()).contains("假设");
    }

    @Test
    void readingLessonsPerMemberSchoolSplitsTheInstanceAndLeavesTheOtherSchoolShort() {
        WhatIf.Comparison comparison = compare(CHARTER.reading("节数怎么合计", "每所成员校"));

        assertThat(comparison.failing()).extracting(WhatIf.Change::key)
                .contains(new InstanceKey("Q21", Village.LEAD, Village.FAR, "2023-2024-2"))
                .doesNotContain(new InstanceKey("Q21", Village.LEAD, Village.NEAR, "2023-2024-2"));
        assertThat(comparison.changes()).anySatisfy(change -> {
            assertThat(change.key()).isEqualTo(new InstanceKey("Q21", Village.LEAD, "-", "2023-2024-2"));
            assertThat(change.then()).isNull();
        });
    }

    @Test
    void aDecisionHoldsUnderAnotherNumberAndForEachPartOfWhatItWaives() {
        InstanceKey autumn = new InstanceKey("Q21", Village.LEAD, "-", "2023-2024-1");
        InstanceKey spring = new InstanceKey("Q21", Village.LEAD, "-", "2023-2024-2");
        List<Waiver> waivers = List.of(new Waiver(autumn, null, LocalDate.of(2023, 12, 1)),
                new Waiver(spring, 12, LocalDate.of(2024, 5, 1)));

        WhatIf.Comparison twenty = WhatIf.compare(Village.world(), CHARTER,
                CHARTER.quantity("Q21", new Quantity.AtLeast(20)), FACTS, waivers, MAY, Load.ASSUMED);
        assertThat(twenty.failing()).as("waived, and lowered to 12").isEmpty();
        assertThat(twenty.hours()).isZero();
        WhatIf.Comparison ten = WhatIf.compare(Village.world(), CHARTER,
                CHARTER.quantity("Q21", new Quantity.AtLeast(10)), FACTS, waivers, MAY, Load.ASSUMED);
        assertThat(ten.changes()).as("10 is less than the lowered 12").filteredOn(change -> change.key().equals(spring))
                .singleElement().matches(change -> change.then() != null && change.then().target() == 10);
        WhatIf.Comparison each = WhatIf.compare(Village.world(), CHARTER, CHARTER.reading("节数怎么合计", "每所成员校"),
                FACTS, waivers, MAY, Load.ASSUMED);
        assertThat(each.changes()).filteredOn(
                change -> change.key().duty().equals("Q21") && change.key().period().equals("2023-2024-1")
                        && change.then() != null)
                .hasSize(2).allMatch(change -> change.then() != null && change.then().status() == Status.WAIVED);
    }

    @Test
    void aReadingThatNoRecordDependsOnChangesNothing() {
        WhatIf.Comparison comparison = compare(CHARTER.reading("民办和九年制学校", "另定"));

        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.hours()).isZero();
    }

    @Test
    void hoursAreRoundedUpAndUnitsWithoutMinutesCostNothing() {
        Load load = new Load(Map.of("次", 90), "示例");

        assertThat(load.hours(Map.of("次", 1, "名", 5))).isEqualTo(2);
    }
}
