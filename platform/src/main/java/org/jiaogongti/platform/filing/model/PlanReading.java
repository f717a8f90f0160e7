package org.jiaogongti.platform.filing.model;

import java.util.List;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.filing.PlanText;

/** What was typed becomes a text, or says which field is not as it has to be. */
public final class PlanReading {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST = 2000;
    private static final int LONGEST_WORDS = 600;

    private PlanReading() {}

    /** What came of it. */
    public sealed interface Read {

        record Good(PlanText text) implements Read {}

        record Bad(String field, String key, List<Object> numbers) implements Read {}
    }

    /** What came of a word that somebody typed. */
    public sealed interface Word {

        record Given(String words) implements Word {}

        record Bad(String key, List<Object> numbers) implements Word {}
    }

    /** A plan to be checked says all of it; what is only filed says at least when, where and what. */
    public static Read read(PlanText typed, Gate gate) {
        PlanText text = new PlanText(paragraphs(typed.title()).replace('\n', ' '), paragraphs(typed.timePlace()),
                paragraphs(typed.theme()), paragraphs(typed.agenda()), paragraphs(typed.people()));
        String[] fields = {"title", "timePlace", "theme", "agenda", "attendees"};
        String[] values = {text.title(), text.timePlace(), text.theme(), text.agenda(), text.people()};
        for (int at = 0; at < fields.length; at++) {
            int longest = at == 0 ? LONGEST_TITLE : LONGEST;
            int length = values[at].codePointCount(0, values[at].length());
            boolean needed = at < 3 || gate == Gate.CHECKED_AND_FILED;
            if (needed && values[at].isEmpty()) {
                return new Read.Bad(fields[at], "filing.error.missing." + fields[at], List.of());
            }
            if (length > longest) {
                return new Read.Bad(fields[at], "filing.error.long", List.of(longest, length));
            }
        }
        return new Read.Good(text);
    }

    /** Advice, a reason, a question or an answer. */
    public static Word words(String typed, boolean needed) {
        String words = paragraphs(typed);
        int length = words.codePointCount(0, words.length());
        if (needed && words.isEmpty()) {
            return new Word.Bad("filing.error.missing.words", List.of());
        }
        return length > LONGEST_WORDS
                ? new Word.Bad("filing.error.long", List.of(LONGEST_WORDS, length))
                : new Word.Given(words);
    }

    /** Line ends become one kind, what cannot be seen goes, a third empty line goes too; the words stay as they are. */
    static String paragraphs(String typed) {
        StringBuilder out = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean invisible = type == Character.CONTROL || type == Character.SURROGATE || type == Character.FORMAT;
            boolean variation = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
            if (c == '\n' || !invisible || variation) {
                out.appendCodePoint(c);
            } else if (c == '\t') {
                out.append(' ');
            }
        });
        return out.toString().replaceAll("[ \\u3000]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
    }
}
