package org.jiaogongti.platform.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SafeNamesTest {

    private final SafeNames names = new SafeNames();

    @Test
    void whatWindowsForbidsOrReservesIsReplaced() {
        assertThat(names.file("", "a<b>c:d\"e/f\\g|h?i*j.jpg")).isEqualTo("a_b_c_d_e_f_g_h_i_j.jpg");
        assertThat(names.file("", "CON")).isEqualTo("_CON");
        assertThat(names.file("", "lpt1.jpg")).isEqualTo("_lpt1.jpg");
        assertThat(names.file("", "console.jpg")).isEqualTo("console.jpg");
        assertThat(names.file("", "名字 . .")).isEqualTo("名字");
        assertThat(names.file("", "...")).isEqualTo("_");
        assertThat(names.file("", "a\tb\u0000c")).isEqualTo("a_b_c");
        assertThat(names.folder("01 三(二)3 示范课")).isEqualTo("01 三(二)3 示范课");
    }

    @Test
    void signsThatTheChineseCodePageLacksAreReplaced() {
        assertThat(names.file("", "萧王庙小学《将相和》.jpg")).isEqualTo("萧王庙小学《将相和》.jpg");
        assertThat(names.file("", "笑😀脸.png")).isEqualTo("笑_脸.png");
        assertThat(names.file("", "한글.pdf")).isEqualTo("__.pdf");
    }

    @Test
    void equalNamesAreNumberedBeforeTheirSuffix() {
        assertThat(names.file("f", "照片.jpg")).isEqualTo("f/照片.jpg");
        assertThat(names.file("f", "照片.jpg")).isEqualTo("f/照片 (2).jpg");
        assertThat(names.file("f", "照片.JPG")).isEqualTo("f/照片 (3).JPG");
        assertThat(names.file("g", "照片.jpg")).isEqualTo("g/照片.jpg");
    }

    @Test
    void aLongNameKeepsItsSuffixAndItsNumber() {
        String long1 = names.file("文件夹", "很".repeat(400) + ".docx");
        String long2 = names.file("文件夹", "很".repeat(400) + ".docx");
        assertThat(long1).hasSize(SafeNames.LONGEST_PATH).endsWith("很.docx");
        assertThat(long2).hasSize(SafeNames.LONGEST_PATH).endsWith("很 (2).docx");
    }

    @Test
    void whateverIsAskedForThePathsAreSafeAndDifferent() {
        Random random = new Random(20_191_106);
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 3_000; i++) {
            StringBuilder wanted = new StringBuilder();
            int length = random.nextInt(6) == 0 ? random.nextInt(300) : random.nextInt(4);
            for (int at = 0; at < length; at++) {
                wanted.appendCodePoint(List.of((int) 'a', (int) 'A', (int) '.', (int) ' ', 0x7b2c, 0x1f600, (int) '/',
                        (int) ':', (int) '2', 7, 0xd800).get(random.nextInt(11)));
            }
            String path = names.file(names.folder("第 " + random.nextInt(3)), wanted.toString());
            assertThat(path.length()).isLessThanOrEqualTo(SafeNames.LONGEST_PATH);
            assertThat(path).doesNotContainPattern("[<>:\"\\\\|?*\\p{Cntrl}]").doesNotEndWith(".").doesNotEndWith(" ");
            assertThat(Charset.forName("GBK").newEncoder().canEncode(path)).isTrue();
            assertThat(all.add(path.toLowerCase(Locale.ROOT))).as(path).isTrue();
        }
    }
}
