package org.jiaogongti.platform.appraisal.web;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.charter.appraising.Scheme.Portion;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.notice.Clause;
import org.jiaogongti.platform.obligation.ClauseAddress;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.PeriodNames;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.web.util.UriUtils;

/** What the pages of the appraisal say alike. */
public record Words(Messages m) {

    static final String PATH = "/appraisals";

    /** Where the notice speaks of the yearly appraisal and of the money, and with which words. */
    static final String YEARLY = "五(三)2";
    static final String YEARLY_WORDS = "每年,区教育局将对各共同体工作进行一次集中考核评估";
    static final String MONEY = "五(三)4";
    static final String MONEY_WORDS = "区教育局将根据工作成效进行以奖代补。";

    /** A clause cut around the words that matter; another charter's clause is shown as it stands. */
    public record Quoted(String before, String counted, String after, String clause) {

        public String href() {
            return clauseHref(clause);
        }
    }

    static Quoted quoted(InForce inForce, String clause, String counted) {
        String text = inForce.charter().notice().clause(clause).map(Clause::text).orElse("");
        int at = text.indexOf(counted);
        return at < 0
                ? new Quoted(text, "", "", clause)
                : new Quoted(text.substring(0, at), counted, firstLine(text.substring(at + counted.length())), clause);
    }

    /** What follows the last clause of the notice belongs to it no more. */
    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    public String year(Period year) {
        return year(year.name());
    }

    public String year(String name) {
        return name.length() == 4 ? m.t("appraisal.year.calendar", name) : PeriodNames.of(name, m);
    }

    /** The title of what names communities: those that are commended, or the circular about the others. */
    String naming(String year, boolean commended) {
        return m.t(commended ? "appraisal.paper.commendation.title" : "appraisal.paper.circular.title", year(year));
    }

    String publicTitle(String year, PublicText text) {
        return switch (text) {
            case COMMENDATION -> naming(year, true);
            case CIRCULAR -> naming(year, false);
            case GRANTS -> m.t("appraisal.paper.grants.title", year(year));
        };
    }

    public String points(BigFraction points) {
        return Figures.points(points);
    }

    public String percent(BigFraction part, BigFraction whole) {
        return Figures.percent(part, whole);
    }

    public String yuan(BigInteger fen, Scheme scheme) {
        return Figures.yuan(fen, scheme.grant().unit());
    }

    public static String path(String... parts) {
        StringBuilder path = new StringBuilder(PATH);
        for (String part : parts) {
            path.append('/').append(UriUtils.encode(part, StandardCharsets.UTF_8));
        }
        return path.toString();
    }

    /** Where an instance opens down to its records. */
    public static String instance(InstanceKey key) {
        return "/duties/" + encoded(key.duty()) + "/" + encoded(key.bearer()) + "/"
                + encoded(key.counterpart().replace('/', '~')) + "/" + encoded(key.period());
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    public static String clauseHref(String clause) {
        return ClauseAddress.of(clause);
    }

    static String duty(InForce inForce, String id) {
        return inForce.charter().obligation(id).map(Obligation::head).map(Obligation.Head::name).orElse(id);
    }

    /** The scheme in sentences, one for each thing it settles. */
    public List<String> sentences(Scheme scheme) {
        List<String> all = new ArrayList<>();
        all.add(m.t("appraisal.scheme.span." + scheme.span().name()));
        all.add(m.t("appraisal.scheme.mean." + scheme.score().mean().name()));
        all.add(m.t("appraisal.scheme.attainment." + scheme.score().attainment().name()));
        if (scheme.score().sections().isEmpty()) {
            all.add(m.t("appraisal.scheme.whole"));
        } else {
            StringBuilder sections = new StringBuilder();
            scheme.score().sections().forEach(section -> sections.append(sections.isEmpty()
                    ? ""
                    : m.t(
                            "appraisal.scheme.and"))
                    .append(m.t("appraisal.scheme.section", section.name(), section.clause(),
                            section.weight())));
            all.add(m.t("appraisal.scheme.sections", sections.toString()));
        }
        Integer decimals = scheme.score().decimals();
        if (decimals != null) {
            all.add(m.t("appraisal.scheme.decimals", decimals));
        }
        if (scheme.score().quality() > 0) {
            all.add(m.t("appraisal.scheme.quality", scheme.score().quality()));
        }
        Scheme.Points deduction = scheme.score().deduction();
        if (deduction != null) {
            all.add(m.t("appraisal.scheme.deduction", Figures.plain(deduction.each()),
                    Figures.plain(deduction.most())));
        }
        Scheme.Points bonus = scheme.score().bonus();
        if (bonus != null) {
            all.add(m.t("appraisal.scheme.bonus", Figures.plain(bonus.each()), Figures.plain(bonus.most())));
        }
        all.add(m.t("appraisal.scheme.threshold", Figures.plain(scheme.grant().threshold())));
        all.add(m.t("appraisal.scheme.communities", portions(scheme.grant().communities(), scheme.grant())));
        all.add(m.t("appraisal.scheme.schools", portions(scheme.grant().schools(), scheme.grant())));
        all.add(m.t("appraisal.scheme.unit." + scheme.grant().unit().name()));
        Scheme.Bundle bundle = scheme.bundle();
        if (bundle != null) {
            all.add(m.t("appraisal.scheme.bundle", bundle.own(), bundle.partners()));
            all.add(m.t("appraisal.scheme.parts", bundle.parts().own(), bundle.parts().shared(),
                    bundle.parts().progress()));
        }
        Scheme.Naming naming = scheme.naming();
        if (naming != null) {
            all.add(m.t("appraisal.scheme.naming." + naming.circular().name(), Figures.plain(naming.commend()),
                    Figures.plain(naming.criticise())));
            all.add(m.t("appraisal.scheme.grants." + naming.grants().name()));
        }
        Integer floor = scheme.grant().floor();
        if (floor != null) {
            all.add(m.t("appraisal.scheme.floor", floor));
        }
        Integer cap = scheme.grant().cap();
        if (cap != null) {
            all.add(m.t("appraisal.scheme.cap", cap));
        }
        return all;
    }

    private <T extends Enum<T>> String portions(List<Portion<T>> portions, Scheme.Grant grant) {
        StringBuilder all = new StringBuilder();
        portions.forEach(portion -> all.append(all.isEmpty() ? "" : m.t("appraisal.scheme.and"))
                .append(portion(portion, grant)));
        return all.toString();
    }

    /** A rule of dividing money in one line. */
    String grant(Scheme.Grant grant) {
        return m.t("appraisal.scheme.threshold", Figures.plain(grant.threshold()))
                + m.t("appraisal.scheme.communities", portions(grant.communities(), grant));
    }

    /** One portion: 1/2 in equal parts. */
    public <T extends Enum<T>> String portion(Portion<T> portion, Scheme.Grant grant) {
        return m.t("appraisal.scheme.portion", Figures.part(portion.of()), by(portion.by(), grant));
    }

    public String by(Enum<?> by, Scheme.Grant grant) {
        return m.t("appraisal.scheme.by." + by.name(), Figures.plain(grant.threshold()));
    }
}
