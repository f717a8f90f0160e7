package org.jiaogongti.platform.shell.model;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jiaogongti.platform.shell.model.ChartPicture.Lettering;

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

    /** Each text as an outline, for pictures: characters beside each other by their own widths. */
    static Map<String, Lettering> letterings(Collection<String> texts, double size) {
        Map<String, Lettering> all = new HashMap<>();
        try (TrueTypeFont font = parsed()) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            double scale = size / font.getUnitsPerEm();
            for (String text : texts) {
                Path2D shape = new Path2D.Double();
                double at = 0;
                for (int point : Legible.drawn(text, PrintFont::draws, _ -> {}).codePoints().toArray()) {
                    int glyph = glyphs.getGlyphId(point);
                    GlyphData drawn = font.getGlyph().getGlyph(glyph);
                    if (drawn != null) {
                        AffineTransform place = AffineTransform.getTranslateInstance(at, 0);
                        place.scale(scale, -scale);
                        shape.append(place.createTransformedShape(drawn.getPath()), false);
                    }
                    at += font.getAdvanceWidth(glyph) * scale;
                }
                all.put(text, new Lettering(shape, at));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static TrueTypeFont parsed() throws IOException {
        try (InputStream file = open()) {
            return new TTFParser().parse(new RandomAccessReadBuffer(file));
        }
    }

    private static final class Held {

        static final BitSet POINTS = read();

        private static BitSet read() {
            try (TrueTypeFont font = parsed()) {
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
