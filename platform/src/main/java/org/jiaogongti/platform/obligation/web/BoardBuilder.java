package org.jiaogongti.platform.obligation.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Overlay;
import org.jiaogongti.charter.revising.Revised;
import org.jiaogongti.platform.obligation.Kept;
import org.jiaogongti.platform.obligation.Span;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.obligation.web.BoardView.Cell;
import org.jiaogongti.platform.obligation.web.BoardView.Choices;
import org.jiaogongti.platform.obligation.web.BoardView.Count;
import org.jiaogongti.platform.obligation.web.BoardView.Head;
import org.jiaogongti.platform.obligation.web.BoardView.Heading;
import org.jiaogongti.platform.obligation.web.BoardView.Law;
import org.jiaogongti.platform.obligation.web.BoardView.Option;
import org.jiaogongti.platform.obligation.web.BoardView.Part;
import org.jiaogongti.platform.obligation.web.BoardView.Row;
import org.jiaogongti.platform.obligation.web.BoardView.Slice;
import org.jiaogongti.platform.obligation.web.BoardView.Tab;
import org.jiaogongti.platform.obligation.web.BoardView.Tally;
import org.jiaogongti.platform.obligation.web.BoardView.Waiting;
import org.jspecify.annotations.Nullable;

/** Makes the board out of the standings of a span; everything on it comes from them. */
final class BoardBuilder {

    /** What the reader asked for; empty means all. */
    record Asked(String duty, String state) {}

    private final BoardFacts facts;
    private final Span span;
    private final Asked asked;
    private final Words words;
    private final Cells cells;
    private final Map<String, Map<String, List<Standing>>> byDuty = new HashMap<>();

    BoardBuilder(BoardFacts facts, Span span, Asked asked, Words words) {
        this.facts = facts;
        this.span = span;
        this.asked = asked;
        this.words = words;
        this.cells = new Cells(words, facts.charter(), facts.outlooks());
        for (Standing standing : facts.standings()) {
            byDuty.computeIfAbsent(standing.duty(), duty -> new HashMap<>())
                    .computeIfAbsent(standing.instance().community(), community -> new ArrayList<>()).add(standing);
        }
    }

    BoardView build() {
        List<Head> heads = heads();
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        Map<Mark, Integer> counts = new EnumMap<>(Mark.class);
        int shown = 0;
        int all = 0;
        for (Obligation duty : facts.charter().obligations()) {
            if (!shows(duty)) {
                continue;
            }
            Row row = row(duty, heads);
            row.cells().forEach(cell -> counts.merge(cell.mark(), 1, Integer::sum));
            all++;
            if (wanted(row)) {
                shown++;
                rows.computeIfAbsent(partOf(row.clause()), part -> new ArrayList<>()).add(row);
            }
        }
        List<Part> parts = new ArrayList<>();
        rows.forEach((part, its) -> parts.add(new Part(title(part), partSummary(its), its)));
        Choices choices = new Choices(span.term().name(), span.width().word(), asked.duty(), asked.state(),
                dutyOptions(), stateOptions(), shown, all);
        String check = Tags.check(List.of(span.name(), facts.today(), parts));
        return new BoardView(
                new Heading(words.period(span.name()), facts.today(), spans(), terms(), query(), check), tally(counts),
                Calendar.progress(span, facts.today(), words), heads, parts, waiting(), choices,
                new RailBuilder(facts, span, words, byDuty).build());
    }

    private boolean shows(Obligation duty) {
        return byDuty.containsKey(duty.id()) || facts.kept().containsKey(duty.id());
    }

    /** What the notice asks too, and nothing that is kept tells of in this span. */
    private List<Waiting> waiting() {
        return facts.charter().obligations().stream().filter(duty -> !duty.counts() && !shows(duty)).map(duty -> {
            Obligation.Head head = duty.head();
            String clause = head.quote().clause();
            return new Waiting(clause, Addresses.clause(clause), head.name(), Addresses.charter(clause),
                    String.join("、", head.waitsFor()));
        }).toList();
    }

