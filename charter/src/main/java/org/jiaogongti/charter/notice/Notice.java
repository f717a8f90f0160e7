package org.jiaogongti.charter.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a notice with its clause addresses. Numbered headings open clauses: {@code 三、}, {@code (一)},
 * {@code 5.}; a clause runs to the next heading of its own or a higher level, so an unnumbered paragraph belongs to the
 * clause before it and {@code 三} contains {@code 三(一)5}.
 */
public final class Notice {

    private static final Pattern HEADING = Pattern
            .compile("^(?:([一二三四五六七八九十]+)、|[(\uFF08]([一二三四五六七八九十]+)[)\uFF09]|([0-9]+)[.\uFF0E])");

    private final String title;
    private final String indexNumber;
    private final String issuer;
    private final LocalDate issuedOn;
    private final String text;
    private final Map<String, Clause> clauses;

    public Notice(String title, String indexNumber, String issuer, LocalDate issuedOn, String text) {
        this.title = title;
        this.indexNumber = indexNumber;
        this.issuer = issuer;
        this.issuedOn = issuedOn;
        this.text = text;
        this.clauses = clausesOf(text);
    }

    private static Map<String, Clause> clausesOf(String text) {
        List<Heading> headings = new ArrayList<>();
        String part = "";
        String section = "";
        int lineStart = 0;
        while (lineStart < text.length()) {
            int lineEnd = text.indexOf('\n', lineStart);
            int end = lineEnd < 0 ? text.length() : lineEnd;
            Matcher found = HEADING.matcher(text.substring(lineStart, end));
            if (found.find()) {
                if (found.group(1) != null) {
                    part = found.group(1);
                    section = "";
                    headings.add(new Heading(part, 1, lineStart));
                } else if (found.group(2) != null) {
                    section = part + "(" + found.group(2) + ")";
                    headings.add(new Heading(section, 2, lineStart));
                } else {
                    headings.add(new Heading((section.isEmpty() ? part : section) + found.group(3), 3, lineStart));
                }
            }
            lineStart = end + 1;
        }
        Map<String, Clause> clauses = new LinkedHashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            int end = text.length();
            for (int j = headings.size() - 1; j > i; j--) {
                if (headings.get(j).level() <= heading.level()) {
                    end = headings.get(j).start();
                }
            }
            clauses.putIfAbsent(heading.address(),
                    new Clause(heading.address(), text.substring(heading.start(), end), heading.start()));
        }
        return clauses;
    }

    public String title() {
        return title;
    }

    /** 索引号. */
    public String indexNumber() {
        return indexNumber;
    }

    public String issuer() {
        return issuer;
    }

    public LocalDate issuedOn() {
        return issuedOn;
    }

    public String text() {
        return text;
    }

    /** Clauses in the notice's order, each part before its sections. */
    public List<Clause> clauses() {
        return List.copyOf(clauses.values());
    }

    public Optional<Clause> clause(String address) {
        return Optional.ofNullable(clauses.get(address));
    }

    /** The place of some characters inside a clause; empty unless they stand there to the character. */
    public Optional<Quote> quote(String address, String words) {
        return clause(address).flatMap(clause -> {
            int at = clause.text().indexOf(words);
            return at < 0 ? Optional.empty() : Optional.of(new Quote(address, words, clause.start() + at));
        });
    }

    private record Heading(String address, int level, int start) {}
}
