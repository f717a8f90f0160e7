package org.jiaogongti.platform.filing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jiaogongti.platform.filing.model.Changes.Fate;
import org.jiaogongti.platform.filing.model.Changes.Run;
import org.junit.jupiter.api.Test;

final class ChangesTest {

    private static String of(String before, String after) {
        StringBuilder out = new StringBuilder();
        for (Run run : Changes.between(before, after)) {
            out.append(switch (run.fate()) {
                case KEPT -> run.text();
                case REMOVED -> "[-" + run.text() + "]";
                case ADDED -> "[+" + run.text() + "]";
            });
        }
        return out.toString();
    }

    /** The example of the picture: a day and a place that changed, with the month before and the full stop behind kept. */
    @Test
    void aChangedDayAndPlaceAreReadAsOneChangeEach() {
        assertThat(of("12月17日（周二）下午，居敬小学。", "12月4日（周三）下午 13:30，育才学校科学教室。"))
                .isEqualTo("12月[-17][+4]日（周[-二][+三]）下午[+ 13:30]，[-居敬小学][+育才学校科学教室]。");
    }

    @Test
    void numbersAndWordsAreNotTakenApart() {
        assertThat(of("20分钟", "25分钟")).isEqualTo("[-20][+25]分钟");
        assertThat(of("看 lesson", "看 lessons")).isEqualTo("看 [-lesson][+lessons]");
    }

    @Test
    void equalTextsHaveNoChangeAndEmptyOnesAreWhole() {
        assertThat(Changes.between("一样", "一样")).containsExactly(new Run(Fate.KEPT, "一样"));
        assertThat(of("", "新写的")).isEqualTo("[+新写的]");
        assertThat(of("不要了", "")).isEqualTo("[-不要了]");
        assertThat(Changes.between("", "")).isEmpty();
    }

    @Test
    void bothTextsCanBeReadOutOfTheRuns() {
        Random random = new Random(20191);
        for (int round = 0; round < 500; round++) {
            String before = text(random);
            String after = text(random);
            List<Run> runs = Changes.between(before, after);
            assertThat(read(runs, Fate.ADDED)).as(before + " → " + after).isEqualTo(before);
            assertThat(read(runs, Fate.REMOVED)).as(before + " → " + after).isEqualTo(after);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int at = random.nextInt(14); at > 0; at--) {
            text.append("备课评12\n，𠮷".codePoints().skip(random.nextInt(8)).limit(1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
        }
        return text.toString();
    }

    private static String read(List<Run> runs, Fate without) {
        StringBuilder text = new StringBuilder();
        runs.stream().filter(run -> run.fate() != without).forEach(run -> text.append(run.text()));
        return text.toString();
    }
}
