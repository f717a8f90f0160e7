package org.jiaogongti.platform.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.DatedRows;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.intake.Upload.Verdict;
import org.jiaogongti.platform.intake.UploadLine;
import org.junit.jupiter.api.Test;

/** Batches of one file know of each other before anything is in the table. */
class JudgeTest {

    private static final Map<String, Integer> MAPPING = Map.of("name", 0, "from", 1, "to", 2);

    private final Judge judge = new Judge(new Dated(), MAPPING, new Cells(LocalDate.of(2024, 11, 20)));

    private UploadLine judged(int number, String name, String from, String to) {
        return judge.judge(List.of(new RawRow(number, List.of(name, from, to)))).getFirst();
    }

    @Test
    void aRowThatCrossesOneOfAnEarlierBatchIsBadByItself() {
        assertThat(judged(2, "甲", "2024-01-01", "2024-06-30").verdict()).isEqualTo(Verdict.NEW);
        assertThat(judged(3, "乙", "2024-03-01", "").verdict()).isEqualTo(Verdict.NEW);
        UploadLine crossing = judged(4, "甲", "2024-06-30", "");
        assertThat(crossing.verdict()).isEqualTo(Verdict.BAD);
        assertThat(crossing.problems()).extracting(Problem::key).containsExactly("intake.row.overlap");
        assertThat(judged(5, "甲", "2024-07-01", "").verdict()).isEqualTo(Verdict.NEW);
    }

    @Test
    void aBadRowStandsInNobodysWay() {
        assertThat(judged(2, "甲", "2024-06-01", "2024-05-01").verdict()).isEqualTo(Verdict.BAD);
        assertThat(judged(3, "甲", "2024-05-15", "").verdict()).isEqualTo(Verdict.NEW);
    }

    /** Things that are true of a name from a day to a day. */
    private static final class Dated implements SheetKind {

        @Override
        public String code() {
            return "dated";
        }

        @Override
        public int position() {
            return 0;
        }

        @Override
        public boolean mayFill(Actor actor) {
            return true;
        }

        @Override
        public List<Column> columns() {
            return List.of(Column.key("name", Cell.words(9), "名"), Column.key("from", Cell.day(), "起"),
                    Column.optional("to", Cell.day(), "止"));
        }

        @Override
        public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
            Map<Integer, List<Problem>> problems = new HashMap<>();
            DatedRows.check(lines, columns(), DatedRows.overlaid(all(), earlier, columns()), row -> row.get("name"),
                    problems);
            return problems;
        }

        @Override
        public void put(Actor actor, List<SheetRow> rows) {
            throw new UnsupportedOperationException("nothing goes in here");
        }

        @Override
        public void remove(Actor actor, List<SheetRow> rows) {
            throw new UnsupportedOperationException("nothing comes out here");
        }

        @Override
        public List<SheetRow> all() {
            return List.of();
        }
    }
}
