package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.revising.Grounds;
import org.jiaogongti.charter.revising.Revision;
import org.jiaogongti.platform.round.By;
import org.jiaogongti.platform.round.RoundHistory;
import org.springframework.stereotype.Component;

/** A draft of round two's charter with its trial on round one: fewer demonstration lessons, more work on weak subjects. */
@Component
final class RoundLoad {

    private static final String EDITOR = "示例职员02";
    private static final LocalDate WRITTEN = LocalDate.of(2024, 11, 12);
    private static final LocalDate SPRING = LocalDate.of(2025, 2, 17);

    private final RoundHistory rounds;

    RoundLoad(RoundHistory rounds) {
        this.rounds = rounds;
    }

    void load(SampleWorld world, SampleKeys keys) {
        if (world.date().isBefore(WRITTEN) || !world.date().isBefore(SPRING)) {
            return;
        }
        String paper = "示例文〔2024〕60 号（示例），2024-11-11";
        rounds.takeOver(SPRING, List.of(
                new Revision.Renumbered("Q21", new Quantity.AtLeast(12),
                        new Grounds("示例领导01", paper, "示例：第一轮示范课多集中在十一月，数到了，用处不大")),
                new Revision.Renumbered("Q13", new Quantity.AtLeast(4),
                        new Grounds("示例领导01", paper, "示例：第一轮薄弱学科每学期都刚做满三次，还不够"))),
                new By(keys.accountOf(EDITOR), EDITOR, WRITTEN));
    }
}
