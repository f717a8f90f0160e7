package org.jiaogongti.platform.activity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.ActivityFilter;
import org.jiaogongti.platform.activity.ActivityFilter.Order;
import org.jiaogongti.platform.activity.ActivityFilter.Shown;
import org.jiaogongti.platform.activity.ActivityRecords;
import org.jiaogongti.platform.activity.ActivityRecords.Listed;
import org.jiaogongti.platform.activity.FieldValue;
import org.jiaogongti.platform.activity.KindField;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Typed;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 活动与佐证: the list, its filters, and the same rows as a file. */
@Controller
class ListController {

    private static final int PAGE = 50;
    /** An export gives all rows of the filter, up to this many. */
    private static final int EXPORT = 20_000;

    private final ActivityRecords records;

    ListController(ActivityRecords records) {
        this.records = records;
    }

    @GetMapping("/activities")
    ModelAndView list(Actor actor, Messages m, @RequestParam Map<String, String> query) {
        Ground ground = records.ground();
        String term = term(query, ground);
        ActivityFilter filter = filter(query, ground, term);
        UUID after = id(query.getOrDefault("after", ""));
        Listed listed = records.list(actor, ground, filter, after, PAGE);
        return new ModelAndView("activity/list",
                Map.of("view", new ListView(listed, filter, term, after != null, records.communities(actor, ground),
                        new Say(m, ground))));
    }

    @GetMapping("/activities/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable String format,
            @RequestParam Map<String, String> query) {
        Ground ground = records.ground();
        ActivityFilter filter = filter(query, ground, term(query, ground));
        Listed listed = records.list(actor, ground, filter, null, EXPORT);
        return table(listed, new Say(m, ground)).download(format);
    }

    private static TableFile table(Listed listed, Say say) {
        Messages m = say.m();
        List<KindField> fields = say.kinds().fields().stream().filter(field -> listed.rows().stream()
                .anyMatch(occasion -> occasion.said().fields().containsKey(field.code()))).toList();
        List<String> heads = new ArrayList<>(
                List.of(m.t("activity.field.date"), m.t("activity.what"), m.t("activity.field.subject"),
                        m.t("activity.field.class"), m.t("activity.field.topic"), m.t("activity.field.host"),
                        m.t("activity.field.campus"),
                        m.t("activity.field.leader"), m.t("activity.field.people"), m.t("activity.field.participants"),
                        m.t("activity.evidence"), m.t("activity.list.state"), m.t("activity.entered")));
        fields.forEach(field -> heads.add(field.name()));
        List<List<String>> rows = new ArrayList<>();
        for (Occasion occasion : listed.rows()) {
            Said said = occasion.said();
            List<String> row = new ArrayList<>(
                    List.of(said.date().toString(), say.parts(said), said.subject() == null ? "" : said.subject(),
                            say.group(said), said.topic(), said.host() == null ? "" : say.school(said.host()),
                            said.site() == null ? "" : said.site().name(),
                            said.leader() == null ? "" : say.school(said.leader()),
                            String.join(m.t("activity.and"), said.people()), say.participants(said),
                            Integer.toString(listed.files().getOrDefault(occasion.id(), 0)), say.stateWord(occasion),
                            occasion.entry().on().toString()));
            for (KindField field : fields) {
                FieldValue value = said.fields().get(field.code());
                row.add(value == null ? "" : say.value(field, value));
            }
            rows.add(row);
        }
        return new TableFile(m.t("activity.list.title") + " " + say.ground().today(), heads, rows);
    }

    /** The term asked for; the present one where nothing is said; empty for all. */
    private static String term(Map<String, String> query, Ground ground) {
        String asked = query.getOrDefault("term", "");
        if (asked.equals("all")) {
            return "";
        }
        return ground.calendar().find(asked).or(() -> ground.calendar().termAt(ground.today())).map(Period::name)
                .orElse("");
    }

    private ActivityFilter filter(Map<String, String> query, Ground ground, String term) {
        Optional<DateRange> days = term.isEmpty()
                ? Optional.empty()
                : ground.calendar().find(term).map(Period::days);
        UUID school = id(query.getOrDefault("school", ""));
        UUID community = id(query.getOrDefault("community", ""));
        String kind = query.getOrDefault("kind", "");
        String[] field = query.getOrDefault("field", "").split(":", 2);
        boolean known = ground.kinds().field(field[0]).isPresent();
        return new ActivityFilter(Typed.line(query.getOrDefault("q", "")),
                community != null && ground.community(community).isPresent() ? community : null,
                school != null && ground.school(school).isPresent() ? school : null,
                ground.kinds().find(kind).isPresent() ? kind : "", known ? field[0] : "",
                known && field.length > 1 ? field[1] : "", shown(query.getOrDefault("state", "")), days.orElse(null),
                query.getOrDefault("order", "").equals("PERSON") ? Order.PERSON : Order.DATE);
    }

    private static Shown shown(String asked) {
        for (Shown shown : Shown.values()) {
            if (shown.name().equals(asked)) {
                return shown;
            }
        }
        return Shown.LIVING;
    }

    private static @Nullable UUID id(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
