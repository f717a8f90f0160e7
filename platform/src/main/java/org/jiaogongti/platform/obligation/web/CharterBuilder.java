package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Modality;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Overlay;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.notice.Clause;
import org.jiaogongti.charter.notice.Quote;
import org.jiaogongti.charter.revising.Revised;
import org.jiaogongti.platform.obligation.web.BoardView.Tab;
import org.jiaogongti.platform.obligation.web.CharterView.Card;
import org.jiaogongti.platform.obligation.web.CharterView.Law;
import org.jiaogongti.platform.obligation.web.CharterView.LawNote;
import org.jiaogongti.platform.obligation.web.CharterView.Piece;
import org.jiaogongti.platform.obligation.web.CharterView.Row;
import org.jspecify.annotations.Nullable;

/** Sets the notice beside what is counted from it. */
final class CharterBuilder {

    /** The charter's word for occasions that anybody of the community may sign up for; {@code activity} announces them. */
    private static final String OPEN_SIGN_UP = "开放报名";

    static final List<String> PARTS = List.of("三(一)", "三(二)", "三(三)", "四", "五");

    /** A numbered line shorter than this is a heading; every clause with a duty is longer. */
    private static final int HEADING_LENGTH = 16;

    private final Charter charter;
    private final Set<String> kept;
    private final Words words;
    private final LocalDate today;
    private final String part;
    private final boolean before;
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * @param kept the duties that nothing held counts for and another module answers for
     * @param before whether later law is left out, as the notice stood before it
     */
    CharterBuilder(Charter charter, Set<String> kept, Words words, LocalDate today, String part, boolean before) {
        this.charter = before ? charter.withoutOverlays() : charter;
        this.kept = Set.copyOf(kept);
        this.words = words;
        this.today = today;
        this.part = part;
        this.before = before;
    }

    CharterView build(Charter whole, @Nullable WhatIfView whatIf) {
        List<Obligation> duties = charter.obligations().stream()
                .filter(duty -> Addresses.charterPart(clause(duty)).equals(part))
                .sorted(Comparator.comparingInt(duty -> duty.head().quote().start())).toList();
        duties.forEach(duty -> numbers.put(duty.id(), numbers.size() + 1));
        List<Row> rows = new ArrayList<>();
        for (Clause clause : Notices.leaves(charter.notice(), part)) {
            rows.add(row(clause, duties.stream().filter(duty -> within(duty.head().quote(), clause)).toList(),
                    whatIf == null ? "" : whatIf.duty()));
        }
        return new CharterView(Notices.title(charter.notice(), part), parts(), times(whole), rows, laws(), whatIf,
                charter.readings().size());
    }

    private static String clause(Obligation duty) {
        return duty.head().quote().clause();
    }

    private static boolean within(Quote quote, Clause clause) {
        return quote.start() >= clause.start() && quote.start() < clause.start() + clause.text().length();
    }

    private List<Tab> parts() {
        return PARTS.stream().map(each -> new Tab(Notices.wide(each), "/charter?part=" + Addresses.part(each)
                + (before ? "&law=before" : ""), each.equals(part))).toList();
    }

    private List<Tab> times(Charter whole) {
        LocalDate first = whole.overlays().stream().filter(law -> touches(whole, law)).map(Overlay::from)
                .min(Comparator.naturalOrder()).orElse(null);
        if (first == null) {
            return List.of();
        }
        String here = "/charter?part=" + Addresses.part(part);
        return List.of(new Tab(words.m().t("obligation.charter.now"), here, !before),
                new Tab(words.m().t("obligation.charter.before", first.minusDays(1).toString()), here + "&law=before",
                        before));
    }

    private boolean touches(Charter whole, Overlay law) {
        return law.effects().stream().flatMap(effect -> effect.duties().stream())
                .anyMatch(duty -> whole.obligation(duty)
                        .filter(found -> Addresses.charterPart(clause(found)).equals(part)).isPresent());
    }

