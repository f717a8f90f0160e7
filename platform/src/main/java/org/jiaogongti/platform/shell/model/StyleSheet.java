package org.jiaogongti.platform.shell.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A style sheet as it is sent: without rules for classes that no element has. */
public final class StyleSheet {

    private static final Pattern CLASS = Pattern.compile("\\.((?:[A-Za-z_]|\\\\.)(?:[\\w-]|\\\\.)*)");
    /** Here a dot is no class, or the class must not be there. */
    private static final Pattern NO_CLASS = Pattern.compile(":not\\([^()]*\\)|\\[[^\\]]*]");
    /** One of several is enough for these, so a missing class says nothing. */
    private static final Pattern ANY_OF = Pattern.compile(":(is|where|has|not)\\(");
    private static final List<String> GROUPS = List.of("@media", "@supports", "@layer", "@container");

    private final String text;
    private final Predicate<String> absent;
    private int at;

    private StyleSheet(String text, Predicate<String> absent) {
        this.text = text;
        this.absent = absent;
    }

    /**
     * The same sheet for elements of which none has an absent class; what else may match is kept, letter for letter.
     *
     * @param absent says of a class that no element has it
     */
    public static String without(String sheet, Predicate<String> absent) {
        return new StyleSheet(sheet, absent).rules();
    }

    /** Every class that some selector names. */
    public static Stream<String> classes(String sheet) {
        return CLASS.matcher(sheet).results().map(found -> plain(found.group(1))).distinct();
    }

    private String rules() {
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            if (text.startsWith("/*", at)) {
                at = text.indexOf("*/", at) + 2;
                continue;
            }
            int start = at;
            at = headEnd(start);
            if (at >= text.length() || text.charAt(at) == ';') {
                out.append(text, start, Math.min(++at, text.length()));
            } else {
                String head = text.substring(start, at);
                int end = blockEnd(at);
                out.append(rule(head.strip(), text.substring(at + 1, end)));
                at = end + 1;
            }
        }
        return out.toString();
    }

    private String rule(String head, String body) {
        if (GROUPS.stream().anyMatch(head::startsWith)) {
            String inner = without(body, absent);
            return inner.isBlank() ? "" : head + "{" + inner + "}";
        }
        if (head.startsWith("@")) {
            return head + "{" + body + "}";
        }
        List<String> kept = selectors(head).stream().filter(selector -> !neverMatches(selector)).toList();
        return kept.isEmpty() ? "" : String.join(",", kept) + "{" + body + "}";
    }

    private boolean neverMatches(String selector) {
        String rest = NO_CLASS.matcher(selector).replaceAll("");
        if (ANY_OF.matcher(rest).find()) {
            return false;
        }
        Matcher named = CLASS.matcher(rest);
        return named.results().anyMatch(found -> absent.test(plain(found.group(1))));
    }

    private static String plain(String name) {
        return name.replace("\\", "");
    }

    /** Where the part before a block, or a statement without one, ends. */
    private int headEnd(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '{' && text.charAt(end) != ';') {
            end = afterQuoted(end) + 1;
        }
        return end;
    }

    private int blockEnd(int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            i = afterQuoted(i);
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a block is not closed from " + open + " on");
    }

    /** The last character of what is quoted here, or this place. */
    private int afterQuoted(int from) {
        char quote = text.charAt(from);
        return quote == '"' || quote == '\'' ? text.indexOf(quote, from + 1) : from;
    }

    private static List<String> selectors(String head) {
        List<String> all = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                all.add(head.substring(start, i));
                start = i + 1;
            }
        }
        all.add(head.substring(start));
        return all;
    }
}
