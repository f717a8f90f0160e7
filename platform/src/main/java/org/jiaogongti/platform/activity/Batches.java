package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Occasion.Behalf;
import org.jiaogongti.platform.activity.Occasion.Entry;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.model.Asked;
import org.jiaogongti.platform.activity.model.EntryReading;
import org.jiaogongti.platform.activity.model.EntryReading.Read;
import org.jiaogongti.platform.activity.model.Facts;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Pasted;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.model.Words;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.activity.store.OccasionStore;
import org.jiaogongti.platform.activity.store.OccasionStore.Row;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.Contributions;
import org.jiaogongti.platform.obligation.Effect;
import org.jiaogongti.platform.obligation.SourcedFacts;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Many rows at once from a spreadsheet: good ones are saved, bad ones come back with their reason. */
@Service
public class Batches {

    private final OccasionStore store;
    private final OccasionReadings readings;
    private final Contributions contributions;
    private final DistrictGround grounds;
    private final Journal journal;
    private final BusinessClock clock;
    private final Ids ids;

    Batches(OccasionStore store, OccasionReadings readings, Contributions contributions, DistrictGround grounds,
            Journal journal, BusinessClock clock, Ids ids) {
        this.store = store;
        this.readings = readings;
        this.contributions = contributions;
        this.grounds = grounds;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * One pasted row as it was understood.
     *
     * @param said null where it was not
     * @param known it was entered before
     */
    public record Line(int number, String text, @Nullable Said said, List<FieldError> errors, boolean known) {

        public boolean good() {
            return said != null && errors.isEmpty() && !known;
        }
    }

    /**
     * What became of a paste.
     *
     * @param header the header line as pasted, or empty
     * @param saved how many occasions were saved; 0 in a preview
     * @param left what stays in the box: the header and the bad rows
     * @param sides what it was read against
     */
    public record Result(String header, List<Line> lines, int saved, String left, List<Effect> effects, Sides sides) {

        public long good() {
            return lines.stream().filter(Line::good).count();
        }

        public long known() {
            return lines.stream().filter(Line::known).count();
        }

        public long bad() {
            return lines.stream().filter(line -> !line.errors().isEmpty()).count();
        }
    }

    /** The schools a person may paste for, own ones first, and the words for all ids. */
    public record Sides(List<School> schools, Ground ground) {}

    @Transactional(readOnly = true)
    public Sides sides(Actor actor) {
        Ground ground = grounds.now();
        return new Sides(new Rights(actor, ground).sides(ground.today()), ground);
    }

    /** Row by row what would happen; writes nothing. Empty where the school is not the actor's to enter for. */
    @Transactional(readOnly = true)
    public Optional<Result> preview(Actor actor, UUID school, String text) {
        return read(actor, school, text).map(read -> new Result(read.header(), read.lines(), 0, text, List.of(),
                read.sides()));
    }

    /** Saves the good rows in one transaction; a row pasted before does no harm. */
    @Transactional
    public Optional<Result> record(Actor actor, UUID school, String text) {
        Optional<Reading> read = read(actor, school, text);
        return read.map(reading -> save(actor, reading));
    }

    private record Reading(String header, List<Line> lines, Rights rights, Sides sides) {

        Ground ground() {
            return sides.ground();
        }
    }

    private Optional<Reading> read(Actor actor, UUID school, String text) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        Sides sides = new Sides(rights.sides(ground.today()), ground);
        if (sides.schools().stream().noneMatch(side -> side.id().equals(school))) {
            return Optional.empty();
        }
        Pasted.Table table = new Pasted(ground, school).read(text);
        List<Line> lines = new ArrayList<>();
        for (Pasted.Row row : table.rows()) {
            lines.add(line(row, ground, rights));
        }
        return Optional.of(new Reading(table.header(), known(school, lines), rights, sides));
    }

    private Line line(Pasted.Row row, Ground ground, Rights rights) {
        List<FieldError> errors = new ArrayList<>(row.errors());
        if (row.number() > Pasted.MOST_ROWS) {
            errors.add(new FieldError("row", "activity.error.rows.many", Pasted.MOST_ROWS));
            return new Line(row.number(), row.line(), null, errors, false);
        }
        return switch (EntryReading.read(row.entry(), ground)) {
            case Read.Bad bad -> {
                Set<String> named = errors.stream().map(FieldError::field).collect(Collectors.toSet());
                bad.errors().stream().filter(error -> !named.contains(error.field())).forEach(errors::add);
                yield new Line(row.number(), row.line(), null, errors, false);
            }
            case Read.Good good -> {
                if (!rights.mayEnter(good.said())) {
                    errors.add(new FieldError("school", "activity.error.school.foreign"));
                }
                yield new Line(row.number(), row.line(), good.said(), errors, false);
            }
        };
    }

    /** Marks rows that stand twice in the paste or were entered before, by paste or by form. */
    private List<Line> known(UUID school, List<Line> lines) {
        Set<LocalDate> days = new LinkedHashSet<>();
        lines.stream().map(Line::said).filter(said -> said != null).forEach(said -> days.add(said.date()));
        Set<String> keys = new HashSet<>();
        readings.ofDay(school, days).forEach(occasion -> keys.add(Pasted.naturalKey(occasion.said())));
        List<Line> marked = new ArrayList<>();
        for (Line line : lines) {
            Said said = line.said();
            boolean known = said != null && !keys.add(Pasted.naturalKey(said));
            marked.add(new Line(line.number(), line.text(), said, line.errors(), known));
        }
        return marked;
    }

    private Result save(Actor actor, Reading reading) {
        List<SourcedFacts> records = new ArrayList<>();
        for (Line line : reading.lines()) {
            Said said = line.said();
            if (line.good() && said != null) {
                insert(actor, said, reading).ifPresent(records::add);
            }
        }
        List<Effect> effects = contributions.count(records).effects();
        if (!records.isEmpty()) {
            journal.write(actor, "OccasionsPasted", "occasion", records.getFirst().source().id(),
                    Map.of("rows", records.size(), "occasions",
                            records.stream().map(record -> record.source().id().toString()).toList()));
        }
        List<String> left = new ArrayList<>();
        reading.lines().stream().filter(line -> !line.errors().isEmpty()).forEach(line -> left.add(line.text()));
        if (!left.isEmpty() && !reading.header().isEmpty()) {
            left.addFirst(reading.header());
        }
        return new Result(reading.header(), reading.lines(), records.size(), String.join("\n", left), effects,
                reading.sides());
    }

    private Optional<SourcedFacts> insert(Actor actor, Said said, Reading reading) {
        LocalDate today = reading.ground().today();
        UUID id = ids.next();
        String district = Scope.required().code();
        if (!store.paste(district, Pasted.naturalKey(said), id)) {
            return Optional.empty();
        }
        Behalf behalf = reading.rights().onBehalf(said)
                ? new Behalf(said.school(), reading.rights().behalfRole().name())
                : null;
        State state = said.date().isAfter(today) ? State.PLANNED : State.HELD;
        Occasion occasion = new Occasion(id, 1, said, state, false,
                new Entry(actor.accountId(), actor.name(), clock.now(), today, today), null, behalf,
                Asked.by(said, reading.ground().kinds()));
        store.insert(new Row(id, id, district, said, state, occasion.asked(), Words.of(said, reading.ground()),
                ids.next()), occasion.entry(), behalf);
        List<OccasionPart> facts = Facts.of(occasion, List.of(), reading.ground().kinds()::gate);
        return Optional.of(new SourcedFacts(Recounting.source(id), facts));
    }
}
