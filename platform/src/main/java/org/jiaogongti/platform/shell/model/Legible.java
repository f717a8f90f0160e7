package org.jiaogongti.platform.shell.model;

import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Text in which every character shows: one that cannot be written or drawn is named by its code, never left blank. */
final class Legible {

    private Legible() {}

    /** For a file of characters: what XML cannot hold is named. */
    static String written(String text) {
        return shown(text, Legible::isInXml, _ -> {});
    }

    /**
     * For a page drawn in one typeface.
     *
     * @param missing gets each character that the typeface lacks
     */
    static String drawn(String text, IntPredicate drawable, IntConsumer missing) {
        return shown(text, point -> isInXml(point) && (drawable.test(point) || point == '\n'), missing);
    }

    private static String shown(String text, IntPredicate good, IntConsumer missing) {
        if (text.codePoints().allMatch(good)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (good.test(point)) {
                out.appendCodePoint(point);
            } else {
                missing.accept(point);
                out.append(name(point));
            }
        });
        return out.toString();
    }

    /** 〔U+20BB7〕: the code by which the character is found in the Word file or a dictionary. */
    static String name(int point) {
        return "〔" + String.format(Locale.ROOT, "U+%04X", point) + "〕";
    }

    /** XML 1.0, production 2, without tabs and carriage returns, which no document needs. */
    private static boolean isInXml(int point) {
        return point == '\n' || (point >= 0x20 && point <= 0xD7FF) || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
