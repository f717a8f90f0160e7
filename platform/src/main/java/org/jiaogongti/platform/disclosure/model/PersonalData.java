package org.jiaogongti.platform.disclosure.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must not become public: names of people whom the district knows, telephone numbers, numbers of identity cards. Wide
 * characters count as narrow ones, and numbers are found when somebody has put spaces or hyphens into them.
 */
public final class PersonalData {

    private static final String GAP = "[ \\-\u00A0\u2010-\u2015\u3000.]?";
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9])1" + GAP + "[3-9]" + ("" + GAP + "[0-9]").repeat(9)
            + "(?![0-9])");
    private static final Pattern LANDLINE = Pattern.compile("(?<![0-9])0[0-9]{2,3}[ \\-][0-9]{7,8}(?![0-9])");
    private static final Pattern IDENTITY = Pattern.compile("(?<![0-9])[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])"
            + "(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9])");

    private PersonalData() {}

    /** What was found. */
    public enum Kind {
        NAME, MOBILE, LANDLINE, IDENTITY;

        /** A word can be a name and something else; a number is what it is. */
        public boolean clearable() {
            return this == NAME;
        }
    }

    /**
     * Something found.
     *
     * @param file the attachment it is in; empty for the text itself
     * @param line counted from 1
     */
    public record Found(Kind kind, String what, String file, int line) {}

    /** Reads text after text. */
    public static final class Reader {

        private final Function<String, Set<String>> names;
        private final Set<String> cleared;
        private final List<Found> found = new ArrayList<>();

        /**
         * @param names the names of people that a text without blanks contains
         * @param cleared names that somebody let stand
         */
        public Reader(Function<String, Set<String>> names, Set<String> cleared) {
            this.names = names;
            this.cleared = Set.copyOf(cleared);
        }

        public void read(String file, String text) {
            String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
            Set<String> known = names.apply(plain.replaceAll("[\\s\\u3000]", ""));
            int line = 0;
            for (String each : plain.split("\n", -1)) {
                line++;
                numbers(file, line, each);
                String dense = each.replaceAll("[\\s\\u3000]", "");
                for (String name : known) {
                    if (!cleared.contains(name) && dense.contains(name)) {
                        found.add(new Found(Kind.NAME, name, file, line));
                    }
                }
            }
        }

        private void numbers(String file, int line, String text) {
            Matcher identity = IDENTITY.matcher(text);
            while (identity.find()) {
                found.add(new Found(Kind.IDENTITY, identity.group(), file, line));
            }
            String rest = identity.replaceAll("#");
            add(Kind.MOBILE, MOBILE.matcher(rest), file, line);
            add(Kind.LANDLINE, LANDLINE.matcher(rest), file, line);
        }

        private void add(Kind kind, Matcher matcher, String file, int line) {
            while (matcher.find()) {
                found.add(new Found(kind, matcher.group(), file, line));
            }
        }

        public List<Found> found() {
            return List.copyOf(found);
        }
    }
}
