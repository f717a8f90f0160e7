package org.jiaogongti.charter.reading;

import org.jiaogongti.charter.Quantity;
import org.jspecify.annotations.Nullable;

/** 至少, or 不少于 with 不多于: how much, wherever a file says it. */
final class Amounts {

    private Amounts() {}

    static boolean in(Fields fields) {
        return fields.has("至少") || fields.has("不少于") || fields.has("不多于");
    }

    /** What was decided; null where nothing is said, or it is wrong. */
    static @Nullable Quantity decided(Source source, Fields fields) {
        if (!fields.has("至少")) {
            return in(fields) ? range(source, fields) : null;
        }
        if (fields.has("不少于") || fields.has("不多于")) {
            source.error(fields.at("至少"), "又写“至少”，又写“不少于”“不多于”。", "只有下限时写“至少”，有上下限时写“不少于”“不多于”。");
            return null;
        }
        Integer number = fields.number("至少");
        if (number == null) {
            return null;
        }
        if (number < 1) {
            source.error(fields.at("至少"), "“至少”不能小于 1。", "不要这条责任，写“不再要求”。");
            return null;
        }
        return new Quantity.AtLeast(number);
    }

    /** 不少于 with 不多于; null where they are wrong. */
    static @Nullable Quantity range(Source source, Fields fields) {
        Integer least = fields.number("不少于");
        Integer most = fields.number("不多于");
        if (least == null || most == null) {
            source.error(fields.node(), "“不少于”和“不多于”要成对。", "只有下限时写“至少”。");
        } else if (most < least) {
            source.error(fields.at("不多于"), "“不多于”小于“不少于”，谁也做不到。", "把两个数对调。");
        } else {
            return new Quantity.Between(least, most);
        }
        return null;
    }

    /** As a file says it. */
    static String text(Quantity quantity) {
        return switch (quantity) {
            case Quantity.AtLeast least -> "至少: " + least.number();
            case Quantity.Between between -> "不少于: " + between.least() + ", 不多于: " + between.most();
            case Quantity.Unspecified _ -> throw new IllegalArgumentException(
                    "Nothing was decided.%nGive a number or a range.".formatted());
        };
    }
}