    private Row row(Clause clause, List<Obligation> duties, String tried) {
        List<Card> cards = duties.stream().map(duty -> card(duty, duty.id().equals(tried))).toList();
        List<LawNote> laws = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        for (Obligation duty : duties) {
            Quote quote = duty.head().quote();
            spans.add(new Span(quote.start() - clause.start(),
                    Math.min(clause.text().length(), quote.end() - clause.start()), duty.id(),
                    stops(duty.id()) ? "sus" : "mark"));
        }
        for (Overlay law : charter.overlays()) {
            for (Overlay.Effect effect : law.effects()) {
                if (duties.stream().anyMatch(duty -> effect.duties().contains(duty.id()))) {
                    laws.add(new LawNote(Laws.label(law), "#" + Laws.anchor(law), law.from().toString(),
                            effect.kind() == Overlay.Kind.SUSPENDS ? law.quotes() : List.of(), effect.note()));
                    addWords(clause, effect.words(), spans);
                }
            }
        }
        return new Row(clause.address(), Addresses.anchor(clause.address()), pieces(clause.text(), spans), laws,
                cards, cards.isEmpty() ? words.m().t("obligation.charter.none") : "");
    }

    private static void addWords(Clause clause, @Nullable String touched, List<Span> spans) {
        int at = touched == null ? -1 : clause.text().indexOf(touched);
        if (at >= 0 && touched != null && spans.stream().noneMatch(span -> span.from() <= at && at < span.to()
                && span.style().equals("sus"))) {
            spans.add(new Span(at, at + touched.length(), "", "sus"));
        }
    }

    private boolean stops(String duty) {
        return charter.overlays().stream().flatMap(law -> law.effects().stream())
                .anyMatch(effect -> effect.kind() == Overlay.Kind.SUSPENDS && effect.duties().contains(duty)
                        && effect.words() == null);
    }

    /** Marked characters, from and to inside the clause. */
    private record Span(int from, int to, String duty, String style) {}

