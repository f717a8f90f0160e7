package org.jiaogongti.platform.appraisal.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.appraising.BundledEvaluation;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.platform.appraisal.Appraisals.Desk;
import org.jiaogongti.platform.appraisal.CommunitySheet;
import org.jiaogongti.platform.appraisal.Run;
import org.jiaogongti.platform.appraisal.SheetPart;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.OfficialDocument;
import org.jiaogongti.platform.shell.OfficialDocument.Addressee;
import org.jiaogongti.platform.shell.OfficialDocument.Block;
import org.jiaogongti.platform.shell.OfficialDocument.Heading;
import org.jiaogongti.platform.shell.OfficialDocument.Note;
import org.jiaogongti.platform.shell.OfficialDocument.Paragraph;
import org.jiaogongti.platform.shell.OfficialDocument.Signature;
import org.jiaogongti.platform.shell.OfficialDocument.Table;
import org.jiaogongti.platform.shell.TableFile;
import org.jspecify.annotations.Nullable;

/** What leaves the platform as a document about a year. Each names its version and check code. */
record Papers(Desk desk, Words words) {

    private Messages m() {
        return words.m();
    }

    private String year() {
        return words.year(desk.year());
    }

    private Scheme scheme() {
        return desk.sheet().scheme();
    }

    String issuer() {
        return desk.inForce().charter().notice().issuer();
    }

    LocalDate day() {
        Run run = desk.run();
        return run == null
                ? desk.reach().today()
                : run.step(Run.What.FINAL).map(Run.Step::on).orElse(desk.reach().today());
    }

    /** Under which version the figures stand, so that paper and archive can be held against each other. */
    private Note origin() {
        Run.Version version = desk.version();
        return new Note(version == null
                ? m().t("appraisal.paper.preview", desk.sheet().asOf().toString())
                : m().t("appraisal.paper.version", version.number(), version.code(), grouped(version.sha256()),
                        grouped(version.journalHead())));
    }

    /** In groups that a line can break between and an eye can compare. */
    private static String grouped(String hash) {
        return hash.replaceAll("(.{8})(?=.)", "$1 ");
    }

    private OfficialDocument document(String name, String title, List<Block> blocks) {
        List<Block> all = new ArrayList<>(blocks);
        all.add(new Signature(issuer(), day()));
        all.add(origin());
        return new OfficialDocument(name, null, title, all);
    }

