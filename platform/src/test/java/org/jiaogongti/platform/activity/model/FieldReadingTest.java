package org.jiaogongti.platform.activity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.platform.activity.ActivityKind;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.activity.FieldError;
import org.jiaogongti.platform.activity.FieldValue;
import org.jiaogongti.platform.activity.Occasion.Part;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.school.SchoolKind;
import org.jiaogongti.platform.school.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields of the kinds: what is typed, and what each community is told of an occasion. */
class FieldReadingTest {

    private static final School NEAR = school(1);
    private static final School FAR = school(2);
    private static final ActivityKinds KINDS = ActivityKinds.shipped();
    private static final Ground GROUND = new Ground(List.of(NEAR, FAR),
            new Composition(List.of(), List.of(), List.of(), List.of(), List.of()),
            List.of(), new SchoolCalendar(List.of(), List.of(), List.of()), KINDS, LocalDate.of(2024, 11, 20));

    private static School school(int number) {
        return new School(new UUID(1, number), "示例小学" + number, "示例" + number, null, SchoolKind.PRIMARY, Setting.RURAL,
                number);
    }

    private static Map<String, FieldValue> good(String kind, Map<String, String> typed) {
        FieldReading reading = new FieldReading(GROUND, typed);
        Map<String, FieldValue> values = reading.read(List.of(KINDS.get(kind)));
        assertThat(reading.errors()).isEmpty();
        return values;
    }

    private static List<String> wrong(String kind, Map<String, String> typed) {
        FieldReading reading = new FieldReading(GROUND, typed);
        reading.read(List.of(KINDS.get(kind)));
        return reading.errors().stream().map(FieldError::key).toList();
    }

    @Test
    void eachTypeIsKeptAsWhatItIs() {
        assertThat(good("festival", Map.of("festival", "科技节", "until", "11月22日", "visitors." + FAR.id(), "３５人",
                "visitors." + NEAR.id(), "0")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("festival", new FieldValue.Words("科技节"), "until",
                        new FieldValue.Day(LocalDate.of(2024, 11, 22)), "visitors",
                        new FieldValue.BySchool(Map.of(FAR.id(), 35))));
        assertThat(good("classroom-contest", Map.of("entries", "12件"))).containsEntry("entries",
                new FieldValue.Whole(12));
        assertThat(good("lecture", Map.of("online", "yes"))).containsEntry("online", new FieldValue.Yes());
        assertThat(good("lecture", Map.of("online", "否"))).isEmpty();
    }

    @Test
    void whatIsMissingWrongOrNotAskedIsNamed() {
        assertThat(wrong("festival", Map.of())).containsExactly("activity.error.field.missing");
        assertThat(wrong("festival", Map.of("festival", "春节"))).containsExactly("activity.error.field.choice");
        assertThat(wrong("classroom-contest", Map.of("entries", "0"))).containsExactly("activity.error.field.number");
        assertThat(wrong("festival", Map.of("festival", "艺术节", "visitors." + FAR.id(), "小明")))
                .containsExactly("activity.error.field.people");
        assertThat(wrong("guidance-visit", Map.of("entries", "3"))).containsExactly("activity.error.field.unasked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "https://user:secret@example.org/", "录像",
            "https://"})
    void anAddressIsAPage(String address) {
        assertThat(wrong("recorded-lesson", Map.of("link", address))).containsExactly("activity.error.field.link");
        assertThat(good("recorded-lesson", Map.of("link", "https://example.org/lesson?id=3"))).hasSize(1);
    }

    /** With several communities an occasion says to each what it would say to it alone; no part is told twice. */
    @Test
    void severalCommunitiesAreTheUnionOfEach() {
        Random random = new Random(20_241_120);
        List<String> codes = KINDS.all().stream().map(ActivityKind::code).toList();
        for (int round = 0; round < 300; round++) {
            List<UUID> communities = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                communities.add(new UUID(7, i));
            }
            Map<String, Part> parts = new LinkedHashMap<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                String kind = codes.get(random.nextInt(codes.size()));
                parts.put(kind, new Part(kind, 1 + random.nextInt(3)));
            }
            List<Part> done = List.copyOf(parts.values());
            List<OccasionPart> together = Facts.of(new UUID(0, 1), said(communities, done), OccasionState.HELD);
            Set<OccasionPart> apart = new HashSet<>();
            for (UUID community : communities) {
                apart.addAll(Facts.of(new UUID(0, 1), said(List.of(community), done), OccasionState.HELD));
            }
            assertThat(together.stream().map(FieldReadingTest::plain).collect(Collectors.toSet())).isEqualTo(apart);
            assertThat(together.stream().map(OccasionPart::part)).doesNotHaveDuplicates()
                    .hasSize(communities.size() * done.size());
        }
    }

    /** The fact without the community in its part's name. */
    private static OccasionPart plain(OccasionPart fact) {
        return new OccasionPart(fact.source(), fact.kind(), fact.kind(), fact.date(), fact.community(), fact.host(),
                fact.ledBy(), fact.ledByRank(), fact.subject(), fact.grades(), fact.lessons(), fact.participants(),
                fact.filedOn(), fact.approvedOn(), fact.state(),
                fact.online());
    }

    private static Said said(List<UUID> communities, List<Part> parts) {
        return new Said(LocalDate.of(2024, 11, 20), "", communities.getFirst(), NEAR.id(), FAR.id(), NEAR.id(), null,
                List.of(), parts, null, List.of(), "", "", Map.of(), Map.of(),
                communities.subList(1, communities.size()), null);
    }
}