    private String query() {
        return span.query() + (asked.duty().isEmpty() ? "" : "&duty=" + Addresses.part(asked.duty()))
                + (asked.state().isEmpty() ? "" : "&state=" + Addresses.part(asked.state()));
    }

    private boolean wanted(Row row) {
        return (asked.duty().isEmpty() || row.duty().equals(asked.duty())) && (asked.state().isEmpty()
                || row.cells().stream().anyMatch(cell -> cell.mark().css().equals(asked.state())));
    }

    private List<Head> heads() {
        List<Head> heads = new ArrayList<>();
        for (String community : facts.world().communities()) {
            heads.add(new Head(community, facts.labels().name(community), facts.labels().shortName(community),
                    facts.world().memberships(community, facts.dayIn(span)).size()));
        }
        return heads;
    }

    private Row row(Obligation duty, List<Head> heads) {
        Obligation.Head head = duty.head();
        List<Cell> row = new ArrayList<>();
        for (Head community : heads) {
            row.add(byDuty.containsKey(duty.id())
                    ? cell(head, community, standings(duty.id(), community.id()))
                    : kept(head, community));
        }
        String clause = head.quote().clause();
        String reading = head.readings().stream().findFirst().flatMap(facts.charter()::reading)
                .map(found -> "/charter/readings#" + found.id()).orElse("");
        return new Row(duty.id(), head.name(), clause, Addresses.clause(clause),
                Addresses.charter(clause), need(duty), reading, law(duty.id()), row, revised(duty));
    }

    private String need(Obligation duty) {
        return duty.counts()
                ? words.need(duty.head(), cells.rule(duty.id(), span))
                : words.need(duty);
    }

    private List<Revised> revised(Obligation duty) {
        return duty instanceof Obligation.Counted counted
                ? Revised.of(facts.charter(), counted).stream()
                        .filter(each -> !each.from().isAfter(span.days().last())).toList()
                : List.of();
    }

    /** A community of which nothing is kept, or that has been formed since, owes nothing here. */
    private Cell kept(Obligation.Head head, Head community) {
        Optional<Kept> found = facts.kept().getOrDefault(head.id(), List.of()).stream()
                .filter(each -> each.community().equals(community.id())).findFirst();
        Mark mark = found.map(Kept::state).map(BoardBuilder::mark).orElse(Mark.NOTHING);
        String word = words.m().t(mark.key());
        String label = words.m().t("obligation.cell.label", community.name(), head.name(), word);
        return new Cell(mark, found.map(Kept::figure).orElse(word),
                mark == Mark.DONE || mark == Mark.GOING || mark == Mark.NOTHING ? "" : word,
                found.map(Kept::percent).orElse(0), found.map(Kept::href).orElse(Addresses.charter(
                        head.quote().clause())),
                label, found.isPresent());
    }

    private static Mark mark(Kept.State state) {
        return switch (state) {
            case IN_PLACE -> Mark.DONE;
            case UNDER_WAY -> Mark.GOING;
            case LACKING -> Mark.SOON;
            case NOT_YET -> Mark.NOT_YET;
            case LATE -> Mark.LATE;
        };
    }

    private List<Standing> standings(String duty, String community) {
        return byDuty.getOrDefault(duty, Map.of()).getOrDefault(community, List.of());
    }

    private @Nullable Law law(String duty) {
        // Only where every cell is stopped: a year that began before the law keeps its numbers.
        List<Standing> standings = byDuty.getOrDefault(duty, Map.of()).values().stream().flatMap(List::stream).toList();
        Optional<Overlay> law = standings.stream()
                .map(standing -> facts.charter().suspendedBy(duty, standing.instance().lastDay()))
                .reduce((one, other) -> one.isPresent() && other.isPresent() ? one : Optional.empty())
                .flatMap(found -> found);
        return law.map(found -> new Law(Laws.label(found), Laws.href(facts.charter(), found, duty))).orElse(null);
    }

