package org.jiaogongti.platform.credit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.activity.PersonOccasion;
import org.jiaogongti.platform.attendance.HeldTime;
import org.jiaogongti.platform.credit.Credit;
import org.jiaogongti.platform.credit.CreditColumn;
import org.jiaogongti.platform.credit.CreditRule;
import org.jiaogongti.platform.credit.CreditRule.Per;
import org.jiaogongti.platform.credit.model.Reckoning.Known;
import org.junit.jupiter.api.Test;

final class ReckoningTest {

    private static PersonOccasion occasion(PersonOccasion.Part... parts) {
        return new PersonOccasion(new UUID(0, 1), LocalDate.of(2024, 9, 12), false, List.of(parts), "语文", "五上《将相和》",
                "居敬小学", true);
    }

    /** Two lessons of 2 hours, two of observation of 1, by the data file. */
    @Test
    void everyKindOfAnOccasionIsALineOfItsOwn() {
        List<Credit> lines = Reckoning.lines(
                List.of(occasion(new PersonOccasion.Part("demonstration-lesson", "示范课", 2),
                        new PersonOccasion.Part("lesson-observation", "听课评课", 2))),
                Defaults.rules(List.of()), Known.NOTHING);
        assertThat(lines).extracting(Credit::activity).containsExactly("示范课 语文 五上《将相和》", "听课评课 语文 五上《将相和》");
        assertThat(lines).extracting(line -> line.hours().intValueExact()).containsExactly(4, 2);
        assertThat(lines).extracting(Credit::category).containsExactly("教学展示", "校本研修");
    }

    @Test
    void theBureausRuleGoesBeforeTheFilesAndAnUnknownKindIsCountedAsTheOthers() {
        Map<String, CreditRule> rules = Defaults.rules(
                List.of(new CreditRule("lecture", "自主研修", new BigDecimal("1.5"), Per.OCCASION)));
        List<Credit> lines = Reckoning.lines(List.of(occasion(new PersonOccasion.Part("lecture", "专题讲座", 3),
                new PersonOccasion.Part("own-1a2b3c4d", "阅读指导", 3))), rules, Known.NOTHING);
        assertThat(lines).extracting(line -> line.category() + line.hours()).containsExactly("自主研修1.5", "教研活动2");
    }

    /** 170 minutes are 3.78 of 45, so 3.5; shared as 4 to 2 they are 2.33 and 1.17, in halves 2.5 and 1. */
    @Test
    void whereItIsKnownHowLongItWasThatCountsAndIsSharedOutAsTheRulesWould() {
        PersonOccasion both = occasion(new PersonOccasion.Part("demonstration-lesson", "示范课", 2),
                new PersonOccasion.Part("lesson-observation", "听课评课", 2));
        HeldTime time = new HeldTime(LocalTime.of(8, 20), LocalTime.of(11, 10));
        List<Credit> lines = Reckoning.lines(List.of(both), Defaults.rules(List.of()),
                new Known(Set.of(both.id()), Map.of(both.id(), time)));
        assertThat(lines).extracting(line -> line.hours().toPlainString()).containsExactly("2.5", "1.0");
        assertThat(lines).allSatisfy(line -> assertThat(line.signedIn()).isTrue());
        assertThat(Reckoning.halves(44)).isEqualTo(1);
        assertThat(Reckoning.halves(45)).isEqualTo(2);
        assertThat(Reckoning.halves(22)).isZero();
    }

    /** Whatever is shared out comes to what there was, and no part is a half or more from its due. */
    @Test
    void sharesComeToTheWhole() {
        Random random = new Random(44);
        for (int round = 0; round < 500; round++) {
            int halves = random.nextInt(40);
            List<BigDecimal> usual = random.ints(1 + random.nextInt(5), 0, 60)
                    .mapToObj(tenths -> BigDecimal.valueOf(tenths, 1)).toList();
            List<BigDecimal> shared = Reckoning.shared(halves, usual);
            assertThat(shared.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(BigDecimal.valueOf(halves * 5L, 1));
            double all = usual.stream().mapToDouble(BigDecimal::doubleValue).sum();
            for (int at = 0; at < usual.size() && all > 0; at++) {
                assertThat(shared.get(at).doubleValue())
                        .isBetween(usual.get(at).doubleValue() * halves / 2 / all - 0.5,
                                usual.get(at).doubleValue() * halves / 2 / all + 0.5);
            }
        }
    }

    @Test
    void aFormIsRefusedFieldByFieldAndReadWhole() {
        Map<String, String> typed = new HashMap<>(Map.of("category_lecture", " 专题讲座 ", "hours_lecture", "1.5",
                "per_lecture", "LESSON", "heading_1", "学时数", "field_1", "HOURS", "heading_3", "编号", "field_3", "?"));
        RulesTyped.Read read = new RulesTyped(typed).read(List.of("lecture"));
        assertThat(read.problems()).isEmpty();
        assertThat(read.rules()).containsExactly(
                new CreditRule("lecture", "专题讲座", new BigDecimal("1.5"), Per.LESSON));
        assertThat(read.columns()).containsExactly(new CreditColumn("学时数", CreditColumn.Field.HOURS),
                new CreditColumn("编号", CreditColumn.Field.BLANK));
        for (String wrong : List.of("-1", "1.3", "100", "一", "")) {
            typed.put("hours_lecture", wrong);
            assertThat(new RulesTyped(typed).read(List.of("lecture")).problems()).as(wrong)
                    .containsOnlyKeys("hours_lecture");
        }
        assertThat(new RulesTyped(Map.of()).read(List.of("lecture")).problems())
                .containsOnlyKeys("category_lecture", "hours_lecture", "heading_1");
    }
}