    /** Cuts the clause where marks begin and end; where marks lie over each other the law's mark shows. */
    private List<Piece> pieces(String text, List<Span> spans) {
        Set<Integer> cuts = new LinkedHashSet<>(List.of(0, text.length()));
        spans.forEach(span -> cuts.addAll(List.of(span.from(), span.to())));
        List<Integer> sorted = cuts.stream().sorted().toList();
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i + 1 < sorted.size(); i++) {
            int from = sorted.get(i);
            int to = sorted.get(i + 1);
            List<Span> over = spans.stream().filter(span -> span.from() <= from && to <= span.to()).toList();
            String style = over.stream().map(Span::style).max(Comparator.naturalOrder()).orElse("");
            List<Integer> ending = spans.stream().filter(span -> span.to() == to && !span.duty().isEmpty())
                    .map(span -> numbers.getOrDefault(span.duty(), 0)).sorted().toList();
            pieces.add(new Piece(text.substring(from, to), style, ending.isEmpty() ? 0 : ending.getFirst()));
            ending.stream().skip(1).forEach(number -> pieces.add(new Piece("", "", number)));
        }
        return pieces;
    }

    private Card card(Obligation duty, boolean tried) {
        Obligation.Head head = duty.head();
        boolean counts = duty.counts();
        boolean suspended = stops(head.id());
        org.jiaogongti.charter.Rule rule = counts ? charter.rule(head.id(), today) : null;
        Recurrence recurs = duty instanceof Obligation.Uncounted told
                ? told.asked(today).recurrence()
                : rule == null ? head.recurrence() : rule.recurrence();
        String often = words.m().t("obligation.recurs." + recurs.name());
        String amount = words.amount(rule == null ? duty.quantityOn(today) : rule.quantity(), head.unit())
                + (rule == null ? "" : words.each(rule.each()));
        return new Card(numbers.getOrDefault(head.id(), 0), head.id(), head.name(), suspended,
                head.modality() == Modality.MAY, words.bearer(head.bearer()), head.owedTo(), often, amount,
                !head.openPoints().isEmpty() || !head.readings().isEmpty(), reading(head), "/charter/readings#"
                        + readingAnchor(head),
                kept.contains(head.id()) ? "" : waits(head),
                toldWithoutNumber(head) ? words.m().t("obligation.card.uncounted.text") : "",
                head.usualMonths().isEmpty()
                        ? ""
                        : words.m().t("obligation.usual",
                                words.months(head.usualMonths())),
                counts || kept.contains(head.id()) ? "/board?duty=" + head.id() : "",
                counts && !suspended && head.modality() != Modality.MAY
                        ? "/charter?part=" + Addresses.part(part) + "&duty=" + head.id() + "#what-if"
                        : "",
                tried, Revised.of(charter, duty));
    }

    private String reading(Obligation.Head head) {
        return head.readings().stream().map(charter::reading).flatMap(java.util.Optional::stream)
                .map(reading -> reading.name() + "：" + reading.on(today).alternative())
                .collect(Collectors.joining("；"));
    }

    private String readingAnchor(Obligation.Head head) {
        return head.readings().stream().findFirst().flatMap(charter::reading).map(Reading::id).orElse("");
    }

    private static String waits(Obligation.Head head) {
        return toldWithoutNumber(head) ? "" : String.join("、", head.waitsFor());
    }

    /** Whether what it waits for is announced here already, and yet there is no number against which it could be counted. */
    private static boolean toldWithoutNumber(Obligation.Head head) {
        return head.waitsFor().equals(List.of(OPEN_SIGN_UP)) && !head.openPoints().isEmpty();
    }

    private List<Law> laws() {
        List<Law> laws = new ArrayList<>();
        for (Overlay law : charter.overlays()) {
            String stops = law.effects().stream().filter(effect -> effect.kind() == Overlay.Kind.SUSPENDS)
                    .flatMap(effect -> effect.duties().stream()).sorted().map(charter::obligation)
                    .flatMap(java.util.Optional::stream).map(duty -> duty.head().name())
                    .collect(Collectors.joining("、"));
            laws.add(new Law(Laws.label(law), law.law(), law.from().toString(), stops,
                    words.m().t("obligation.law.which.text", law.from().toString()), law.source(), law.quotes(),
                    Laws.anchor(law)));
        }
        return laws;
    }

    /** All open points; the page of a reading links back to its duties. */
    static ReadingsView readings(Charter charter, Words words, LocalDate today) {
        List<ReadingsView.Point> points = new ArrayList<>();
        for (Reading reading : charter.readings()) {
            Reading.Choice choice = reading.on(today);
            List<ReadingsView.Way> ways = new ArrayList<>();
            reading.alternatives().forEach((name, meaning) -> ways
                    .add(new ReadingsView.Way(name.equals(choice.alternative()), name, meaning)));
            List<ReadingsView.Duty> duties = charter.obligations().stream()
                    .filter(duty -> duty.head().readings().contains(reading.name()))
                    .map(duty -> new ReadingsView.Duty(duty.id(), clause(duty), duty.head().name(),
                            Addresses.charter(clause(duty))))
                    .toList();
            points.add(new ReadingsView.Point(reading.id(), reading.name(), reading.question(), ways,
                    words.m().t("obligation.reading.decided", choice.decidedBy(), choice.from().toString(),
                            choice.basis()),
                    DutyBuilder.waits(reading, words), duties));
        }
        return new ReadingsView(points);
    }

    /** The whole notice, line by line. */
    static NoticeView notice(Charter charter) {
        List<NoticeView.Passage> passages = new ArrayList<>();
        Map<Integer, Clause> starts = new HashMap<>();
        charter.notice().clauses().forEach(clause -> starts.put(clause.start(), clause));
        Set<String> withDuties = charter.obligations().stream().map(CharterBuilder::clause)
                .collect(Collectors.toSet());
        String text = charter.notice().text();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
            String line = text.substring(at, end);
            if (!line.isBlank()) {
                passages.add(passage(line.strip(), starts.get(at), withDuties));
            }
            at = end + 1;
        }
        return new NoticeView(charter.title(), charter.notice().indexNumber(), charter.notice().issuer(),
                charter.notice().issuedOn().toString(), passages);
    }

    private static NoticeView.Passage passage(String line, @Nullable Clause clause, Set<String> withDuties) {
        if (clause == null) {
            return new NoticeView.Passage("", "", false, line, "");
        }
        String address = clause.address();
        return new NoticeView.Passage(Addresses.anchor(address), address, line.length() < HEADING_LENGTH, line,
                withDuties.contains(address) ? Addresses.charter(address) : "");
    }
}
