package org.jiaogongti.platform.activity.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, numbers and names as people type them or a spreadsheet hands them over. */
public final class Typed {

    private static final Pattern YEAR_FIRST = Pattern
            .compile("(\\d{4})\\s*[-./年]\\s*(\\d{1,2})\\s*[-./月]\\s*(\\d{1,2})\\s*[日号]?.*");
    private static final Pattern COMPACT = Pattern.compile("(20\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern MONTH_FIRST = Pattern
            .compile("(\\d{1,2})\\s*(?:月|[-./])\\s*(\\d{1,2})\\s*[日号]?(?:\\D.*)?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.0+)?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,6}(?:\\.0+)?");
    /** Day 0 of spreadsheets; right for every day after February 1900. */
    private static final LocalDate SPREADSHEET = LocalDate.of(1899, 12, 30);

    private Typed() {}

    /** Full-width digits and signs become plain ones; spaces at the ends and invisible characters go. */
    public static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == 0x3000 || c == 0xA0 || c == '\t') {
                out.append(' ');
            } else if (c >= 0xFF01 && c <= 0xFF5E) {
                out.append((char) (c - 0xFEE0));
            } else if (!invisible(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString().strip();
    }

    /** A line of text to keep as it is: only what cannot be seen goes. Never normalised, a name keeps its own characters. */
    public static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t' || c == 0x3000) {
                out.append(' ');
            } else if (!invisible(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString().strip();
    }

    private static boolean invisible(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.SURROGATE || (type == Character.FORMAT && !variation(c));
    }

    private static boolean variation(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    /**
     * @param near a date without a year lies in the year that brings it nearest to this day
     */
    public static Optional<LocalDate> date(String typed, LocalDate near) {
        String text = plain(typed);
        try {
            Matcher full = YEAR_FIRST.matcher(text);
            if (full.matches()) {
                return Optional.of(LocalDate.of(number(full, 1), number(full, 2), number(full, 3)));
            }
            Matcher compact = COMPACT.matcher(text);
            if (compact.matches()) {
                return Optional.of(LocalDate.of(number(compact, 1), number(compact, 2), number(compact, 3)));
            }
            if (SERIAL.matcher(text).matches()) {
                return Optional.of(SPREADSHEET.plusDays(Long.parseLong(text.substring(0, 5))));
            }
            Matcher month = MONTH_FIRST.matcher(text);
            return month.matches() ? nearest(number(month, 1), number(month, 2), near) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> nearest(int month, int day, LocalDate near) {
        LocalDate best = null;
        for (int year = near.getYear() - 1; year <= near.getYear() + 1; year++) {
            if (day > YearMonth.of(year, month).lengthOfMonth()) {
                continue;
            }
            LocalDate candidate = LocalDate.of(year, month, day);
            if (best == null || distance(candidate, near) < distance(best, near)) {
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static long distance(LocalDate one, LocalDate other) {
        return Math.abs(one.toEpochDay() - other.toEpochDay());
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** A whole number; a unit behind it (3节, 12人) does no harm. */
    public static OptionalInt whole(String typed) {
        String text = plain(typed).replaceFirst("\\s*[节次人名个]$", "");
        return WHOLE.matcher(text).matches()
                ? OptionalInt.of(Integer.parseInt(text.replaceFirst("\\..*", "")))
                : OptionalInt.empty();
    }

    /** Names parted by 、 ， ； or spaces; the dot in 阿依古丽·买买提 belongs to the name. */
    public static List<String> names(String typed) {
        List<String> names = new ArrayList<>();
        for (String name : line(typed).split("[、,，;；\\s]+", -1)) {
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }
}
