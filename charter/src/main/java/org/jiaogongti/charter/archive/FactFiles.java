package org.jiaogongti.charter.archive;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.Paper;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.appraising.Standings;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Waiver;
import org.jspecify.annotations.Nullable;

/**
 * What an appraisal is computed from, as files: the columns of the facts directory, with the days for which they hold,
 * and a few more where a platform knows more than a spreadsheet. Schools and communities are their names, people are
 * numbers.
 */
final class FactFiles {

    static final String CHARTER = "charter/charter.yaml";
    static final String NOTICE = "charter/notice.txt";
    static final String OVERLAYS = "charter/overlays/";
    static final String SCHEME = "scheme.yaml";
    static final String COMMUNITIES = "facts/communities.csv";
    static final String ACTIVITIES = "facts/activities.csv";
    static final String PLACEMENTS = "facts/placements.csv";
    static final String WAIVERS = "facts/waivers.csv";
    static final String QUALITY = "facts/quality.csv";
    static final String FINDINGS = "facts/findings.csv";
    static final String BEFORE = "facts/before.csv";
    static final String[] COMMUNITY_COLUMNS = {"community", "school"};
    static final String[] ACTIVITY_COLUMNS = {"id", "part", "kind", "date", "community", "host", "led_by",
            "led_by_rank", "subject", "grade", "lessons", "participants", "filed_on", "approved_on", "state", "online",
            "owes"};
    static final String[] PLACEMENT_COLUMNS = {"id", "from_school", "to_school", "person", "rank", "permanent",
            "young", "start", "end", "mentor"};
    static final String[] WAIVER_COLUMNS = {"duty", "bearer", "counterpart", "period", "target", "decided_on"};
    static final String[] QUALITY_COLUMNS = {"community", "duty", "rate"};
    static final String[] FINDING_COLUMNS = {"community", "finding"};
    static final String[] BEFORE_COLUMNS = {"school", "own"};
    static final String YES = "yes";
    static final String NO = "no";

    private final Frozen frozen;
    private final UnaryOperator<String> names;
    private final Map<String, String> people = new HashMap<>();

    private FactFiles(Frozen frozen, UnaryOperator<String> names) {
        this.frozen = frozen;
        this.names = names;
    }

    static Map<String, byte[]> write(Frozen frozen, UnaryOperator<String> names) {
        return new FactFiles(frozen, names).files();
    }

    static Frozen read(Manifest manifest, Map<String, byte[]> files) {
        return new FactReader(files).read(manifest);
    }

    private Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(CHARTER, utf8(frozen.rules().charter().charter()));
        files.put(NOTICE, utf8(frozen.rules().charter().notice()));
        frozen.rules().overlays().forEach((name, text) -> files.put(OVERLAYS + name + ".yaml", utf8(text)));
        files.put(SCHEME, utf8(frozen.rules().scheme()));
        Csv communities = new Csv(COMMUNITY_COLUMNS);
        frozen.schools().forEach((community, schools) -> {
            if (schools.isEmpty()) {
                communities.row(names.apply(community), "");
            }
            schools.forEach(school -> communities.row(names.apply(community), names.apply(school)));
        });
        files.put(COMMUNITIES, communities.bytes());
        List<Fact> facts = relevant();
        files.putAll(WorldFiles.write(frozen.world(), days(facts), facts, frozen.schools(), names));
        files.put(ACTIVITIES, activities(facts));
        files.put(PLACEMENTS, placements(facts));
        files.put(WAIVERS, waivers());
        files.putAll(inspected());
        return files;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Period> periods() {
        return Standings.periods(frozen.world(), frozen.asked().year());
    }

    /** Records of the days of the year, and others that bear on it, in an order of their own. */
    private List<Fact> relevant() {
        List<Period> periods = periods();
        Set<String> appraised = periods.stream().map(Period::name).collect(Collectors.toSet());
        LocalDate first = first(periods);
        LocalDate last = last(periods);
        Counting counting = new Counting(frozen.rules().read(), frozen.world());
        Map<String, List<Fact>> records = new TreeMap<>();
        for (List<Fact> record : Evaluation.records(frozen.facts())) {
            boolean bears = record.stream().anyMatch(fact -> inside(fact, first, last)
                    || counting.instancesFrom(fact).stream().anyMatch(each -> appraised.contains(each.key().period())))
                    || counting.contributionsOf(record).stream()
                            .anyMatch(each -> appraised.contains(each.key().period()));
            if (bears) {
                records.put(record.getFirst().source(), record);
            }
        }
        return records.values().stream().flatMap(List::stream).toList();
    }

    private static boolean inside(Fact fact, LocalDate first, LocalDate last) {
        return switch (fact) {
            case OccasionPart part -> !part.date().isBefore(first) && !part.date().isAfter(last);
            case Placement placement -> !placement.start().isAfter(last)
                    && (placement.end() == null || !placement.end().isBefore(first));
        };
    }

    private static LocalDate first(List<Period> periods) {
        return periods.stream().map(period -> period.days().first()).min(LocalDate::compareTo).orElse(LocalDate.MIN);
    }

    private static LocalDate last(List<Period> periods) {
        return periods.stream().map(period -> period.days().last()).max(LocalDate::compareTo).orElse(LocalDate.MAX);
    }

