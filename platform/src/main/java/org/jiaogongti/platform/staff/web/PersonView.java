package org.jiaogongti.platform.staff.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.staff.Days;
import org.jiaogongti.platform.staff.Dossier;
import org.jiaogongti.platform.staff.Employment;
import org.jiaogongti.platform.staff.Mentoring.Met;
import org.jiaogongti.platform.staff.Mentoring.Own;
import org.jiaogongti.platform.staff.MentoringPair;
import org.jiaogongti.platform.staff.PersonPlacement;
import org.jiaogongti.platform.staff.PersonPosting;
import org.jiaogongti.platform.staff.PersonRank;
import org.jiaogongti.platform.staff.PersonTitle;
import org.jiaogongti.platform.staff.Phones;
import org.jiaogongti.platform.staff.Register.Shown;
import org.jiaogongti.platform.staff.TaughtSubject;
import org.jiaogongti.platform.staff.web.PlacementView.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One person's page.
 *
 * @param beside what is kept beside the dossier
 * @param problem message key of what was wrong with the form that came last, or empty
 * @param form which form that was, or empty
 * @param typed what it held
 */
public record PersonView(Shown shown, Beside beside, Messages m, String problem, String form,
        Map<String, String> typed) {

    /**
     * Mentoring pairs and the telephone number.
     *
     * @param number the whole number where it was just given, else empty
     */
    public record Beside(Own pairs, Phones.Line phone, String number) {}

    /**
     * Something that holds for some days.
     *
     * @param state the shape of its state
     * @param end how its last day may be entered, or null
     */
    public record Item(String text, String note, String state, String word, @Nullable String href, @Nullable End end) {}

    /** Where a last day is sent, and what goes with it. */
    public record End(String action, Map<String, String> hidden) {}

    private Dossier dossier() {
        return shown.dossier();
    }

    public String name() {
        return dossier().person().name();
    }

    public String path() {
        return "/people/" + dossier().person().id();
    }

    /** What a field held when the form came back; else what it starts with. */
    public String typed(String of, String field, String start) {
        return form.equals(of) ? typed.getOrDefault(field, "") : start;
    }

    public String today() {
        return shown.today().toString();
    }

    public String number() {
        String number = dossier().person().number();
        return number == null ? "" : number;
    }

    public String sort() {
        return dossier().person().sortKey().equals(name()) ? "" : dossier().person().sortKey();
    }

    public String since() {
        LocalDate since = dossier().person().since();
        return since == null ? "" : since.toString();
    }

    public String lead() {
        List<String> posts = dossier().postingsOn(shown.today()).stream().map(this::post).distinct().toList();
        return posts.isEmpty() ? m.t("staff.posts.none") : String.join(m.t("staff.and"), posts);
    }

    private String post(PersonPosting posting) {
        StringBuilder words = new StringBuilder(shown.name(posting.school()));
        String subject = posting.subject();
        if (subject != null) {
            words.append(' ').append(subject);
        }
        return words.append(' ').append(m.t(posting.role().key())).toString().strip();
    }

    public List<Line> facts() {
        LocalDate today = shown.today();
        List<Line> lines = new ArrayList<>();
        if (shown.whole()) {
            lines.add(new Line(m.t("staff.number"), number().isEmpty() ? m.t("staff.unknown") : number()));
        }
        lines.add(new Line(m.t("staff.rank"), m.t("staff.rank." + dossier().rankOn(today).name())));
        List<String> subjects = dossier().subjectsOn(today);
        lines.add(new Line(m.t("staff.subjects"),
                subjects.isEmpty() ? m.t("staff.unknown") : String.join(m.t("staff.and"), subjects)));
        if (!shown.whole()) {
            return lines;
        }
        lines.add(new Line(m.t("staff.employment"), dossier().employmentOn(today)
                .map(line -> PeopleView.employment(m, line.permanent(), line.fullTime()))
                .orElse(m.t("staff.unknown"))));
        lines.add(new Line(m.t("staff.since"), service()));
        lines.add(new Line(m.t("staff.young"), young()));
        return lines;
    }

    private String service() {
        LocalDate since = dossier().person().since();
        if (since == null) {
            return m.t("staff.unknown");
        }
        return since.isAfter(shown.today())
                ? since.toString()
                : m.t("staff.since.years", since.toString(), (int) ChronoUnit.YEARS.between(since, shown.today()));
    }

    private String young() {
        LocalDate since = dossier().person().since();
        if (shown.rule().isEmpty()) {
            return m.t("staff.young.no-rule");
        }
        if (since == null) {
            return m.t("staff.young.no-start");
        }
        var rule = shown.rule().get();
        return m.t(rule.young(since, shown.today()) ? "staff.young.yes" : "staff.young.not", rule.years(),
                rule.document());
    }

    private Item item(String text, String note, Days days, @Nullable String href, @Nullable End end) {
        return new Item(text, note, Words.shape(days), Words.word(m, days), href, end);
    }

    private Days days(LocalDate from, @Nullable LocalDate to) {
        return Days.of(from, to, shown.today());
    }

    private @Nullable End end(@Nullable LocalDate to, String action, Map<String, String> hidden) {
        return shown.keeps() && to == null ? new End(path() + action, hidden) : null;
    }

    public List<Item> postings() {
        List<Item> items = new ArrayList<>();
        for (PersonPosting posting : dossier().postings().reversed()) {
            boolean endable = shown.roles().contains(posting.role())
                    && (posting.school() == null
                            || shown.schools().stream().anyMatch(school -> school.id().equals(posting.school())));
            items.add(item(post(posting), Words.days(m, posting.from(), posting.to()),
                    days(posting.from(), posting.to()), null,
                    endable ? end(posting.to(), "/postings/" + posting.id() + "/end", Map.of()) : null));
        }
        return items;
    }

    public List<Item> ranks() {
        List<Item> items = new ArrayList<>();
        List<PersonRank> ranks = dossier().ranks().stream().sorted(java.util.Comparator.comparing(PersonRank::from))
                .toList();
        for (int index = ranks.size() - 1; index >= 0; index--) {
            LocalDate last = index + 1 < ranks.size() ? ranks.get(index + 1).from().minusDays(1) : null;
            items.add(item(m.t("staff.rank." + ranks.get(index).rank().name()),
                    Words.days(m, ranks.get(index).from(), last), days(ranks.get(index).from(), last), null, null));
        }
        return items;
    }

    public List<Item> titles() {
        List<Item> items = new ArrayList<>();
        for (PersonTitle title : dossier().titles().reversed()) {
            String document = title.document();
            Map<String, String> hidden = new LinkedHashMap<>(Map.of("name", title.name(), "level",
                    title.level().name(), "from", title.from().toString(), "document",
                    document == null ? "" : document));
            items.add(item(m.t("staff.level." + title.level().name()) + " " + title.name(),
                    document == null
                            ? Words.days(m, title.from(), title.to())
                            : Words.days(m, title.from(), title.to()) + " · " + document,
                    days(title.from(), title.to()), null, end(title.to(), "/titles", hidden)));
        }
        return items;
    }

    public List<Item> subjects() {
        List<Item> items = new ArrayList<>();
        for (TaughtSubject taught : dossier().subjects().reversed()) {
            items.add(item(taught.subject(), Words.days(m, taught.from(), taught.to()),
                    days(taught.from(), taught.to()), null, end(taught.to(), "/subjects",
                            Map.of("subject", taught.subject(), "from", taught.from().toString()))));
        }
        return items;
    }

    public List<Item> employments() {
        List<Item> items = new ArrayList<>();
        List<Employment> lines = dossier().employments();
        for (int index = lines.size() - 1; index >= 0; index--) {
            LocalDate last = index + 1 < lines.size() ? lines.get(index + 1).from().minusDays(1) : null;
            items.add(item(PeopleView.employment(m, lines.get(index).permanent(), lines.get(index).fullTime()),
                    Words.days(m, lines.get(index).from(), last), days(lines.get(index).from(), last), null, null));
        }
        return items;
    }

    public List<Item> placements() {
        List<Item> items = new ArrayList<>();
        for (PersonPlacement placement : shown.placements()) {
            boolean placed = placement.person().equals(dossier().person().id());
            String where = m.t("staff.placement.way", shown.name(placement.fromSchool()),
                    shown.name(placement.toSchool()));
            String note = Words.days(m, placement.from(), placement.to());
            items.add(item(
                    placed ? where : m.t("staff.placement.mentors", shown.name(placement.person())),
                    placed
                            ? placement.mentor() == null
                                    ? note
                                    : note + " · " + m.t("staff.placement.by", shown.name(placement.mentor()))
                            : where + " · " + note,
                    days(placement.from(), placement.to()), "/placements/" + placement.id(), null));
        }
        return items;
    }

    public List<Item> mentoring() {
        List<Item> items = new ArrayList<>();
        Own pairs = beside.pairs();
        for (MentoringPair pair : pairs.listed().pairs()) {
            Met met = pairs.listed().met(pair);
            MentoringPair.State state = pair.state(shown.today(), met.last());
            items.add(new Item(m.t("staff.mentoring.two", pairs.listed().name(pair.two().mentor()),
                    pairs.listed().name(pair.two().mentee())),
                    m.t("staff.mentoring.note", Words.days(m, pair.from(), pair.last()), MentoringView.met(m, met)),
                    MentoringView.shape(state), MentoringView.word(m, state),
                    pairs.open().contains(pair.id()) ? "/mentoring/" + pair.id() : null, null));
        }
        return items;
    }

    /** The activities that name this person. */
    public String activities() {
        return UriComponentsBuilder.fromPath("/activities").queryParam("q", "{name}").queryParam("term", "all").encode()
                .buildAndExpand(name()).toUriString();
    }

    /** The roles somebody may post this person to, in their usual order. */
    public List<Role> roles() {
        return shown.roles().stream().sorted().toList();
    }

    public List<School> schools() {
        return shown.schools();
    }

    public List<Rank> rankChoices() {
        return java.util.Arrays.stream(Rank.values())
                .filter(rank -> shown.appoints() || (rank != Rank.PRINCIPAL && rank != Rank.VICE_PRINCIPAL)).toList();
    }

    /** The school a posting form starts with. */
    public String school() {
        return Optional.ofNullable(dossier().postingsOn(shown.today()).stream().map(PersonPosting::school)
                .filter(java.util.Objects::nonNull).findFirst().orElse(null)).map(Object::toString).orElse("");
    }
}
