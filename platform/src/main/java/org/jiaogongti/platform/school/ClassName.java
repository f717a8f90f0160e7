package org.jiaogongti.platform.school;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class within its place, as schools call it: 三年级2班.
 *
 * @param grade 1 to 9
 */
public record ClassName(int grade, int number) implements Comparable<ClassName> {

    /** 一 to 九. */
    private static final String NUMERALS = "一二三四五六七八九";
    /** 三年级2班, 三(2)班, 三2班, 3年级2班, 三年级二班, 3.2班, and 302, where the class has two digits. */
    private static final Pattern WORDS = Pattern
            .compile("([一二三四五六七八九1-9])(?:年级|年)?[(（.·-]?(\\d{1,2}|[一二三四五六七八九十])[)）]?班?");
    private static final Pattern DIGITS = Pattern.compile("([1-9])(\\d{2})班?");

    /** What was typed, in any of the usual ways; empty where it names no class. */
    public static Optional<ClassName> parse(String typed) {
        String plain = typed.replaceAll("\\s", "");
        Matcher digits = DIGITS.matcher(plain);
        if (digits.matches()) {
            return of(digits.group(1), digits.group(2));
        }
        Matcher words = WORDS.matcher(plain);
        return words.matches() && words.end(1) < plain.length() ? of(words.group(1), words.group(2)) : Optional.empty();
    }

    private static Optional<ClassName> of(String grade, String number) {
        int parsed = number(number);
        return parsed < 1 || parsed > 40 ? Optional.empty() : Optional.of(new ClassName(number(grade), parsed));
    }

    private static int number(String text) {
        if (text.equals("十")) {
            return 10;
        }
        int numeral = NUMERALS.indexOf(text);
        return numeral >= 0 ? numeral + 1 : Integer.parseInt(text);
    }

    /** 三年级. */
    public static String gradeText(int grade) {
        return NUMERALS.charAt(grade - 1) + "年级";
    }

    /** 三年级2班. */
    public String text() {
        return gradeText(grade) + number + "班";
    }

    @Override
    public int compareTo(ClassName other) {
        return grade != other.grade ? Integer.compare(grade, other.grade) : Integer.compare(number, other.number);
    }
}