    private Cell cell(Obligation.Head head, Head community, List<Standing> standings) {
        Cells.Summary summary = cells.summary(head, span, standings);
        Mark mark = summary.mark();
        String word = words.m().t(mark.key());
        boolean plain = mark == Mark.DONE || mark == Mark.GOING;
        String figure = mark.inWork() ? summary.figure() : word;
        String label = words.m().t("obligation.cell.label", community.name(), head.name(), word);
        String href = standings.size() == 1 && !Words.split(head, cells.rule(head.id(), span))
                ? Addresses.instance(standings.getFirst().key())
                : Addresses.cell(head.id(), community.id(), span);
        return new Cell(mark, figure, plain || !mark.inWork() ? "" : word, summary.percent(), href, label,
                false);
    }

    private Tally tally(Map<Mark, Integer> counts) {
        List<Count> inWork = new ArrayList<>();
        List<Count> outside = new ArrayList<>();
        int worked = 0;
        int stopped = 0;
        for (Mark mark : Mark.values()) {
            int cells = counts.getOrDefault(mark, 0);
            if (mark.inWork()) {
                worked += cells;
                inWork.add(new Count(mark, cells, stateHref(mark)));
            } else if (mark != Mark.NOTHING && cells > 0) {
                stopped += cells;
                outside.add(new Count(mark, cells, stateHref(mark)));
            }
        }
        return new Tally(worked, stopped, inWork, outside, slices(counts, worked));
    }

    private static List<Slice> slices(Map<Mark, Integer> counts, int worked) {
        List<Slice> slices = new ArrayList<>();
        int before = 0;
        for (Mark mark : new Mark[]{Mark.DONE, Mark.GOING, Mark.OPTIONAL, Mark.NOT_YET, Mark.SOON, Mark.LATE}) {
            int cells = counts.getOrDefault(mark, 0);
            if (cells > 0) {
                int from = 100 * before / worked;
                slices.add(new Slice(mark.css(), 100 * (before + cells) / worked - from));
                before += cells;
            }
        }
        return slices;
    }

    private String stateHref(Mark mark) {
        return "/board?" + span.query() + "&state=" + mark.css();
    }

    private String partOf(String clause) {
        return Addresses.charterPart(clause);
    }

    private String title(String part) {
        return Notices.title(facts.charter().notice(), part);
    }

    private String partSummary(List<Row> rows) {
        Map<Mark, Integer> counts = new EnumMap<>(Mark.class);
        rows.forEach(row -> row.cells().forEach(cell -> counts.merge(cell.mark(), 1, Integer::sum)));
        String summary = words.m().t("obligation.part.summary", rows.size(), counts.getOrDefault(Mark.SOON, 0),
                counts.getOrDefault(Mark.LATE, 0));
        long stopped = rows.stream().filter(row -> row.law() != null).count();
        return stopped == 0 ? summary : words.m().t("obligation.part.stopped", summary, stopped);
    }

    private List<Option> dutyOptions() {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", words.m().t("obligation.board.duty.all"), asked.duty().isEmpty()));
        for (Obligation duty : facts.charter().obligations()) {
            if (!duty.counts() && !shows(duty)) {
                continue;
            }
            options.add(new Option(duty.id(), duty.head().quote().clause() + " " + duty.head().name(),
                    duty.id().equals(asked.duty())));
        }
        return options;
    }

    private List<Option> stateOptions() {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", words.m().t("obligation.board.state.all"), asked.state().isEmpty()));
        for (Mark mark : Mark.values()) {
            if (mark != Mark.NOTHING) {
                options.add(new Option(mark.css(), words.m().t(mark.key()), mark.css().equals(asked.state())));
            }
        }
        return options;
    }

    private List<Tab> spans() {
        List<Tab> tabs = new ArrayList<>();
        for (Span.Width width : Span.Width.values()) {
            Span other = Span.of(facts.charter(), facts.world(), span.term(), width);
            tabs.add(new Tab(words.m().t("obligation.span." + width.word(), words.period(other.name())),
                    "/board?" + other.query(), width == span.width()));
        }
        return tabs;
    }

    private List<Tab> terms() {
        List<Tab> tabs = new ArrayList<>();
        Span.terms(facts.world()).forEach(term -> tabs
                .add(new Tab(words.period(term.name()), term.name(), term.name().equals(span.term().name()))));
        return tabs;
    }
}
