package org.jiaogongti.platform.inspection.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.inspection.AccountabilityAction;
import org.jiaogongti.platform.inspection.Finding;
import org.jiaogongti.platform.inspection.Findings;
import org.jiaogongti.platform.inspection.Inspection;
import org.jiaogongti.platform.inspection.Inspections;
import org.jiaogongti.platform.inspection.Point;
import org.jiaogongti.platform.inspection.Proceeding;
import org.jiaogongti.platform.inspection.Proceeding.What;
import org.jiaogongti.platform.inspection.Proceedings;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.OfficialDocument;
import org.jiaogongti.platform.shell.OfficialDocument.Addressee;
import org.jiaogongti.platform.shell.OfficialDocument.Block;
import org.jiaogongti.platform.shell.OfficialDocument.Heading;
import org.jiaogongti.platform.shell.OfficialDocument.Paragraph;
import org.jiaogongti.platform.shell.OfficialDocument.Signature;
import org.jiaogongti.platform.shell.OfficialDocument.Table;
import org.springframework.stereotype.Component;

/** The bureau's letters to a school about inspections: official papers, in Chinese whatever the reader reads. */
@Component
class InspectionLetters {

    /** Where the notice says that the bureau inspects and holds to account. */
    private static final String GROUND = "五(三)1";

    private final MessageBook book;
    private final Districts districts;

    InspectionLetters(MessageBook book, Districts districts) {
        this.book = book;
        this.districts = districts;
    }

    /** A letter being written. */
    private final class Letter {

        private final Words words = new Words(book.in(Language.ZH));
        private final Messages m = words.m();
        private final List<Block> blocks = new ArrayList<>();

        Letter(String school) {
            blocks.add(new Addressee(m.t("inspection.letter.to", school)));
        }

        void say(String key, Object... values) {
            blocks.add(new Paragraph(m.t(key, values)));
        }

        /** What somebody wrote, paragraph by paragraph. */
        void quote(String text) {
            text.lines().filter(line -> !line.isBlank()).forEach(line -> blocks.add(new Paragraph(line.strip())));
        }

        void head(String key) {
            blocks.add(new Heading(1, m.t(key)));
        }

        void findings(List<Finding> findings) {
            List<List<String>> rows = new ArrayList<>();
            for (Finding finding : findings) {
                rows.add(List.of(Integer.toString(rows.size() + 1), finding.words(), finding.clause(),
                        words.day(finding.firstDeadline())));
            }
            blocks.add(new Table(List.of(1, 6, 2, 3),
                    List.of(m.t("inspection.letter.number"), m.t("inspection.finding.words"),
                            m.t("inspection.clause"), m.t("inspection.finding.deadline")),
                    rows));
        }

        OfficialDocument signed(String key, String school, LocalDate on) {
            blocks.add(new Signature(m.t("inspection.letter.bureau", districts.name(Scope.required()).orElse("")),
                    on));
            String title = m.t(key);
            return new OfficialDocument(m.t("inspection.letter.file", title, school, on.toString()), null, title,
                    blocks);
        }
    }

    /** 督查通知 before a scheduled visit, 督查反馈意见 after any; nothing else has a letter. */
    Optional<OfficialDocument> of(Inspections.Shown shown) {
        Inspection inspection = shown.inspection();
        return switch (inspection.state()) {
            case HELD -> Optional.of(feedback(shown));
            case PLANNED -> inspection.kind() == Inspection.Kind.SCHEDULED
                    ? Optional.of(announcement(shown))
                    : Optional.empty();
            case CANCELLED -> Optional.empty();
        };
    }

    private OfficialDocument announcement(Inspections.Shown shown) {
        Inspection inspection = shown.inspection();
        Letter letter = new Letter(shown.school());
        letter.say("inspection.letter.visit", letter.words.day(inspection.day()), inspection.about(), GROUND);
        letter.head("inspection.letter.what");
        List<List<String>> rows = new ArrayList<>();
        shown.points().forEach(point -> rows.add(List.of(Integer.toString(point.position()), point.name(),
                point.clause())));
        letter.blocks.add(new Table(List.of(1, 8, 3), List.of(letter.m.t("inspection.letter.number"),
                letter.m.t("inspection.letter.point"), letter.m.t("inspection.clause")), rows));
        letter.head("inspection.letter.how");
        letter.say("inspection.letter.how.records");
        letter.say("inspection.letter.how.plain");
        return letter.signed("inspection.letter.visit.title", shown.school(), inspection.by().on());
    }

