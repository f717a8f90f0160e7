package org.jiaogongti.platform.spending.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.spending.By;
import org.jiaogongti.platform.spending.Category;
import org.jiaogongti.platform.spending.Category.Unit;
import org.jiaogongti.platform.spending.Expense.Over;
import org.jiaogongti.platform.spending.model.Ceilings.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A ceiling is reached and not passed; a share is of the whole budget; what was set later does not change what was before. */
final class CeilingsTest {

    private static final By BY = new By(new UUID(0, 1), "示例管理员01", LocalDate.of(2022, 12, 20));

    private static Category category(String code, int position, Unit unit, @Nullable Long ceiling,
            @Nullable Integer share, String from, boolean ended) {
        return new Category(new UUID(1, Integer.toUnsignedLong(from.hashCode() + code.hashCode())), code, code,
                position, unit, ceiling, share, LocalDate.parse(from), ended, "示例文件", BY);
    }

    @Test
    void theCeilingIsForEachUnitAndIncludesItsNumber() {
        Category travel = category("travel", 1, Unit.PERSON_DAY, 8000L, null, "2023-01-01", false);
        assertThat(Ceilings.aboveRate(travel, 96_000, 12)).as("12 × 80.00").isFalse();
        assertThat(Ceilings.aboveRate(travel, 96_001, 12)).isTrue();
        Category material = category("material", 2, Unit.NONE, null, null, "2023-01-01", false);
        assertThat(Ceilings.aboveRate(material, Yuan.MOST, 1)).isFalse();
    }

    @Test
    void budgetAndShareAreReachedAndNotPassed() {
        Category meal = category("meal", 1, Unit.PERSON_DAY, 4000L, 10, "2023-01-01", false);
        assertThat(Ceilings.over(meal, 20_000, new Standing(40_000, 60_000, 600_000))).isEqualTo(Over.NOTHING);
        assertThat(Ceilings.over(meal, 20_001, new Standing(40_000, 60_000, 600_010)))
                .as("60,001 of 60,000 planned; 10 %% of 600,010 are 60,001").isEqualTo(new Over(true, false));
        assertThat(Ceilings.over(meal, 20_001, new Standing(40_000, 90_000, 600_009))).isEqualTo(new Over(false, true));
        assertThat(Ceilings.over(meal, 1, new Standing(0, 0, 0))).as("no budget").isEqualTo(new Over(true, true));
        assertThat(Ceilings.overShare(meal, 0, 0)).isFalse();
    }

    @Test
    void aDayHasTheValuesThatHadBegunByThen() {
        Category first = category("lecture", 2, Unit.LESSON, 30_000L, null, "2023-01-01", false);
        Category later = category("lecture", 2, Unit.LESSON, 40_000L, null, "2024-01-01", false);
        Category gone = category("meal", 1, Unit.NONE, null, null, "2024-01-01", true);
        Category meal = category("meal", 1, Unit.NONE, null, 10, "2023-01-01", false);
        List<Category> all = List.of(first, meal, later, gone);
        assertThat(CategoryDays.on(all, LocalDate.of(2022, 12, 31))).isEmpty();
        assertThat(CategoryDays.on(all, LocalDate.of(2023, 12, 31)).values()).containsExactly(meal, first);
        assertThat(CategoryDays.on(all, LocalDate.of(2024, 1, 1)).values()).containsExactly(later);
        assertThat(CategoryDays.names(all, LocalDate.of(2024, 1, 1))).as("what has ended keeps its name")
                .isEqualTo(Map.of("meal", "meal", "lecture", "lecture"));
        assertThat(CategoryDays.coming(all, LocalDate.of(2023, 6, 1))).containsExactly(later, gone);
        assertThat(CategoryDays.nextPosition(all)).isEqualTo(3);
    }
}
