package org.jiaogongti.platform.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiaogongti.platform.appraisal.AppraisalPagesTest.as;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Permissions;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.intake.IntakeResult;
import org.jiaogongti.platform.intake.Intakes;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is entered late, by a program or in a table, about a year that is decided: it counts where duties are counted, and the
 * decided year stays what it was. What no page and no statement may do is in {@link RunPagesTest}.
 */
@PlatformTest
final class ClosedYearTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final District DISTRICT = new District("330213");
    private static final String DESK = "/appraisals?year=2022-2023";
    private static final Actor ADMIN = new Actor(new UUID(8, 1), null, "示例管理员",
            Set.of(Posting.inDistrict(Role.BUREAU_ADMIN)));

    private final Intakes intakes;

    ClosedYearTest(Intakes intakes) {
        this.intakes = intakes;
    }

    private static String figures(Visitor person) {
        Page desk = person.get(DESK);
        Page sheet = person.get(desk.html().select("main th a:contains(居敬小学教学共同体)").attr("href"));
        return desk.html().select("main table").text() + sheet.html().select("main table").text();
    }

    @Test
    void aTableAboutADecidedYearCountsAndChangesNoDecidedFigure(Visitor visitor) {
        Visitor clerk = as(visitor, "示例职员01");
        String before = figures(clerk);
        byte[] table = "日期,记录学校,类型,在哪所学校,带队学校,学科,年级,课题\n2022-10-11,居敬小学,示范课,育才学校,居敬小学,数学,五,补录的一课"
                .getBytes(StandardCharsets.UTF_8);
        IntakeResult received = Scope.call(DISTRICT,
                () -> intakes.receive(ADMIN, "occasions", "补录.csv", new ByteArrayInputStream(table)));
        UUID upload = ((IntakeResult.Done) received).upload();
        IntakeResult.Done in = (IntakeResult.Done) Scope.call(DISTRICT, () -> intakes.commit(ADMIN, upload));
        try {
            assertThat(in.moved()).as("it counts for duties of that term").isPositive();
            assertThat(figures(clerk)).isEqualTo(before);
        } finally {
            assertThat(Scope.call(DISTRICT, () -> intakes.undo(ADMIN, upload))).isInstanceOf(IntakeResult.Done.class);
        }
    }

    @Test
    void aProgramReachesNoAppraisalAndWhatItEntersLateChangesNone(Visitor visitor) {
        assertThat(Permissions.rows()).filteredOn(row -> row.pattern().getPatternString().startsWith("/api/")
                && !row.method().equals("GET")).extracting(row -> row.pattern().getPatternString())
                .containsExactlyInAnyOrder("/api/v1/occasions", "/api/v1/occasions/{id}/withdrawal");
        Visitor clerk = as(visitor, "示例职员01");
        String before = figures(clerk);
        Visitor teacher = as(visitor, "示例教师03");
        String token = teacher.submit(teacher.get("/me/tokens"), "form[action=/me/tokens]",
                Map.of("name", "补录", "scope", "write", "days", "7")).html().select(".secret code").text();
        Page made = send(visitor, token, "/api/v1/occasions", """
                {"school": "%1$s", "leader": "%1$s", "host": "%2$s", "date": "2022-10-11", "subject": "数学",
                 "people": ["示例教师03"], "parts": [{"kind": "demonstration-lesson", "lessons": 1}], "topic": "补录的一课"}
                """.formatted(school(visitor, token, "居敬小学"), school(visitor, token, "育才学校")), "Idempotency-Key",
                "late");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(figures(clerk)).isEqualTo(before);
        Page read = get(visitor, token, made.location());
        assertThat(send(visitor, token, made.location() + "/withdrawal", "{\"reason\": \"试完了\"}", "If-Match",
                read.header("ETag")).status()).isEqualTo(200);
        assertThat(figures(clerk)).isEqualTo(before);
    }

    private static String school(Visitor visitor, String token, String name) {
        for (JsonNode school : JSON.readTree(get(visitor, token, "/api/v1/schools?limit=200").text()).get("items")) {
            if (school.get("name").asString().equals(name)) {
                return school.get("id").asString();
            }
        }
        throw new AssertionError("no school " + name);
    }

    private static Page get(Visitor visitor, String token, String path) {
        return visitor.another().send(visitor.request(path).header("Authorization", "Bearer " + token).GET().build());
    }

    private static Page send(Visitor visitor, String token, String path, String body, String... headers) {
        return visitor.another().send(visitor.request(path, headers).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }
}
