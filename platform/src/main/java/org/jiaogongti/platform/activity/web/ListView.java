package org.jiaogongti.platform.activity.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.activity.ActivityFilter;
import org.jiaogongti.platform.activity.ActivityFilter.Order;
import org.jiaogongti.platform.activity.ActivityFilter.Shown;
import org.jiaogongti.platform.activity.ActivityRecords.Listed;
import org.jiaogongti.platform.activity.FieldType;
import org.jiaogongti.platform.activity.KindField;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.community.Community;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The list as it is shown.
 *
 * @param term the term's name, or empty for all
 * @param paged whether it is not the first page
 * @param communities those to choose from
 */
public record ListView(Listed listed, ActivityFilter filter, String term, boolean paged,
        List<Community> communities, Say say) {

    private static final Pattern TERM = Pattern.compile("(\\d{4})-(\\d{4})-([12])");

    public List<Occasion> rows() {
        return listed.rows();
    }

    public int files(Occasion occasion) {
        return listed.files().getOrDefault(occasion.id(), 0);
    }

    public boolean byPerson() {
        return filter.order() == Order.PERSON;
    }

    public List<String> terms() {
        return say.ground().calendar().terms().reversed().stream().map(Period::name).toList();
    }

    public String termName(String term) {
        Matcher matcher = TERM.matcher(term);
        return matcher.matches() ? say.m().t("shell.term." + matcher.group(3), matcher.group(1)) : term;
    }

    public String summary() {
        String shown = say.m().t("activity.list.summary", term.isEmpty()
                ? say.m().t("activity.list.everyTerm")
                : termName(term), say.m().t("activity.shown." + filter.state().name()), rows().size());
        return listed.next() == null ? shown : say.m().t("activity.list.summary.more", shown);
    }

    /** A filter that is on, with the address of the list without it. */
    public record Chip(String text, String href) {}

    public List<Chip> chips() {
        List<Chip> chips = new ArrayList<>();
        UUID school = filter.school();
        if (!filter.words().isEmpty()) {
            chips.add(new Chip(filter.words(), without("q")));
        }
        UUID community = filter.community();
        if (community != null) {
            chips.add(new Chip(say.nameOf(community.toString()), without("community")));
        }
        if (school != null) {
            chips.add(new Chip(say.school(school), without("school")));
        }
        if (!filter.kind().isEmpty()) {
            chips.add(new Chip(say.kind(filter.kind()), without("kind")));
        }
        if (!filter.field().isEmpty()) {
            chips.add(new Chip(options().stream().filter(option -> option.value().equals(field())).map(Option::text)
                    .findFirst().orElse(filter.field()), without("field")));
        }
        if (filter.state() != Shown.LIVING) {
            chips.add(new Chip(say.m().t("activity.shown." + filter.state().name()), without("state")));
        }
        return chips;
    }

    /** A field to filter by, or one of its words. */
    public record Option(String value, String text) {}

    public List<Option> options() {
        List<Option> options = new ArrayList<>();
        for (KindField field : say.kinds().fields()) {
            if (field.type() instanceof FieldType.Choice choice) {
                choice.options().forEach(word -> options.add(new Option(field.code() + ":" + word,
                        say.m().t("activity.list.field.word", field.name(), word))));
            } else {
                options.add(new Option(field.code(), field.name()));
            }
        }
        return options;
    }

    /** The chosen one. */
    public String field() {
        return filter.word().isEmpty() ? filter.field() : filter.field() + ":" + filter.word();
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("q", filter.words());
        query.put("community", filter.community() == null ? "" : filter.community().toString());
        query.put("school", filter.school() == null ? "" : filter.school().toString());
        query.put("kind", filter.kind());
        query.put("field", field());
        query.put("term", term.isEmpty() ? "all" : term);
        query.put("state", filter.state().name());
        query.put("order", filter.order().name());
        return query;
    }

    private String without(String name) {
        Map<String, String> query = query();
        query.remove(name);
        return address("/activities", query);
    }

    private static String address(String path, Map<String, String> query) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        query.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(query).toUriString();
    }

    public @Nullable String first() {
        return paged ? address("/activities", query()) : null;
    }

    public @Nullable String next() {
        Occasion last = listed.next();
        if (last == null) {
            return null;
        }
        Map<String, String> query = query();
        query.put("after", last.id().toString());
        return address("/activities", query);
    }

    /** The same rows as a file. */
    public String export(String format) {
        return address("/activities/export." + format, query());
    }
}
