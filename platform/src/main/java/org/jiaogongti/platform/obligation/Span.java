package org.jiaogongti.platform.obligation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.calendar.Round;
import org.springframework.web.util.UriUtils;

/**
 * The days a board or a ledger looks at, by the term it was asked for.
 *
 * @param term the term asked for, or that of the business date
 * @param periods names of the periods whose duties are shown
 */
public record Span(Width width, Period term, DateRange days, String name, Set<String> periods) {

    public Span {
        periods = Set.copyOf(periods);
    }

    /** How far it reaches. */
    public enum Width {
        TERM("term"), YEAR("year"), ROUND("round");

        private final String word;

        Width(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Width of(String word) {
            for (Width width : values()) {
                if (width.word.equals(word)) {
                    return width;
                }
            }
            return TERM;
        }
    }

    public String query() {
        return "term=" + UriUtils.encode(term.name(), StandardCharsets.UTF_8)
                + (width == Width.TERM ? "" : "&span=" + width.word());
    }

    /** Terms, newest first. */
    public static List<Period> terms(World world) {
        return world.periods().stream().filter(period -> period.kind() == PeriodKind.TERM)
                .sorted(Comparator.comparing((Period period) -> period.days().first()).reversed()).toList();
    }

    /** The term of a day; between terms the one before, so that its results stay in sight. */
    public static Optional<Period> termOf(World world, LocalDate day) {
        List<Period> terms = terms(world);
        return terms.stream().filter(term -> !term.days().first().isAfter(day)).findFirst()
                .or(() -> terms.isEmpty() ? Optional.empty() : Optional.of(terms.getLast()));
    }

    /** The term of that name; where none is named, that of the day. */
    public static Optional<Period> term(World world, String name, LocalDate today) {
        return name.isEmpty()
                ? termOf(world, today)
                : terms(world).stream().filter(term -> term.name().equals(name)).findFirst();
    }

    public static Span of(Charter charter, World world, Period term, Width width) {
        Period year = world.periods().stream().filter(period -> period.kind() == PeriodKind.SCHOOL_YEAR)
                .filter(period -> period.days().contains(term.days().first())).findFirst().orElse(term);
        Set<String> names = new LinkedHashSet<>();
        return switch (width) {
            case TERM -> {
                // Duties of the year run in each of its terms, so a term's board shows them as well.
                names.add(term.name());
                names.add(year.name());
                yield new Span(width, term, term.days(), term.name(), names);
            }
            case YEAR -> {
                names.addAll(within(world, year.days()));
                yield new Span(width, term, year.days(), year.name(), names);
            }
            case ROUND -> {
                Optional<Round> round = roundOf(charter, term);
                DateRange days = round.map(Round::days).orElse(year.days());
                names.addAll(within(world, days));
                yield new Span(width, term, days, round.map(Round::name).orElse(year.name()), names);
            }
        };
    }

    public static Optional<Round> roundOf(Charter charter, Period term) {
        return charter.rounds().stream().filter(round -> round.days().contains(term.days().last())
                || round.days().contains(term.days().first())).findFirst();
    }

    private static Set<String> within(World world, DateRange days) {
        Set<String> names = new LinkedHashSet<>();
        for (Period period : world.periods()) {
            // A term belongs where it begins; the summer after a round's last day does not move a year out of it.
            if (days.contains(period.days().first())) {
                names.add(period.name());
            }
        }
        return names;
    }
}
