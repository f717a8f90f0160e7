package org.jiaogongti.charter.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class NoticeTest {

    @Test
    void addressesAnItemOfASectionByAllThree() {
        Notice notice = notice("三、任务\n(二)教学\n6.竞赛每学期一次。\n");
        assertThat(notice.clause("三(二)6")).hasValueSatisfying(
                clause -> assertThat(clause.text().strip()).isEqualTo("6.竞赛每学期一次。"));
        assertThat(notice.quote("三(二)6", "每学期一次")).hasValueSatisfying(
                quote -> assertThat(notice.text().substring(quote.start(), quote.end())).isEqualTo("每学期一次"));
    }

    private static Notice notice(String text) {
        return new Notice("通知", "0", "教育局", LocalDate.of(2019, 9, 11), text);
    }
}