    /** 评分表 of one community. */
    OfficialDocument sheet(CommunitySheet community) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(m().t("appraisal.paper.sheet", year(), scheme().title(), desk.sheet().asOf().toString(),
                        Figures.points(community.appraisal().score()))));
        for (SheetPart part : community.parts()) {
            if (part.duties().isEmpty()) {
                continue;
            }
            blocks.add(new Heading(1, m().t("appraisal.paper.part",
                    part.name().isEmpty() ? m().t("appraisal.everything") : part.name(), Figures.points(part.points()),
                    Figures.points(part.weight()))));
            blocks.add(new Table(List.of(5, 2, 2, 3), List.of(m().t("appraisal.duty"), m().t("appraisal.clause"),
                    m().t("appraisal.attained"), m().t("appraisal.points")),
                    part.duties().stream().map(duty -> List.of(Words.duty(desk.inForce(), duty.id()), duty.clause(),
                            Figures.percent(duty.points(), duty.weight()), m().t("appraisal.points.of",
                                    Figures.points(duty.points()), Figures.points(duty.weight()))))
                            .toList()));
        }
        blocks.add(new Heading(1, m().t("appraisal.paper.schools")));
        blocks.add(new Table(List.of(5, 2, 3), List.of(m().t("appraisal.school"), m().t("appraisal.contribution"),
                m().t("appraisal.grant.yuan")),
                community.schools().stream().map(school -> List.of(school.name(),
                        Figures.points(community.appraisal().contributions().getOrDefault(school.name(),
                                BigFraction.ZERO)),
                        words.yuan(community.fen(school), scheme()))).toList()));
        blocks.add(new Paragraph(m().t("appraisal.paper.confirm")));
        return document(m().t("appraisal.paper.sheet.file", year(), community.name()),
                m().t("appraisal.paper.sheet.title", year(), community.name()), blocks);
    }

    /** 捆绑评价结果, for the school-running supervision evaluation. */
    OfficialDocument bundled() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Addressee(m().t("appraisal.paper.bundled.to")));
        blocks.add(new Paragraph(m().t("appraisal.paper.bundled", year())));
        Scheme.Bundle bundle = scheme().bundle();
        if (bundle != null) {
            blocks.add(new Paragraph(m().t("appraisal.scheme.bundle", bundle.own(), bundle.partners())
                    + m().t("appraisal.scheme.parts", bundle.parts().own(), bundle.parts().shared(),
                            bundle.parts().progress())));
        }
        for (CommunitySheet community : desk.shown()) {
            blocks.add(new Heading(1, community.name()));
            blocks.add(new Table(List.of(5, 2, 2, 2, 2), heads(), rows(community)));
        }
        return document(m().t("appraisal.paper.bundled.file", year()), m().t("appraisal.paper.bundled.title", year()),
                blocks);
    }

    private List<String> heads() {
        return List.of(m().t("appraisal.school"), m().t("appraisal.bundled.alone"), m().t("appraisal.bundled.partners"),
                m().t("appraisal.bundled.result"), m().t("appraisal.bundled.change"));
    }

    private static List<List<String>> rows(CommunitySheet community) {
        return community.bundled().stream().map(each -> List.of(each.school(), Figures.points(each.alone()),
                points(each.partners()), Figures.points(each.result()), change(each))).toList();
    }

    private static String points(@Nullable BigFraction points) {
        return points == null ? "–" : Figures.points(points);
    }

    static String change(BundledEvaluation each) {
        BigFraction change = each.result().subtract(each.alone());
        return change.signum() > 0
                ? "+" + Figures.points(change)
                : Figures.points(change).replace('-', '−');
    }

    /** The same as a table. */
    TableFile bundledTable() {
        List<String> heads = new ArrayList<>(List.of(m().t("appraisal.community")));
        heads.addAll(heads());
        List<List<String>> rows = new ArrayList<>();
        desk.shown().forEach(community -> rows(community).forEach(row -> {
            List<String> cells = new ArrayList<>(List.of(community.name()));
            cells.addAll(row);
            rows.add(cells);
        }));
        return new TableFile(m().t("appraisal.paper.bundled.file", year()), heads, rows);
    }

    /** 表彰: communities at or above the scheme's line, in the notice's order. */
    OfficialDocument commendation(Scheme.Naming naming) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Addressee(m().t("appraisal.paper.to")));
        blocks.add(new Paragraph(m().t("appraisal.paper.commendation", year(), Figures.plain(naming.commend()))));
        named(naming, true).forEach(community -> {
            blocks.add(new Heading(1, community.name()));
            blocks.add(new Paragraph(m().t("appraisal.paper.commended",
                    Figures.points(community.appraisal().score()), members(community))));
        });
        if (named(naming, true).isEmpty()) {
            blocks.add(new Paragraph(m().t("appraisal.paper.nobody.commended")));
        }
        return document(m().t("appraisal.paper.commendation.file", year()),
                words.naming(desk.year().name(), true), blocks);
    }

    /** 通报: communities below the scheme's line, with what is missing, and whether it may be read by everybody. */
    OfficialDocument circular(Scheme.Naming naming) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Addressee(m().t("appraisal.paper.to")));
        blocks.add(new Paragraph(m().t("appraisal.paper.circular", year(), Figures.plain(naming.criticise()))));
        named(naming, false).forEach(community -> {
            blocks.add(new Heading(1, community.name()));
            blocks.add(new Paragraph(m().t("appraisal.paper.criticised",
                    Figures.points(community.appraisal().score()), missing(community))));
        });
        if (named(naming, false).isEmpty()) {
            blocks.add(new Paragraph(m().t("appraisal.paper.nobody.criticised")));
        }
        blocks.add(new Paragraph(m().t("appraisal.paper.circular.public." + naming.circular().name())));
        return document(m().t("appraisal.paper.circular.file", year()),
                words.naming(desk.year().name(), false), blocks);
    }

    private static String members(CommunitySheet community) {
        return String.join("、", community.schools().stream().map(CommunitySheet.Member::name).toList());
    }

    private String missing(CommunitySheet community) {
        return String.join("、", community.parts().stream().flatMap(part -> part.duties().stream())
                .filter(duty -> duty.done() < duty.items().size())
                .map(duty -> Words.duty(desk.inForce(), duty.id()) + duty.clause()).toList());
    }

    /**
     * The same for the public, as the lines of a publication: a line with tabs is a row of a table. It names version and
     * check code; the hash and the journal's head are nothing that the public could hold against anything.
     */
    String forPublic(Scheme.Naming naming, PublicText text) {
        List<String> lines = new ArrayList<>();
        lines.add(m().t("appraisal.paper.to"));
        switch (text) {
            case COMMENDATION -> {
                lines.add(m().t("appraisal.paper.commendation", year(), Figures.plain(naming.commend())));
                lines.addAll(namedForPublic(named(naming, true), true));
            }
            case CIRCULAR -> {
                lines.add(m().t("appraisal.paper.circular", year(), Figures.plain(naming.criticise())));
                lines.addAll(namedForPublic(named(naming, false), false));
            }
            case GRANTS -> {
                lines.add(m().t("appraisal.paper.grants", year(), words.yuan(desk.sheet().budget(), scheme())));
                lines.add(words.grant(scheme().grant()));
                lines.addAll(grantsForPublic());
            }
        }
        Run.Version version = desk.version();
        if (version != null) {
            lines.add(m().t("appraisal.paper.public.version", version.number(), version.code()));
        }
        return String.join("\n", lines);
    }

    private List<String> namedForPublic(List<CommunitySheet> named, boolean commended) {
        if (named.isEmpty()) {
            return List.of(
                    m().t(commended ? "appraisal.paper.nobody.commended" : "appraisal.paper.nobody.criticised"));
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.join("\t", m().t("appraisal.community"), m().t("appraisal.paper.score"),
                m().t(commended ? "appraisal.paper.members" : "appraisal.paper.missing")));
        named.forEach(each -> lines.add(String.join("\t", each.name(), Figures.points(each.appraisal().score()),
                commended ? members(each) : missing(each))));
        return lines;
    }

    /** A row for each school. */
    private List<String> grantsForPublic() {
        List<String> lines = new ArrayList<>();
        lines.add(String.join("\t", m().t("appraisal.community"), m().t("appraisal.school"),
                m().t("appraisal.grant.yuan")));
        for (CommunitySheet community : desk.sheet().communities()) {
            community.schools().forEach(school -> lines.add(String.join("\t", community.name(), school.name(),
                    words.yuan(community.fen(school), scheme()))));
        }
        return lines;
    }

    private List<CommunitySheet> named(Scheme.Naming naming, boolean commended) {
        BigFraction line = fraction(commended ? naming.commend() : naming.criticise());
        return desk.sheet().communities().stream().filter(each -> commended
                ? each.appraisal().score().compareTo(line) >= 0
                : each.appraisal().score().compareTo(line) < 0).toList();
    }

    private static BigFraction fraction(BigDecimal number) {
        BigDecimal plain = number.setScale(Math.max(0, number.scale()));
        return BigFraction.of(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
    }

    /** 以奖代补决定. */
    OfficialDocument grants() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Addressee(m().t("appraisal.paper.to")));
        blocks.add(new Paragraph(m().t("appraisal.paper.grants", year(),
                words.yuan(desk.sheet().budget(), scheme()))));
        words.sentences(scheme()).forEach(sentence -> blocks.add(new Paragraph(sentence)));
        for (CommunitySheet community : desk.sheet().communities()) {
            blocks.add(new Heading(1, m().t("appraisal.paper.grant.community", community.name(),
                    Figures.points(community.appraisal().score()), words.yuan(community.grant().fen(), scheme()))));
            blocks.add(new Table(List.of(6, 3, 4), List.of(m().t("appraisal.school"),
                    m().t("appraisal.contribution"), m().t("appraisal.grant.yuan")),
                    community.schools().stream().map(school -> List.of(school.name(),
                            Figures.points(community.appraisal().contributions().getOrDefault(school.name(),
                                    BigFraction.ZERO)),
                            words.yuan(community.fen(school), scheme()))).toList()));
        }
        return document(m().t("appraisal.paper.grants.file", year()), m().t("appraisal.paper.grants.title", year()),
                blocks);
    }

    /** 付款清单: a line for each school that gets something, and the sum. */
    TableFile payments() {
        List<List<String>> rows = new ArrayList<>();
        BigInteger sum = BigInteger.ZERO;
        for (CommunitySheet community : desk.sheet().communities()) {
            for (CommunitySheet.Member school : community.schools()) {
                sum = sum.add(community.fen(school));
                rows.add(List.of(community.name(), school.name(), yuan(community.fen(school))));
            }
        }
        rows.add(List.of(m().t("appraisal.sum"), "", yuan(sum)));
        return new TableFile(m().t("appraisal.paper.payments.file", year()), List.of(m().t("appraisal.community"),
                m().t("appraisal.school"), m().t("appraisal.grant.yuan")), rows);
    }

    /** Without separators, so that a program for payments reads it. */
    private static String yuan(BigInteger fen) {
        return new BigDecimal(fen, 2).toPlainString();
    }
}
