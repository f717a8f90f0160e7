package org.jiaogongti.platform.appraisal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.appraising.Standings;
import org.jiaogongti.charter.archive.Frozen;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.Contribution;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.platform.appraisal.Dispute.Wanted;
import org.jiaogongti.platform.appraisal.Records;
import org.jiaogongti.platform.appraisal.Records.Item;
import org.jiaogongti.platform.appraisal.SheetPlaces;
import org.jspecify.annotations.Nullable;

/** Frozen records: a school's, and what the year comes to when one of them is put right. */
public record FrozenRecords(Frozen frozen, SheetPlaces places) {

    /** The records that a school led, held or took part in. */
    public Records of(String school) {
        Counting counting = new Counting(frozen.rules().read(), frozen.world());
        Set<String> periods = Standings.periods(frozen.world(), frozen.asked().year()).stream().map(Period::name)
                .collect(Collectors.toSet());
        List<Item> all = new ArrayList<>();
        for (List<Fact> record : Evaluation.records(frozen.facts())) {
            if (record.stream().anyMatch(fact -> concerns(fact, school))) {
                Set<String> duties = new LinkedHashSet<>();
                for (Contribution each : counting.contributionsOf(record)) {
                    if (periods.contains(each.key().period())) {
                        duties.add(each.key().duty());
                    }
                }
                all.add(item(record, List.copyOf(duties)));
            }
        }
        all.sort(Comparator.comparing(Item::day).thenComparing(Item::source));
        return new Records(all);
    }

    /** One record of the year. */
    public Optional<Item> find(String source) {
        return Evaluation.records(frozen.facts()).stream().filter(record -> record.getFirst().source().equals(source))
                .findFirst().map(record -> item(record, List.of()));
    }

    private static boolean concerns(Fact fact, String school) {
        return switch (fact) {
            case OccasionPart part -> school.equals(part.ledBy()) || school.equals(part.host())
                    || part.participants().containsKey(school);
            case Placement placement -> placement.fromSchool().equals(school) || placement.toSchool().equals(school);
        };
    }

    private Item item(List<Fact> record, List<String> duties) {
        Set<String> kinds = new LinkedHashSet<>();
        Set<String> led = new LinkedHashSet<>();
        Set<String> subjects = new LinkedHashSet<>();
        LocalDate day = LocalDate.MAX;
        OccasionState state = null;
        for (Fact fact : record) {
            switch (fact) {
                case OccasionPart part -> {
                    kinds.add(part.kind());
                    add(led, part.ledBy());
                    if (part.subject() != null) {
                        subjects.add(part.subject());
                    }
                    day = part.date();
                    state = part.state();
                }
                case Placement placement -> {
                    add(led, placement.fromSchool());
                    day = placement.start();
                }
            }
        }
        return new Item(record.getFirst().source(), day, List.copyOf(kinds), List.copyOf(led),
                String.join("、", subjects), state, duties);
    }

    private void add(Set<String> names, @Nullable String school) {
        if (school != null) {
            names.add(places.name(school));
        }
    }

    /** The same year with one record put right; everything else stays as it was frozen. */
    public Frozen with(String source, Wanted wanted) {
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : frozen.facts()) {
            if (!fact.source().equals(source)) {
                facts.add(fact);
                continue;
            }
            switch (fact) {
                case OccasionPart part -> facts.add(part.as(switch (wanted) {
                    case COUNT -> OccasionState.HELD;
                    case NOT_COUNT -> OccasionState.CANCELLED;
                }));
                case Placement placement -> {
                    if (wanted == Wanted.COUNT) {
                        facts.add(placement);
                    }
                }
            }
        }
        return new Frozen(frozen.rules(), frozen.asked(), frozen.schools(), frozen.world(), facts, frozen.waivers(),
                frozen.inspected(), frozen.before());
    }
}
