package org.jiaogongti.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.jiaogongti.platform.shell.BarChart.Bar;
import org.jiaogongti.platform.shell.BarChart.Ink;
import org.jiaogongti.platform.shell.BarChart.Part;
import org.jiaogongti.platform.shell.BarChart.Piece;
import org.junit.jupiter.api.Test;

class BarChartTest {

    private static final List<Part> PARTS = List.of(new Part("完成", Ink.SOLID), new Part("进行中", Ink.HATCHED),
            new Part("未完成", Ink.CROSSED));

    private static BarChart chart(Bar... bars) {
        return new BarChart("任务完成情况", "各共同体", PARTS, List.of(bars));
    }

    @Test
    void piecesLieBesideEachOtherOnTheScaleOfTheLongestBar() {
        Bar longest = new Bar("岳林小学教学共同体", List.of(6L, 0L, 2L), "6/8");
        Bar half = new Bar("居敬小学教学共同体", List.of(1L, 1L, 2L), "1/4");
        BarChart chart = chart(longest, half);
        assertThat(chart.pieces(longest)).containsExactly(new Piece(Ink.SOLID, 0, 750),
                new Piece(Ink.CROSSED, 750, 250));
        assertThat(chart.pieces(half)).containsExactly(new Piece(Ink.SOLID, 0, 125), new Piece(Ink.HATCHED, 125, 125),
                new Piece(Ink.CROSSED, 250, 250));
        assertThat(chart.pieces(half).getFirst().width()).isEqualTo("12.5%");
    }

    @Test
    void whatIsThereIsDrawnHoweverLittle() {
        Bar much = new Bar("一", List.of(5_000L, 0L, 1L), "");
        assertThat(chart(much).pieces(much)).extracting(Piece::length).containsExactly(999, 1);
        Bar nothing = new Bar("二", List.of(0L, 0L, 0L), "");
        assertThat(chart(nothing).pieces(nothing)).isEmpty();
        assertThat(chart(nothing).empty()).isTrue();
    }

    @Test
    void theSamePartsAreInEveryBarAndNoneIsNegative() {
        assertThatThrownBy(() -> chart(new Bar("一", List.of(1L), ""))).hasMessageContaining("each part");
        assertThatThrownBy(() -> new Bar("一", List.of(-1L), "")).hasMessageContaining("0 or more");
    }

    /** The picture needs no typeface of the machine, and its inks differ without colour. */
    @Test
    void theDocumentsPictureIsDrawnWithItsWords() throws IOException {
        BarChart words = new BarChart("金额", "", List.of(new Part("元", Ink.SOLID)),
                List.of(new Bar("居敬小学教学共同体", List.of(0L), "0.00")));
        BarChart none = new BarChart("金额", "", List.of(new Part("元", Ink.SOLID)),
                List.of(new Bar("", List.of(0L), "")));
        assertThat(dark(words)).isGreaterThan(2_000);
        assertThat(dark(none)).isZero();
        assertThat(dark(of(Ink.EMPTY))).isLessThan(dark(of(Ink.HATCHED)));
        assertThat(dark(of(Ink.HATCHED))).isLessThan(dark(of(Ink.CROSSED)));
        assertThat(dark(of(Ink.CROSSED))).isLessThan(dark(of(Ink.SOLID)));
    }

    private static BarChart of(Ink ink) {
        return new BarChart("", "", List.of(new Part("", ink)), List.of(new Bar("", List.of(1L), "")));
    }

    private static long dark(BarChart chart) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(chart.picture().bytes()));
        long dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += (image.getRGB(x, y) & 0xff00) >> 8 < 160 ? 1 : 0;
            }
        }
        return dark;
    }
}
