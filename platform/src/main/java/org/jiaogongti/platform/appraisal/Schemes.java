package org.jiaogongti.platform.appraisal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.reading.InvalidCharter;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.appraisal.AppraisalGround.Years;
import org.jiaogongti.platform.appraisal.store.SchemeStore;
import org.jiaogongti.platform.shell.Absent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 考核方案: adopted before the year they are for begins, kept in every edition, never changed. */
@Service
@Transactional(readOnly = true)
public class Schemes {

    /** The charter whose schemes are offered ready-made. */
    private static final String CHARTER = "fenghua-2019";
    private static final List<String> OFFERED = List.of("plain", "sample-2024");
    private static final int LONGEST = 20_000;
    private static final int LONGEST_DOCUMENT = 120;

    private final SchemeStore store;
    private final AppraisalGround around;

    Schemes(SchemeStore store, AppraisalGround around) {
        this.store = store;
        this.around = around;
    }

    /** A scheme that comes with the program, to start from. */
    public record Offer(String id, String title, String text) {}

    /**
     * All editions and what may still be adopted.
     *
     * @param editions the newest first
     * @param open years from which another scheme may hold, the earliest first
     */
    public record Shelf(List<SchemeEdition> editions, List<Period> open, List<Offer> offers) {}

    /** A rule of dividing money that may be tried. */
    public record Rule(String title, Scheme.Grant grant) {}

    /** The year's own rule first, then the bundled ones that differ from it. */
    public List<Rule> rules(Scheme own) {
        List<Rule> rules = new ArrayList<>(List.of(new Rule(own.title(), own.grant())));
        OFFERED.stream().map(id -> Charters.bundledScheme(CHARTER, id))
                .filter(each -> rules.stream().noneMatch(rule -> rule.grant().equals(each.grant())))
                .forEach(each -> rules.add(new Rule(each.title(), each.grant())));
        return rules;
    }

    /** What was handed in. */
    public record Order(String firstYear, String text, String document) {}

    /** The answer to a scheme that was handed in. */
    public sealed interface Answer {

        /** It may be adopted; nothing is written yet. */
        record Possible(Period year, Scheme scheme) implements Answer {}

        /** Adopted. */
        record Adopted(UUID id) implements Answer {}

        /**
         * Not taken.
         *
         * @param says what is wrong in the file, or empty
         */
        record Refused(String key, String says) implements Answer {}
    }

    public Shelf shelf() {
        Years years = around.years();
        List<SchemeEdition> editions = years.schemes().editions().stream()
                .sorted(Comparator.comparing(SchemeEdition::firstYear).thenComparing(SchemeEdition::id).reversed())
                .toList();
        return new Shelf(editions, open(years), offers());
    }

    private static List<Offer> offers() {
        return OFFERED.stream().map(id -> new Offer(id, Charters.bundledScheme(CHARTER, id).title(),
                Charters.bundledSchemeText(CHARTER, id))).toList();
    }

    /** Years of the calendar from which another scheme may hold; the one after the last is not known to it yet. */
    private static List<Period> open(Years years) {
        return years.calendar().stream()
                .filter(each -> each.kind() == PeriodKind.SCHOOL_YEAR || each.kind() == PeriodKind.CALENDAR_YEAR)
                .filter(each -> years.schemes().adoptable(each, years.today()))
                .filter(each -> !each.days().last().isBefore(years.today()))
                .sorted(Comparator.comparing((Period each) -> each.days().first())).toList();
    }

    public SchemeEdition edition(UUID id) {
        return store.editions().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new Absent("scheme", id));
    }

    /** What a scheme would say, and whether it may be adopted; writes nothing. */
    public Answer preview(Order order) {
        Years years = around.years();
        Optional<Period> year = years.calendar().stream().filter(each -> each.name().equals(order.firstYear()))
                .filter(each -> each.kind() == PeriodKind.SCHOOL_YEAR || each.kind() == PeriodKind.CALENDAR_YEAR)
                .findFirst();
        if (year.isEmpty()) {
            return new Answer.Refused("appraisal.scheme.refused.year", "");
        }
        if (!years.schemes().adoptable(year.get(), years.today())) {
            return new Answer.Refused("appraisal.scheme.refused.begun", "");
        }
        if (order.text().isBlank() || order.text().length() > LONGEST) {
            return new Answer.Refused("appraisal.scheme.refused.text", "");
        }
        if (order.document().isEmpty() || order.document().length() > LONGEST_DOCUMENT) {
            return new Answer.Refused("appraisal.scheme.refused.document", "");
        }
        try {
            Scheme scheme = Charters.scheme("方案", order.text());
            if (!fits(scheme, year.get())) {
                return new Answer.Refused("appraisal.scheme.refused.span", "");
            }
            boolean same = years.schemes().inForce(year.get()).filter(now -> now.scheme().equals(scheme)).isPresent();
            return same
                    ? new Answer.Refused("appraisal.scheme.refused.same", "")
                    : new Answer.Possible(year.get(), scheme);
        } catch (InvalidCharter invalid) {
            return new Answer.Refused("appraisal.scheme.refused.file", String.valueOf(invalid.getMessage()));
        }
    }

    private static boolean fits(Scheme scheme, Period year) {
        return switch (scheme.span()) {
            case SCHOOL_YEAR -> year.kind() == PeriodKind.SCHOOL_YEAR;
            case CALENDAR_YEAR -> year.kind() == PeriodKind.CALENDAR_YEAR;
        };
    }

    /** Adopts a scheme from a year on. */
    @Transactional
    public Answer adopt(Actor actor, Order order) {
        Answer answer = preview(order);
        if (!(answer instanceof Answer.Possible possible)) {
            return answer;
        }
        SchemeEdition edition = new SchemeEdition(around.ids().next(), order.firstYear(), possible.scheme(),
                order.text(), Hashes.sha256(order.text().getBytes(StandardCharsets.UTF_8)), order.document(),
                around.today(), actor.name());
        write(actor, edition, around.clock().now());
        return new Answer.Adopted(edition.id());
    }

    /** An edition as it was adopted on an earlier day: for a district that brings its past along. */
    @Transactional
    public void setUp(Actor actor, UUID id, Order order, LocalDate on, String actorName) {
        write(actor, new SchemeEdition(id, order.firstYear(), Charters.scheme(order.document(), order.text()),
                order.text(), Hashes.sha256(order.text().getBytes(StandardCharsets.UTF_8)), order.document(), on,
                actorName),
                on.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private void write(Actor actor, SchemeEdition edition, Instant at) {
        store.add(edition, actor, at);
        around.journal().write(actor, "SchemeAdopted", "scheme", edition.id(), Map.of("scheme",
                edition.scheme().id(), "from", edition.firstYear(), "sha256", edition.sha256(), "document",
                edition.document()));
    }
}
