package org.jiaogongti.platform.activity;

import java.util.List;

/** What can stand in a field of a kind of activity. Closed: a new type is a new record here, its reading and its box. */
public sealed interface FieldType {

    /** 是否. */
    record YesNo() implements FieldType {}

    /**
     * 整数.
     *
     * @param unit behind the box, such as 件
     */
    record Whole(int least, int most, String unit) implements FieldType {}

    /**
     * 文字.
     *
     * @param longest characters
     */
    record Text(int longest) implements FieldType {}

    /** 地址: kept as text, never fetched. */
    record Link() implements FieldType {}

    /** 日期. */
    record Day() implements FieldType {}

    /** 选项: one of these words. */
    record Choice(List<String> options) implements FieldType {

        public Choice {
            options = List.copyOf(options);
        }
    }

    /** 各校人数: a number of people for each school, never names. */
    record BySchool(int most) implements FieldType {}
}
