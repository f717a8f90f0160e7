package org.jiaogongti.platform.intake.model;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.shell.TypedNumber;

/** What the text of a cell says: full-width signs are plain ones, the same date is the same text. */
public final class Cells {

    /** What was read. */
    public sealed interface Read {

        /** The canonical text, empty for an empty cell. */
        record Value(String text) implements Read {}

        /** The cell does not say what its column asks for. */
        record Wrong(Problem problem) implements Read {}
    }

    private static final Pattern FULL_DATE = Pattern.compile("(\\d{4})[-./年](\\d{1,2})[-./月](\\d{1,2})日?");
    private static final Pattern PLAIN_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SHORT_DATE = Pattern.compile("(\\d{1,2})月(\\d{1,2})日");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.0+)?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})[:：](\\d{2})(?::00)?");
    private static final Pattern FRACTION = Pattern.compile("0?\\.\\d+(?:[eE]-\\d+)?");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d{1,2})?");
    /** Day 0 of a spreadsheet whose year 1900 has a 29th of February. */
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int MONTH_THE_SCHOOL_YEAR_STARTS = 9;
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final String CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int CREDIT_BASE = 31;

    private final LocalDate today;

    /**
     * @param today a date without a year is the one of the school year in which this day lies
     */
    public Cells(LocalDate today) {
        this.today = today;
    }

    /** Without spaces around it, full-width signs made plain, inner white space made one space. */
    public static String plain(String text) {
        if (text.chars().allMatch(sign -> sign > ' ' && sign < '\u007F')) {
            return text;
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace("\u200B", "").replace("\uFEFF", "")
                .replaceAll("\\s+", " ").strip();
    }

    /** Reads a cell as its column asks. */
    public Read read(Column column, String given) {
        String text = column.cell() instanceof Cell.Words ? kept(given) : plain(given);
        if (text.isEmpty()) {
            return column.mustBeGiven() ? wrong(column, "intake.cell.missing", column.heading()) : value("");
        }
        if (text.startsWith("#") && text.matches("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!)")) {
            return wrong(column, "intake.cell.error", text);
        }
        return switch (column.cell()) {
            case Cell.Words words when text.codePointCount(0, text.length()) > words.longest() -> wrong(column,
                    "intake.cell.long", words.longest());
            case Cell.Words _ -> value(text);
            case Cell.Whole whole -> whole(column, whole, text);
            case Cell.Decimal decimal -> decimal(column, decimal, text);
            case Cell.Day _ -> day(column, text);
            case Cell.Clock _ -> clock(column, text);
            case Cell.OneOf one -> oneOf(column, one, text);
            case Cell.Code code -> code(column, code, text);
        };
    }

    /** Names keep their signs (㛃 is not decomposed), only spaces around them go and control signs are dropped. */
    private static String kept(String given) {
        if (given.codePoints().allMatch(Character::isLetterOrDigit)) {
            return given;
        }
        return given.replaceAll("[\\p{Cc}\\p{Cf}]+", " ").replace('\u3000', ' ').replaceAll("\\s+", " ").strip();
    }

    private static Read value(String text) {
        return new Read.Value(text);
    }

    private static Read wrong(Column column, String key, Object... words) {
        return new Read.Wrong(Problem.at(column.code(), key, words));
    }

    private static Read whole(Column column, Cell.Whole whole, String text) {
        BigDecimal number = number(text);
        if (number == null || number.stripTrailingZeros().scale() > 0) {
            return wrong(column, "intake.cell.whole", text);
        }
        if (number.compareTo(BigDecimal.valueOf(whole.least())) < 0
                || number.compareTo(BigDecimal.valueOf(whole.most())) > 0) {
            return wrong(column, "intake.cell.range", text, whole.least(), whole.most());
        }
        return value(number.setScale(0).toPlainString());
    }

    private static Read decimal(Column column, Cell.Decimal decimal, String text) {
        BigDecimal number = number(text);
        if (number == null) {
            return wrong(column, "intake.cell.number", text);
        }
        if (number.compareTo(decimal.least()) < 0 || number.compareTo(decimal.most()) > 0) {
            return wrong(column, "intake.cell.range", text, decimal.least().toPlainString(),
                    decimal.most().toPlainString());
        }
        BigDecimal rounded = number.setScale(decimal.decimals(), java.math.RoundingMode.HALF_UP);
        BigDecimal least = rounded.stripTrailingZeros();
        return value((least.scale() < 0 ? least.setScale(0) : least).toPlainString());
    }

    private static @org.jspecify.annotations.Nullable BigDecimal number(String text) {
        String digits = TypedNumber.plain(text).replace(",", "");
        return NUMBER.matcher(digits).matches() ? new BigDecimal(digits) : null;
    }

    private Read day(Column column, String text) {
        String joined = text.replace(" ", "").replaceFirst("(?:T|(?<=\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}))00:00(:00)?$",
                "");
        try {
            for (Pattern pattern : new Pattern[]{FULL_DATE, PLAIN_DATE}) {
                Matcher full = pattern.matcher(joined);
                if (full.matches()) {
                    return value(LocalDate.of(number(full, 1), number(full, 2), number(full, 3)).toString());
                }
            }
            Matcher brief = SHORT_DATE.matcher(joined);
            if (brief.matches()) {
                return value(inSchoolYear(number(brief, 1), number(brief, 2)).toString());
            }
            Matcher serial = SERIAL.matcher(joined);
            if (serial.matches()) {
                return value(SERIAL_ZERO.plusDays(number(serial, 1)).toString());
            }
        } catch (DateTimeException impossible) {
            return wrong(column, "intake.cell.no-such-day", text);
        }
        return wrong(column, "intake.cell.day", text);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private LocalDate inSchoolYear(int month, int day) {
        int start = today.getMonthValue() >= MONTH_THE_SCHOOL_YEAR_STARTS ? today.getYear() : today.getYear() - 1;
        return LocalDate.of(month >= MONTH_THE_SCHOOL_YEAR_STARTS ? start : start + 1, month, day);
    }

    private static Read clock(Column column, String text) {
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches() && number(clock, 1) < 24 && number(clock, 2) < 60) {
            return value(LocalTime.of(number(clock, 1), number(clock, 2)).toString());
        }
        if (FRACTION.matcher(text).matches()) {
            long seconds = Math.round(Double.parseDouble(text) * SECONDS_OF_A_DAY);
            if (seconds < SECONDS_OF_A_DAY) {
                return value(LocalTime.ofSecondOfDay(seconds / 60 * 60).toString());
            }
        }
        return wrong(column, "intake.cell.clock", text);
    }

    private static Read oneOf(Column column, Cell.OneOf one, String text) {
        String found = one.values().get(text);
        return found == null
                ? wrong(column, "intake.cell.one-of", text, String.join("、", firstWords(one)))
                : value(found);
    }

    /** The word by which each value is given out. */
    public static java.util.Collection<String> firstWords(Cell.OneOf one) {
        java.util.Map<String, String> first = new java.util.LinkedHashMap<>();
        one.values().forEach((word, value) -> first.putIfAbsent(value, word));
        return first.values();
    }

    private static Read code(Column column, Cell.Code code, String text) {
        String upper = text.replace(" ", "").replaceFirst("\\.0+$", "").toUpperCase(Locale.ROOT);
        if (!code.shape().matcher(upper).matches()) {
            return wrong(column, "intake.cell.code", text);
        }
        return switch (code.check()) {
            case SOCIAL_CREDIT -> isSocialCredit(upper) ? value(upper) : wrong(column, "intake.cell.check", text);
            case SCHOOL -> school(column, upper);
            case COURSE -> CodeTable.COURSES.has(upper)
                    ? value(upper)
                    : wrong(column, "intake.cell.course", upper);
        };
    }

    /** Two digits for the kind of school, two for the province, six of its own. */
    private static Read school(Column column, String code) {
        String category = code.substring(0, 2);
        String province = code.substring(2, 4);
        if (!CodeTable.SCHOOL_CATEGORIES.has(category)) {
            return wrong(column, "intake.cell.school-category", code, category);
        }
        return CodeTable.PROVINCES.has(province)
                ? value(code)
                : wrong(column, "intake.cell.school-province", code, province);
    }

    /** GB 32100-2015: weights 3^i mod 31; the last sign makes the sum a multiple of 31. */
    static boolean isSocialCredit(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < code.length() - 1; i++) {
            sum += CREDIT_SIGNS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % CREDIT_BASE;
        }
        int check = (CREDIT_BASE - sum % CREDIT_BASE) % CREDIT_BASE;
        return CREDIT_SIGNS.charAt(check) == code.charAt(code.length() - 1);
    }
}
