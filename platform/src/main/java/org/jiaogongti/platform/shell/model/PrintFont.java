package org.jiaogongti.platform.shell.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The free typeface of the copies, Noto Sans SC (SIL Open Font License 1.1, beside the file). Read when first asked for. */
final class PrintFont {

    static final String FAMILY = "Noto Sans SC";
    private static final String FILE = "/shell/font/NotoSansSC_400Regular.ttf";

    private PrintFont() {}

    static InputStream open() {
        InputStream file = PrintFont.class.getResourceAsStream(FILE);
        if (file == null) {
            throw new IllegalStateException("no " + FILE + " on the class path\nThe build has left out the typeface.");
        }
        return file;
    }

    /** Whether the typeface has a glyph for a character. */
    static boolean draws(int point) {
        return Held.POINTS.get(point);
    }

    private static final class Held {

        static final BitSet POINTS = read();

        private static BitSet read() {
            try (InputStream file = open();
                    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
                CmapLookup glyphs = font.getUnicodeCmapLookup();
                BitSet points = new BitSet(Character.MAX_CODE_POINT + 1);
                for (int point = ' '; point <= Character.MAX_CODE_POINT; point++) {
                    points.set(point, glyphs.getGlyphId(point) != 0);
                }
                return points;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
