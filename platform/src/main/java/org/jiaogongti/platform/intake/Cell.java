package org.jiaogongti.platform.intake;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the cells of a column say; each has one canonical form, so that equal cells are equal texts. */
public sealed interface Cell {

    /**
     * Words.
     *
     * @param longest in characters
     */
    record Words(int longest) implements Cell {}

    /** A whole number within bounds, both included; canonical without leading zeros. */
    record Whole(long least, long most) implements Cell {}

    /** A number with at most some decimals, within bounds. */
    record Decimal(BigDecimal least, BigDecimal most, int decimals) implements Cell {}

    /** A date; canonical 2024-09-01. */
    record Day() implements Cell {}

    /** A time of the day; canonical 08:05. */
    record Clock() implements Cell {}

    /**
     * One of some words; canonical is the word's value.
     *
     * @param values by the word that is typed; a table that is given out shows a value's first word
     */
    record OneOf(Map<String, String> values) implements Cell {

        public OneOf {
            values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** A code of digits and letters, held against its standard. */
    record Code(Pattern shape, Check check) implements Cell {}

    /** What a code is held against besides its shape. */
    enum Check {
        /** 统一社会信用代码: its check sign, GB 32100-2015. */
        SOCIAL_CREDIT,
        /** 学校（机构）标识码: known kind of school, known province. */
        SCHOOL,
        /** 中小学课程代码: known course, JY/T 1001. */
        COURSE
    }

    static Words words(int longest) {
        return new Words(longest);
    }

    static Day day() {
        return new Day();
    }

    static Whole whole(long least, long most) {
        return new Whole(least, most);
    }

    /** Pairs of the typed word and its value. */
    static OneOf oneOf(String... wordsAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i + 1 < wordsAndValues.length; i += 2) {
            values.put(wordsAndValues[i], wordsAndValues[i + 1]);
        }
        return new OneOf(values);
    }

    /** 是 or 否. */
    static OneOf yesNo() {
        return oneOf("是", "true", "否", "false", "有", "true", "无", "false", "Y", "true", "N", "false", "√", "true",
                "TRUE", "true", "FALSE", "false");
    }

    /** 学校(机构)标识码: ten digits; the first two are the kind of school, the next two the province. */
    static Code schoolCode() {
        return new Code(Pattern.compile("[0-9]{10}"), Check.SCHOOL);
    }

    /** 中小学课程代码, JY/T 1001: two digits. */
    static Code courseCode() {
        return new Code(Pattern.compile("[0-9]{2}"), Check.COURSE);
    }

    /** 统一社会信用代码, GB 32100-2015. */
    static Code socialCreditCode() {
        return new Code(Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}"), Check.SOCIAL_CREDIT);
    }
}
