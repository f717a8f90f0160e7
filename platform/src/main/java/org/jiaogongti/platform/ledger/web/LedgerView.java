package org.jiaogongti.platform.ledger.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.notice.Quote;
import org.jiaogongti.platform.ledger.Folder;
import org.jiaogongti.platform.ledger.Ledger;
import org.jiaogongti.platform.ledger.Ledger.Section;
import org.jiaogongti.platform.ledger.LedgerAsked;
import org.jiaogongti.platform.ledger.LedgerDesk;
import org.jiaogongti.platform.ledger.LedgerPurpose;
import org.jiaogongti.platform.ledger.model.EvidenceList;
import org.jiaogongti.platform.ledger.model.LedgerText;
import org.jiaogongti.platform.obligation.ClauseAddress;
import org.jiaogongti.platform.obligation.PeriodNames;
import org.jiaogongti.platform.obligation.Span.Width;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.web.util.UriUtils;

/**
 * The page of ledgers.
 *
 * @param problem a message key, or empty
 */
public record LedgerView(LedgerDesk desk, List<FolderView> folders, String problem, Messages m) {

    /** A field that a form carries along. */
    public record Field(String name, String value) {}

    static LedgerView of(LedgerDesk desk, List<Folder> folders, String problem, Messages m) {
        return new LedgerView(desk, folders.stream().map(folder -> new FolderView(folder, m)).toList(), problem, m);
    }

    public LedgerText text() {
        return new LedgerText(m, ledger().heading().labels(), true);
    }

    public Ledger ledger() {
        return desk.ledger();
    }

    public LedgerAsked asked() {
        return desk.asked();
    }

    public String title() {
        return text().title(ledger().heading());
    }

    public boolean chosen(String duty) {
        return asked().duties().contains(duty);
    }

    public String term(String name) {
        return PeriodNames.of(name, m);
    }

    public String termName() {
        return desk.span().term().name();
    }

    public List<Width> widths() {
        return List.of(Width.values());
    }

    /** The word of a width in an address. */
    public static String word(Width width) {
        return switch (width) {
            case TERM -> "term";
            case YEAR -> "year";
            case ROUND -> "round";
        };
    }

    public String first() {
        DateRange days = asked().days();
        return days == null ? "" : days.first().toString();
    }

    public String last() {
        DateRange days = asked().days();
        return days == null ? "" : days.last().toString();
    }

    public List<LedgerPurpose> purposes() {
        return List.of(LedgerPurpose.values());
    }

    /** All that was asked, for the forms that take it away. */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("term", termName()));
        fields.add(new Field("span", word(asked().width())));
        fields.add(new Field("first", first()));
        fields.add(new Field("last", last()));
        fields.add(new Field("community", asked().community()));
        fields.add(new Field("school", asked().one()));
        asked().duties().forEach(duty -> fields.add(new Field("duty", duty)));
        return fields;
    }

    /** The ledger of one duty, everything else as it is. */
    public String only(String duty) {
        List<Field> fields = new ArrayList<>(fields());
        fields.removeIf(
                field -> field.name().equals("duty")
                        || (field.value().isEmpty() && !field.name().equals("school")));
        fields.add(new Field("duty", duty));
        return fields.stream().map(field -> field.name() + "="
                + UriUtils.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/ledgers?", "#ledger"));
    }

    public EvidenceList evidence(Section section) {
        return EvidenceList.of(section);
    }

    public String clauseHref(Section section) {
        return ClauseAddress.of(section.clause());
    }

    /** The clause up to the counted words, those words, and what follows. */
    public List<String> quote(Section section) {
        Quote quote = section.quote();
        int at = section.clauseText().indexOf(quote.text());
        return at < 0
                ? List.of("", quote.text(), "")
                : List.of(section.clauseText().substring(0, at), quote.text(),
                        section.clauseText().substring(at + quote.text().length()));
    }
}