    /** The days for which the world is asked: those of the appraised periods and those of the records. */
    private SortedSet<LocalDate> days(List<Fact> facts) {
        List<Period> periods = periods();
        SortedSet<LocalDate> days = first(periods).datesUntil(last(periods).plusDays(1))
                .collect(Collectors.toCollection(TreeSet::new));
        for (Fact fact : facts) {
            switch (fact) {
                case OccasionPart part -> days.add(part.date());
                case Placement placement -> {
                    days.add(placement.start());
                    if (placement.end() != null) {
                        days.add(placement.end());
                    }
                }
            }
        }
        return days;
    }

    private byte[] activities(List<Fact> facts) {
        Csv csv = new Csv(ACTIVITY_COLUMNS);
        for (Fact fact : facts) {
            if (fact instanceof OccasionPart part) {
                csv.row(part.source(), part.part(), part.kind(), part.date().toString(), names.apply(part.community()),
                        named(part.host()), named(part.ledBy()), part.ledByRank() == null ? "" : word(part.ledByRank()),
                        text(part.subject()), joined(part.grades()), Integer.toString(part.lessons()),
                        participants(part), text(part.filedOn()), text(part.approvedOn()), word(part.state()),
                        part.online() ? YES : NO, joined(part.owes().stream().map(Paper::word).sorted().toList()));
            }
        }
        return csv.bytes();
    }

    private String participants(OccasionPart part) {
        Map<String, Integer> byName = new TreeMap<>();
        part.participants().forEach((school, people) -> byName.merge(names.apply(school), people, Integer::sum));
        return joined(byName.entrySet().stream().map(entry -> entry.getKey() + ":" + entry.getValue()).toList());
    }

    private static String joined(List<String> texts) {
        texts.forEach(text -> {
            if (text.contains(";")) {
                throw new IllegalArgumentException(
                        "“%s” has a semicolon, which divides what is in one field.%nGive it another name."
                                .formatted(text));
            }
        });
        return String.join(";", texts);
    }

    private byte[] placements(List<Fact> facts) {
        Csv csv = new Csv(PLACEMENT_COLUMNS);
        for (Fact fact : facts) {
            if (fact instanceof Placement placement) {
                csv.row(placement.source(), names.apply(placement.fromSchool()), names.apply(placement.toSchool()),
                        person(placement.person()), word(placement.rank()), placement.permanent() ? YES : NO,
                        placement.young() ? YES : NO, placement.start().toString(), text(placement.end()),
                        placement.mentor() == null || placement.mentor().isBlank() ? "" : person(placement.mentor()));
            }
        }
        return csv.bytes();
    }

    /** Nothing is computed from who somebody is, so that the archive need not say it. */
    private String person(String person) {
        return people.computeIfAbsent(person, _ -> "人" + (people.size() + 1));
    }

    private byte[] waivers() {
        Csv csv = new Csv(WAIVER_COLUMNS);
        List<Waiver> sorted = frozen.waivers().stream()
                .sorted((one, other) -> one.key().compareTo(other.key())).toList();
        for (Waiver waiver : sorted) {
            InstanceKey key = waiver.key();
            csv.row(key.duty(), names.apply(key.bearer()), counterpart(key.counterpart()), key.period(),
                    waiver.target() == null ? "" : Integer.toString(waiver.target()), waiver.decidedOn().toString());
        }
        return csv.bytes();
    }

    /** A counterpart may be a school and something of it. */
    private String counterpart(String counterpart) {
        int slash = counterpart.indexOf('/');
        return slash < 0
                ? names.apply(counterpart)
                : names.apply(counterpart.substring(0, slash)) + counterpart.substring(slash);
    }

    private Map<String, byte[]> inspected() {
        Csv quality = new Csv(QUALITY_COLUMNS);
        Map<List<String>, BigFraction> rates = new TreeMap<>((one, other) -> {
            int byCommunity = one.getFirst().compareTo(other.getFirst());
            return byCommunity != 0 ? byCommunity : one.getLast().compareTo(other.getLast());
        });
        frozen.inspected().quality().forEach((drawn, rate) -> rates
                .put(List.of(names.apply(drawn.community()), drawn.duty()), rate));
        rates.forEach((key, rate) -> quality.row(key.getFirst(), key.getLast(), fraction(rate)));
        Csv findings = new Csv(FINDING_COLUMNS);
        Map<String, List<String>> open = new TreeMap<>();
        frozen.inspected().unresolved().forEach((community, found) -> open.put(names.apply(community), found));
        open.forEach((community, found) -> found.forEach(each -> findings.row(community, each)));
        Csv before = new Csv(BEFORE_COLUMNS);
        Map<String, BigFraction> own = new TreeMap<>();
        frozen.before().forEach((school, result) -> own.put(names.apply(school), result));
        own.forEach((school, result) -> before.row(school, fraction(result)));
        return Map.of(QUALITY, quality.bytes(), FINDINGS, findings.bytes(), BEFORE, before.bytes());
    }

    static String fraction(BigFraction number) {
        return number.getNumerator() + "/" + number.getDenominator();
    }

    private String named(@Nullable String school) {
        return school == null ? "" : names.apply(school);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** {@code VICE_PRINCIPAL} is written {@code vice-principal}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
