package org.jiaogongti.platform.search.model;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.sourceforge.pinyin4j.PinyinHelper;

/** The letters a character may be typed as: the first letter of each of its readings, or the letter or digit itself. */
public final class Initials {

    private static final Map<Integer, String> KNOWN = new ConcurrentHashMap<>();

    private Initials() {}

    /**
     * Every reading counts: 重 is {@code cz}, 曾 is {@code cz}, 奉 is {@code f}. Empty for characters that nobody types by
     * sound, rare ones without a known reading among them.
     */
    public static String of(int character) {
        return KNOWN.computeIfAbsent(character, Initials::read);
    }

    private static String read(int character) {
        if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) {
            return Character.toString(character);
        }
        String[] readings = Character.isBmpCodePoint(character) && Character.isIdeographic(character)
                ? PinyinHelper.toHanyuPinyinStringArray((char) character)
                : null;
        return readings == null
                ? ""
                : Arrays.stream(readings).map(reading -> reading.substring(0, 1))
                        .filter(letter -> letter.matches("[a-z]"))
                        .distinct().sorted().collect(Collectors.joining());
    }
}
