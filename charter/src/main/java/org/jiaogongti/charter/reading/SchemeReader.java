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
        Scheme.Naming naming = fields.has("公布")
                ? naming(Fields.of(source, fields.at("公布"), Shape.NAMING))
                : null;
        Scheme.Span span = fields.has("时段") ? fields.word("时段", Words.SPANS) : Scheme.Span.SCHOOL_YEAR;
        return score == null || grant == null || span == null || source.hasErrors()
                ? null
                : new Scheme(fields.text("方案"), fields.text("名称"), span, score, grant, bundle,
                        naming);
    }

    private Scheme.@Nullable Score score(Fields fields) {
        Scheme.Mean mean = fields.word("平均", Words.MEANS);
        Scheme.Attainment attainment = fields.has("达成")
                ? fields.word("达成", Words.ATTAINMENTS)
                : Scheme.Attainment.LINEAR;
        List<Scheme.Section> sections = sections(fields, "部分", Shape.SECTION);
        Integer decimals = fields.number("小数");
        if (decimals != null && decimals > 6) {
            source.error(fields.at("小数"), "小数最多 6 位。", "写 0 到 6；不写就不取整。");
        }
        Integer quality = fields.has("质量") ? fields.number("质量") : Integer.valueOf(0);
        if (quality != null && quality > 100) {
            source.error(fields.at("质量"), "质量占 " + quality + "，最多占 100。", "写 0 到 100，例如 20：办到的里面两成看抽查合格率。");
        }
        Scheme.Points deduction = points(fields, "扣分");
        Scheme.Points bonus = points(fields, "加分");
        return mean == null || attainment == null || quality == null
                ? null
                : new Scheme.Score(mean, attainment, sections, decimals, quality, deduction, bonus);
    }

    private List<Scheme.Section> sections(Fields fields, String key, Shape shape) {
        List<Scheme.Section> sections = new ArrayList<>();
        int sum = 0;
        for (Node node : fields.list(key)) {
            Fields section = Fields.of(source, node, shape);
            Integer weight = section.number("权重");
            Scheme.Attainment attainment = section.has("达成") ? section.word("达成", Words.ATTAINMENTS) : null;
            List<Scheme.Section> items = shape.equals(Shape.SECTION)
                    ? sections(section, "分项", Shape.ITEM)
                    : List.of();
            if (weight != null) {
                sections.add(new Scheme.Section(section.text("名称"), section.text("条款"), weight, items, attainment));
                sum += weight;
            }
        }
        if (!sections.isEmpty() && sum != 100) {
            String what = shape.equals(Shape.SECTION) ? "各部分" : "各分项";
            source.error(fields.at(key), what + "的权重加起来是 " + sum + "，应当是 100。", "改权重，让它们加起来正好 100。");
        }
        return sections;
    }

    private Scheme.@Nullable Points points(Fields fields, String key) {
        if (!fields.has(key)) {
            return null;
        }
        Fields points = Fields.of(source, fields.at(key), Shape.POINTS);
        BigDecimal each = decimal(points, "每项");
        BigDecimal most = decimal(points, "最多");
        return each == null || most == null ? null : new Scheme.Points(each, most);
    }

    private Scheme.@Nullable Grant grant(Fields fields) {
        BigDecimal threshold = decimal(fields, "及格线");
        Scheme.Unit unit = fields.word("单位", Words.MONEY_UNITS);
        List<Portion<Scheme.CommunityShare>> communities = portions(fields, "共同体", Words.COMMUNITY_SHARES);
        List<Portion<Scheme.SchoolShare>> schools = portions(fields, "学校", Words.SCHOOL_SHARES);
        Integer floor = fields.number("保底");
        Integer cap = fields.number("封顶");
        if (floor != null && cap != null && floor > cap) {
            source.error(fields.at("封顶"), "封顶 " + cap + " 元比保底 " + floor + " 元还少。", "改其中一个，让封顶不少于保底。");
        }
        return threshold == null || unit == null
                ? null
                : new Scheme.Grant(threshold, communities, schools, unit, floor, cap);
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

    private Scheme.@Nullable Naming naming(Fields fields) {
        BigDecimal commend = decimal(fields, "表彰线");
        BigDecimal criticise = decimal(fields, "通报线");
        Scheme.Readers circular = fields.word("通报", Words.READERS);
        Scheme.Readers grants = fields.has("以奖代补")
                ? fields.word("以奖代补", Words.READERS)
                : Scheme.Readers.INTERNAL;
        if (commend == null || criticise == null || circular == null || grants == null) {
            return null;
        }
        if (commend.compareTo(criticise) <= 0) {
            source.error(fields.at("表彰线"), "表彰线 " + commend + " 不高于通报线 " + criticise + "。", "例如表彰线 90、通报线 60。");
        }
        return new Scheme.Naming(commend, criticise, circular, grants);
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
        if (!fields.has("组成")) {
            return new Scheme.Bundle(own, partners, Scheme.Parts.OWN_ONLY);
        }
        Fields parts = Fields.of(source, fields.at("组成"), Shape.PARTS);
        Integer alone = parts.number("本校");
        Integer shared = parts.number("共同");
        Integer progress = parts.number("进步");
        if (alone == null || shared == null || progress == null) {
            return null;
        }
        if (alone + shared + progress != 100) {
            source.error(fields.at("组成"), "本校、共同和进步加起来是 " + (alone + shared + progress) + "，应当是 100。",
                    "例如本校 70、共同 20、进步 10。");
        }
        return new Scheme.Bundle(own, partners, new Scheme.Parts(alone, shared, progress));
    }
}
