package org.jiaogongti.platform.staff.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.staff.Dossier;
import org.jiaogongti.platform.staff.PersonPosting;
import org.jiaogongti.platform.staff.Register.Listed;
import org.jiaogongti.platform.staff.RegisterFilter;
import org.jiaogongti.platform.staff.RegisterFilter.Shown;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The register's list as it is shown.
 *
 * @param paged whether it is not the first page
 */
public record PeopleView(Listed listed, RegisterFilter filter, boolean paged, Messages m) {

    /** One person in the list. */
    public record Row(String id, String name, String number, String posts, String rank, String subjects,
            String employment, String young) {}

    public List<Row> rows() {
        Map<UUID, String> schools = listed.schools().stream().collect(Collectors.toMap(School::id, School::name));
        return listed.people().stream().map(dossier -> row(dossier, schools)).toList();
    }

    private Row row(Dossier dossier, Map<UUID, String> schools) {
        LocalDate today = listed.today();
        String number = dossier.person().number();
        return new Row(dossier.person().id().toString(), dossier.person().name(), number == null ? "" : number,
                posts(dossier, schools), m.t("staff.rank." + dossier.rankOn(today).name()),
                String.join(m.t("staff.and"), dossier.subjectsOn(today)),
                dossier.employmentOn(today).map(line -> employment(m, line.permanent(), line.fullTime())).orElse(""),
                young(m, dossier, listed));
    }

    static String employment(Messages m, boolean permanent, boolean fullTime) {
        return m.t(permanent ? "staff.permanent" : "staff.permanent.not") + m.t("staff.and")
                + m.t(fullTime ? "staff.full-time" : "staff.full-time.not");
    }

    private static String young(Messages m, Dossier dossier, Listed listed) {
        LocalDate since = dossier.person().since();
        return since != null && listed.rule().filter(rule -> rule.young(since, listed.today())).isPresent()
                ? m.t("staff.young")
                : "";
    }

    /** What somebody does today; else what comes, else what was. */
    private String posts(Dossier dossier, Map<UUID, String> schools) {
        List<PersonPosting> now = dossier.postingsOn(listed.today());
        if (!now.isEmpty()) {
            return named(now, schools);
        }
        List<PersonPosting> coming = dossier.postings().stream()
                .filter(posting -> posting.from().isAfter(listed.today())).toList();
        if (!coming.isEmpty()) {
            return m.t("staff.posts.coming", coming.getFirst().from().toString(), named(coming, schools));
        }
        return dossier.postings().isEmpty()
                ? m.t("staff.posts.none")
                : m.t("staff.posts.left", named(List.of(dossier.postings().getLast()), schools));
    }

    private String named(List<PersonPosting> postings, Map<UUID, String> schools) {
        Set<String> words = new LinkedHashSet<>();
        for (PersonPosting posting : postings) {
            String school = posting.school() == null ? "" : schools.getOrDefault(posting.school(), "");
            words.add((school + " " + m.t(posting.role().key())).strip());
        }
        return String.join(m.t("staff.and"), words);
    }

    public String summary() {
        String shown = m.t("staff.people.summary", m.t("staff.shown." + filter.shown().name()),
                listed.people().size(), listed.today().toString());
        return listed.more() ? m.t("staff.people.summary.more", shown) : shown;
    }

    /** A filter that is on, with the address of the list without it. */
    public record Chip(String text, String href) {}

    public List<Chip> chips() {
        List<Chip> chips = new ArrayList<>();
        UUID school = filter.school();
        if (!filter.words().isEmpty()) {
            chips.add(new Chip(filter.words(), without("q")));
        }
        if (school != null) {
            chips.add(new Chip(listed.schools().stream().filter(each -> each.id().equals(school)).map(School::name)
                    .findFirst().orElse(m.t("staff.school.other")), without("school")));
        }
        if (!filter.subject().isEmpty()) {
            chips.add(new Chip(filter.subject(), without("subject")));
        }
        if (filter.rank() != null) {
            chips.add(new Chip(m.t("staff.rank." + filter.rank().name()), without("rank")));
        }
        if (filter.shown() != Shown.PRESENT) {
            chips.add(new Chip(m.t("staff.shown." + filter.shown().name()), without("shown")));
        }
        return chips;
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("q", filter.words());
        query.put("school", filter.school() == null ? "" : filter.school().toString());
        query.put("subject", filter.subject());
        query.put("rank", filter.rank() == null ? "" : filter.rank().name());
        query.put("shown", filter.shown() == Shown.PRESENT ? "" : filter.shown().name());
        return query;
    }

    private String without(String name) {
        Map<String, String> query = query();
        query.remove(name);
        return address("/people", query);
    }

    static String address(String path, Map<String, String> query) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        query.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(query).toUriString();
    }

    public @Nullable String first() {
        return paged ? address("/people", query()) : null;
    }

    public @Nullable String next() {
        if (!listed.more()) {
            return null;
        }
        Map<String, String> query = query();
        query.put("after", listed.people().getLast().person().id().toString());
        return address("/people", query);
    }

    /** The same rows as a file. */
    public String export(String format) {
        return address("/people/export." + format, query());
    }
}
