package org.jiaogongti.charter.appraising;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * How a year is appraised and how the grant is divided (考核方案). It is data: see {@code charters/…/schemes}.
 *
 * @param id such as {@code plain}
 * @param title for people
 * @param span what is appraised at once
 * @param score what the score is made of
 * @param grant how the money is divided
 * @param bundle how a school's own result and its partners' are bundled, or null where it is not
 * @param naming who is commended and who criticised, and who may be named where, or null where the scheme does not say
 */
public record Scheme(String id, String title, Span span, Score score, Grant grant, @Nullable Bundle bundle,
        @Nullable Naming naming) {

    /**
     * 表彰和通报.
     *
     * @param commend the least score with which a community is commended; commendations are public
     * @param criticise communities with less are criticised in a circular
     * @param circular who may read that
     * @param grants who may read which school gets how much
     */
    public record Naming(BigDecimal commend, BigDecimal criticise, Readers circular, Readers grants) {}

    /** Who may read something that is said of a year. */
    public enum Readers {
        /** The bureau and the schools; nothing of it is published. */
        INTERNAL("内部"),
        /** Everybody. */
        PUBLIC("公开");

        private final String word;

        Readers(String word) {
            this.word = word;
        }

        /** The clerk's word in a scheme file. */
        public String word() {
            return word;
        }
    }

    /** What is appraised at once. */
    public enum Span {
        /** The school year and the terms that lie in it. */
        SCHOOL_YEAR("学年"),
        /** The calendar year, the terms that begin in it and the school year that ends in it. */
        CALENDAR_YEAR("年");

        private final String word;

        Span(String word) {
            this.word = word;
        }

        /** The clerk's word in a scheme file. */
        public String word() {
            return word;
        }
    }

    /**
     * What the score is made of.
     *
     * @param mean what weighs alike
     * @param attainment what an instance is worth on the way to its target
     * @param sections parts of the notice with their weights; empty where the whole is one mean
     * @param decimals to which each section's points are rounded (half up) before they are added, or null for exact
     * @param quality how much of what was done counts only as far as inspections found it good, of 100; 0 where quality
     *        is not looked at
     * @param deduction for findings that were not put right, or null
     * @param bonus for duties that were optional, or null
     */
    public record Score(Mean mean, Attainment attainment, List<Section> sections, @Nullable Integer decimals,
            int quality, @Nullable Points deduction, @Nullable Points bonus) {
        public Score {
            sections = List.copyOf(sections);
        }
    }

    /** What an instance is worth on the way to its target. */
    public enum Attainment {
        /** As much of it as was reached. */
        LINEAR("按比例"),
        /** Nothing before the target is reached. */
        THRESHOLD("达到才算");

        private final String word;

        Attainment(String word) {
            this.word = word;
        }

        /** The clerk's word in a scheme file. */
        public String word() {
            return word;
        }
    }

    /**
     * Points for each of a kind of thing, up to a limit.
     *
     * @param each for one
     * @param most for all of them together
     */
    public record Points(BigDecimal each, BigDecimal most) {}

    /** What weighs alike in a mean. */
    public enum Mean {
        /** Every instance. */
        INSTANCES("每一项"),
        /** Every duty: its instances are averaged first. */
        DUTIES("每项责任");

        private final String word;

        Mean(String word) {
            this.word = word;
        }

        /** The clerk's word in a scheme file. */
        public String word() {
            return word;
        }
    }

    /**
     * A part of the notice.
     *
     * @param clause how the addresses of its clauses begin, such as {@code 三(一)}
     * @param weight of 100
     * @param items parts of the part with weights of their own; empty where it is one mean
     * @param attainment another than the scheme's, or null
     */
    public record Section(String name, String clause, int weight, List<Section> items,
            @Nullable Attainment attainment) {
        public Section {
            items = List.copyOf(items);
        }

        /** A part that is one mean, by the scheme's attainment. */
        public Section(String name, String clause, int weight) {
            this(name, clause, weight, List.of(), null);
        }
    }

    /**
     * How the money is divided.
     *
     * @param threshold the least score, 0 to 100, with which a community takes part
     * @param communities into which portions the budget is divided, and how each is shared
     * @param schools the same for a community's grant and its schools
     * @param unit the unit of rounding
     * @param floor the least that a community which takes part gets, in yuan, or null
     * @param cap the most that a community gets, in yuan, or null
     */
    public record Grant(BigDecimal threshold, List<Portion<CommunityShare>> communities,
            List<Portion<SchoolShare>> schools, Unit unit, @Nullable Integer floor, @Nullable Integer cap) {
        public Grant {
            communities = List.copyOf(communities);
            schools = List.copyOf(schools);
        }
    }

    /**
     * A portion of an amount.
     *
     * @param of the part of the whole, above 0 and at most 1
     * @param by what it is shared by
     */
    public record Portion<T>(BigFraction of, T by) {}

    /** What communities share a portion by. */
    public enum CommunityShare {
        EQUAL("平分"), SCORE_BY_SCHOOLS("得分×学校数"), ABOVE_THRESHOLD_BY_SCHOOLS("(得分−及格线)×学校数");

        private final String word;

        CommunityShare(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** What a community's schools share a portion by. */
    public enum SchoolShare {
        EQUAL("平分"), CONTRIBUTION("贡献");

        private final String word;

        SchoolShare(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** The smallest amount that is paid. */
    public enum Unit {
        FEN("分", 1), YUAN("元", 100);

        private final String word;
        private final int fen;

        Unit(String word, int fen) {
            this.word = word;
            this.fen = fen;
        }

        public String word() {
            return word;
        }

        public int fen() {
            return fen;
        }
    }

    /**
     * 捆绑评价: how much of a school's bundled result is its own and how much its partners' mean.
     *
     * @param own of 100
     * @param partners of 100
     * @param parts what a school's own result is made of
     */
    public record Bundle(int own, int partners, Parts parts) {}

    /**
     * What a school's own result is made of, each of 100. A part that a school has nothing of gives its weight to the
     * others in proportion.
     *
     * @param own what the school owes by itself
     * @param shared what the community owes together
     * @param progress how much of what was missing a year ago it has made good
     */
    public record Parts(int own, int shared, int progress) {

        /** What holds where a scheme says nothing of parts. */
        public static final Parts OWN_ONLY = new Parts(100, 0, 0);
    }

    /** The same with another threshold. */
    public Scheme threshold(BigDecimal other) {
        return new Scheme(id, title, span, score,
                new Grant(other, grant.communities(), grant.schools(), grant.unit(), grant.floor(), grant.cap()),
                bundle, naming);
    }
}
