package org.jiaogongti.charter.reading;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.charter.appraising.Scheme.Portion;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** 考核方案: how a year is appraised and the grant divided. */
final class SchemeReader {

    private final Source source;

    SchemeReader(Source source) {
        this.source = source;
    }

    /** The scheme, or null where there are errors. */
    @Nullable
    Scheme read(String text) {
        Node root = source.parse(text);
        if (root == null) {
            return null;
        }
        Fields fields = Fields.of(source, root, Shape.SCHEME);
        if (!fields.has("得分") || !fields.has("以奖代补")) {
            return null;
        }
        Scheme.Score score = score(Fields.of(source, fields.at("得分"), Shape.SCORE));
        Scheme.Grant grant = grant(Fields.of(source, fields.at("以奖代补"), Shape.GRANT));
        Scheme.Bundle bundle = fields.has("捆绑评价")
                ? bundle(Fields.of(source, fields.at("捆绑评价"), Shape.BUNDLE))
                : null;
        return score == null || grant == null || source.hasErrors()
                ? null
                : new Scheme(fields.text("方案"), fields.text("名称"), score, grant, bundle);
    }

    private Scheme.@Nullable Score score(Fields fields) {
        Scheme.Mean mean = fields.word("平均", Words.MEANS);
        List<Scheme.Section> sections = new ArrayList<>();
        int sum = 0;
        for (Node node : fields.list("部分")) {
            Fields section = Fields.of(source, node, Shape.SECTION);
            Integer weight = section.number("权重");
            if (weight != null) {
                sections.add(new Scheme.Section(section.text("名称"), section.text("条款"), weight));
                sum += weight;
            }
        }
        if (!sections.isEmpty() && sum != 100) {
            source.error(fields.at("部分"), "各部分的权重加起来是 " + sum + "，应当是 100。", "改权重，让它们加起来正好 100。");
        }
        Integer decimals = fields.number("小数");
        if (decimals != null && decimals > 6) {
            source.error(fields.at("小数"), "小数最多 6 位。", "写 0 到 6；不写就不取整。");
        }
        return mean == null ? null : new Scheme.Score(mean, sections, decimals);
    }

    private Scheme.@Nullable Grant grant(Fields fields) {
        BigDecimal threshold = decimal(fields, "及格线");
        Scheme.Unit unit = fields.word("单位", Words.MONEY_UNITS);
        List<Portion<Scheme.CommunityShare>> communities = portions(fields, "共同体", Words.COMMUNITY_SHARES);
        List<Portion<Scheme.SchoolShare>> schools = portions(fields, "学校", Words.SCHOOL_SHARES);
        return threshold == null || unit == null ? null : new Scheme.Grant(threshold, communities, schools, unit);
    }

    private @Nullable BigDecimal decimal(Fields fields, String key) {
        if (!fields.has(key)) {
            return null;
        }
        String text = fields.text(key);
        if (text.matches("[0-9]{1,3}(\\.[0-9]{1,6})?")
                && new BigDecimal(text).compareTo(BigDecimal.valueOf(100)) <= 0) {
            return new BigDecimal(text);
        }
        source.error(fields.at(key), "“" + text + "”不是 0 到 100 的分数。", "写成 60 或 59.5 这样的数。");
        return null;
    }

    private <T> List<Portion<T>> portions(Fields fields, String key, Map<String, T> words) {
        List<Portion<T>> portions = new ArrayList<>();
        BigFraction sum = BigFraction.ZERO;
        for (Node node : fields.list(key)) {
            Fields portion = Fields.of(source, node, Shape.PORTION);
            BigFraction of = fraction(portion);
            T by = portion.word("按", words);
            if (of != null && by != null) {
                portions.add(new Portion<>(of, by));
                sum = sum.add(of);
            }
        }
        if (fields.has(key) && !source.hasErrors() && sum.compareTo(BigFraction.ONE) != 0) {
            source.error(fields.at(key), "各份加起来是 " + sum.getNumerator() + "/" + sum.getDenominator() + "，应当正好是 1。",
                    "改“份”，让它们加起来正好 1，例如两份 1/2。");
        }
        return portions;
    }

    private @Nullable BigFraction fraction(Fields portion) {
        if (!portion.has("份")) {
            return null;
        }
        String text = portion.text("份");
        if (text.matches("[1-9][0-9]{0,3}/[1-9][0-9]{0,3}")) {
            String[] parts = text.split("/");
            return BigFraction.of(new BigInteger(parts[0]), new BigInteger(parts[1]));
        }
        source.error(portion.at("份"), "“" + text + "”不是分数。", "写成 1/2、3/10 或 1/1。");
        return null;
    }

    private Scheme.@Nullable Bundle bundle(Fields fields) {
        Integer own = fields.number("自己");
        Integer partners = fields.number("同伴");
        if (own == null || partners == null) {
            return null;
        }
        if (own + partners != 100) {
            source.error(fields.node(), "自己和同伴加起来是 " + (own + partners) + "，应当是 100。", "例如自己 70、同伴 30。");
        }
        return new Scheme.Bundle(own, partners);
    }
}