    private OfficialDocument feedback(Inspections.Shown shown) {
        Inspection inspection = shown.inspection();
        Letter letter = new Letter(shown.school());
        letter.say("inspection.letter.feedback", letter.words.day(inspection.day()), inspection.about());
        letter.head("inspection.letter.results");
        List<List<String>> rows = new ArrayList<>();
        for (Point point : shown.points()) {
            Point.Said said = point.said();
            rows.add(List.of(Integer.toString(point.position()), point.name(), point.clause(),
                    said == null ? "" : letter.words.result(said.result()),
                    said == null ? "" : Words.line(said.note())));
        }
        letter.blocks.add(new Table(List.of(1, 4, 2, 2, 4),
                List.of(letter.m.t("inspection.letter.number"), letter.m.t("inspection.letter.point"),
                        letter.m.t("inspection.clause"), letter.m.t("inspection.result"),
                        letter.m.t("inspection.note")),
                rows));
        letter.head("inspection.letter.found");
        List<Finding> found = shown.findings().stream().filter(each -> each.state() != Finding.State.WITHDRAWN)
                .toList();
        if (found.isEmpty()) {
            letter.say("inspection.letter.found.none");
        } else {
            letter.findings(found);
            letter.say("inspection.letter.found.how");
        }
        return letter.signed("inspection.letter.feedback.title", shown.school(), inspection.day());
    }

    /** 整改通知书. */
    OfficialDocument of(Findings.Shown shown) {
        Finding finding = shown.finding();
        Letter letter = new Letter(shown.school());
        letter.say("inspection.letter.finding", letter.words.day(finding.by().on()));
        letter.findings(List.of(finding));
        letter.say("inspection.letter.finding.how", letter.words.day(finding.firstDeadline()));
        letter.say("inspection.letter.finding.dispute", letter.words.day(finding.disputeBy()));
        return letter.signed("inspection.letter.finding.title", shown.school(), finding.by().on());
    }

    /** 问责决定书, once there is one. */
    Optional<OfficialDocument> decision(Proceedings.Shown shown) {
        return step(shown, List.of(What.DECIDED, What.DROPPED)).map(step -> decision(shown, step));
    }

    /** 复核决定书, once there is one. */
    Optional<OfficialDocument> ruling(Proceedings.Shown shown) {
        return step(shown, List.of(What.UPHELD, What.LIGHTENED, What.REVOKED)).map(step -> ruling(shown, step));
    }

    private static Optional<Proceeding.Step> step(Proceedings.Shown shown, List<What> whats) {
        return shown.steps().stream().filter(step -> whats.contains(step.what())).reduce((_, last) -> last);
    }

    /** 问责告知书. */
    OfficialDocument notice(Proceedings.Shown shown) {
        Proceeding proceeding = shown.proceeding();
        Letter letter = new Letter(shown.school());
        letter.head("inspection.letter.facts");
        letter.quote(proceeding.facts());
        if (!shown.findings().isEmpty()) {
            letter.findings(shown.findings());
        }
        letter.head("inspection.letter.basis");
        letter.say("inspection.letter.basis.text", proceeding.clause(), letter.words.reason(proceeding.reason()),
                GROUND);
        letter.say("inspection.letter.proposed", letter.words.action(proceeding.proposed()));
        letter.head("inspection.letter.reply");
        letter.say("inspection.letter.reply.text", letter.words.day(proceeding.replyBy()));
        letter.say("inspection.letter.reply.heavier");
        return letter.signed("inspection.letter.notice.title", shown.school(), proceeding.by().on());
    }

    private OfficialDocument decision(Proceedings.Shown shown, Proceeding.Step step) {
        Proceeding proceeding = shown.proceeding();
        Letter letter = new Letter(shown.school());
        letter.head("inspection.letter.facts");
        letter.quote(proceeding.facts());
        letter.head("inspection.letter.heard");
        letter.say(shown.said(What.REPLIED)
                ? "inspection.letter.heard.replied"
                : shown.said(What.REPLY_WAIVED) ? "inspection.letter.heard.waived" : "inspection.letter.heard.silent");
        letter.head("inspection.letter.decided");
        AccountabilityAction measure = step.measure();
        if (measure == null) {
            letter.say("inspection.letter.decided.nothing");
        } else {
            letter.say("inspection.letter.decided.text", letter.words.reason(proceeding.reason()),
                    letter.words.action(measure));
        }
        letter.quote(step.words());
        LocalDate due = step.due();
        if (due != null) {
            letter.head("inspection.letter.appeal");
            letter.say("inspection.letter.appeal.text", letter.words.day(due));
        }
        return letter.signed("inspection.letter.decision.title", shown.school(), step.by().on());
    }

    private OfficialDocument ruling(Proceedings.Shown shown, Proceeding.Step step) {
        Letter letter = new Letter(shown.school());
        letter.say("inspection.letter.ruling." + step.what().name());
        AccountabilityAction measure = step.measure();
        if (measure != null) {
            letter.say("inspection.letter.ruling.measure", letter.words.action(measure));
        }
        letter.quote(step.words());
        letter.say("inspection.letter.ruling.final");
        return letter.signed("inspection.letter.ruling.title", shown.school(), step.by().on());
    }
}
