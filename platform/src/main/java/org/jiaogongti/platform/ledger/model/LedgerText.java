package org.jiaogongti.platform.ledger.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.activity.OccasionLine;
import org.jiaogongti.platform.ledger.Ledger.Heading;
import org.jiaogongti.platform.ledger.Ledger.Part;
import org.jiaogongti.platform.ledger.Ledger.Row;
import org.jiaogongti.platform.ledger.Ledger.Section;
import org.jiaogongti.platform.obligation.InstanceView.Footing;
import org.jiaogongti.platform.obligation.PeriodNames;
import org.jiaogongti.platform.obligation.Reasons;
import org.jiaogongti.platform.obligation.SourceNote.Answer;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.obligation.WorldLabels;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A ledger in words, the same on the page, in tables and in documents.
 *
 * @param names whether people are named; otherwise they are only counted
 */
public record LedgerText(Messages m, WorldLabels labels, boolean names) {

    /** 居敬教育共同体 2024学年第一学期. */
    public String title(Heading heading) {
        return m.t("ledger.heading", who(heading), span(heading));
    }

    public String who(Heading heading) {
        return heading.who().isEmpty() ? m.t("ledger.district") : heading.who();
    }

    public String span(Heading heading) {
        return heading.days() == null
                ? PeriodNames.of(heading.span(), m)
                : m.t("ledger.days", heading.days().first().toString(), heading.days().last().toString());
    }

    public String section(Section section) {
        return section.clause() + " " + section.name();
    }

    /** Who towards whom, in which period. */
    public String instance(Standing standing) {
        String bearer = labels.name(standing.key().bearer());
        String counterpart = labels.wholeCounterpart(standing.key(), about(standing));
        String period = PeriodNames.of(standing.key().period(), m);
        return counterpart.isEmpty()
                ? m.t("ledger.instance.alone", bearer, period)
                : m.t("ledger.instance", bearer, counterpart, period);
    }

    /** The placed person, where there is one. */
    private @Nullable String about(Standing standing) {
        return names || standing.about() == null ? standing.about() : m.t("ledger.somebody");
    }

    /** 计入 3 节，目标 4 节; with the whole period's number where only some days are listed. */
    public String sum(Part part, Section section, Heading heading) {
        Standing standing = part.standing();
        String whole = standing.target() > 0
                ? m.t("ledger.sum", standing.counted(), section.unit(), standing.target())
                : m.t("ledger.sum.open", standing.counted(), section.unit());
        return heading.days() == null ? whole : m.t("ledger.sum.days", part.sum(), section.unit(), whole);
    }

    /** The shape of how it stands. */
    public static String shape(Standing standing) {
        return switch (standing.status()) {
            case MET -> "done";
            case OPEN -> "going";
            case MISSED -> "late";
            case NOT_YET -> "todo";
            case OPTIONAL -> "opt";
            case WAIVED -> "waived";
            case SUSPENDED -> "susp";
        };
    }

    public String status(Standing standing) {
        return m.t("state." + shape(standing));
    }

    /** Kind, subject, topic. */
    public String what(OccasionLine line) {
        List<String> words = new ArrayList<>(List.of(line.what()));
        words.add(line.subject());
        words.add(line.topic().isEmpty() || line.topic().contains("《")
                ? line.topic()
                : m.t("ledger.topic", line.topic()));
        words.removeIf(String::isEmpty);
        return String.join(" ", words);
    }

    public String people(OccasionLine line) {
        if (names || line.people().isEmpty()) {
            return String.join(m.t("ledger.and"), line.people());
        }
        return m.t("ledger.people", line.people().size());
    }

    /** The leading school and who came from there. */
    public String led(OccasionLine line) {
        String people = people(line);
        return line.leader().isEmpty() || people.isEmpty() ? line.leader() + people : line.leader() + " " + people;
    }

    /** What was filed and checked beforehand, and whether in time. */
    public String papers(OccasionLine line) {
        if (line.gate() == Gate.NONE && line.papers().filedOn() == null) {
            return "";
        }
        LocalDate filed = line.papers().filedOn();
        if (filed == null) {
            return m.t("ledger.filed.not");
        }
        LocalDate approved = line.papers().approvedOn();
        String word = m.t(filed.isAfter(line.date()) ? "ledger.filed.late" : "ledger.filed", filed.toString());
        return approved == null ? word : word + m.t("ledger.approved", approved.toString());
    }

    public String present(OccasionLine line) {
        return line.present() == 0 ? "" : m.t("ledger.present", line.present());
    }

    public String answer(OccasionLine line) {
        if (line.answer() == Answer.NOT_ASKED) {
            return "";
        }
        return line.answer() == Answer.WAITING
                ? m.t("obligation.answer.until", String.valueOf(line.answerBy()))
                : m.t("obligation.answer." + line.answer().name().toLowerCase(Locale.ROOT));
    }

    /** Filing, attendance and confirmation in one cell. */
    public String proofs(OccasionLine line) {
        List<String> words = new ArrayList<>(List.of(papers(line), present(line), answer(line)));
        words.removeIf(String::isEmpty);
        return String.join(m.t("ledger.semicolon"), words);
    }

    public String evidence(OccasionLine line, EvidenceList list) {
        if (line.files() == 0) {
            return m.t("ledger.evidence.none");
        }
        return line.evidence().isEmpty()
                ? m.t("ledger.evidence.hidden", line.files())
                : m.t("ledger.evidence", line.evidence().size(), list.numbers(line.id()));
    }

    public String amount(Row row, Section section) {
        return m.t("ledger.amount", row.amount(), section.unit());
    }

    /** Why a record does not count, or not yet. */
    public String why(Row row) {
        Footing footing = row.footing();
        return footing == null
                ? new Reasons(m, labels).text(row.reasons())
                : m.t("ledger.footing." + footing.name());
    }

    public String result(Row row) {
        Footing footing = row.footing();
        if (footing == null) {
            return m.t(row.line().answer() == Answer.DISPUTED ? "ledger.result.DISPUTED" : "ledger.result.not");
        }
        return m.t("ledger.result." + footing.name());
    }
}
