package org.jiaogongti.charter.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.worlds.Village;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of condition, written as a clerk writes it in place of the condition of Q12. */
class ConditionTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    @TempDir
    private Path directory = Path.of("");

    private String yaml = "";

    @BeforeEach
    void copy() throws IOException {
        yaml = resource("charter.yaml");
        Files.writeString(directory.resolve("notice.txt"), resource("notice.txt"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects
                .requireNonNull(ConditionTest.class.getResourceAsStream("/charters/fenghua-2019/" + name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** An exhibition at the far school. */
    private static OccasionPart exhibition(@Nullable String ledBy, @Nullable Rank rank, @Nullable String subject,
            Map<String, Integer> participants, @Nullable LocalDate paper) {
        return new OccasionPart("a", "1", "exhibition", DAY, Village.COMMUNITY, Village.FAR, ledBy, rank, subject,
                List.of("五"), 1, participants, paper, paper, OccasionState.HELD);
    }

    private static final OccasionPart PLAIN = exhibition(Village.LEAD, Rank.VICE_PRINCIPAL, "数学",
            Map.of(Village.FAR, 4, Village.NEAR, 1), DAY);

    private boolean counts(String conditions, OccasionPart part) throws IOException {
        Files.writeString(directory.resolve("charter.yaml"), yaml.replace("只数: [在成员校举办]", "只数: " + conditions));
        Counting counting = new Counting(Charters.read(directory), Village.world());
        return counting.contributionsOf(part).stream().anyMatch(each -> each.key().duty().equals("Q12"));
    }

    @Test
    void theHostAndTheLeadingSchool() throws IOException {
        assertThat(counts("[在成员校举办, 牵头校带队]", PLAIN)).isTrue();
        assertThat(counts("[在牵头校举办]", PLAIN)).isFalse();
        assertThat(counts("[成员校带队]", PLAIN)).isFalse();
        assertThat(counts("[成员校带队]", exhibition(Village.NEAR, null, null, Map.of(), null))).isTrue();
        assertThat(counts("[牵头校带队]", exhibition(null, null, null, Map.of(), null))).isFalse();
    }

    @Test
    void theRankOfWhoLeads() throws IOException {
        assertThat(counts("[带队人是: [校长, 副校长]]", PLAIN)).isTrue();
        assertThat(counts("[带队人是: 校长]", PLAIN)).isFalse();
        assertThat(counts("[带队人职级不低于: 中层干部]", PLAIN)).isTrue();
        assertThat(counts("[带队人职级不低于: 校长]", PLAIN)).isFalse();
        assertThat(counts("[带队人职级不低于: 中层干部]", exhibition(Village.LEAD, Rank.BACKBONE, null, Map.of(), null)))
                .as("a teacher's rank is not on the ladder of cadres").isFalse();
    }

    @Test
    void whetherPeopleMet() throws IOException {
        OccasionPart online = new OccasionPart("a", "1", "exhibition", DAY, Village.COMMUNITY, Village.FAR, null, null,
                null, List.of(), 1, Map.of(), null, null, OccasionState.HELD, true);
        assertThat(counts("[到校]", PLAIN)).isTrue();
        assertThat(counts("[到校]", online)).isFalse();
        assertThat(counts("[在成员校举办]", online)).as("no duty asks by itself").isTrue();
        assertThat(counts("[到校]", online.as(OccasionState.PLANNED))).isFalse();
    }

    @Test
    void theSubjectAndTheGrade() throws IOException {
        assertThat(counts("[学科是: [语文, 数学], 只有一个年级]", PLAIN)).isTrue();
        assertThat(counts("[学科是: 语文]", PLAIN)).isFalse();
        assertThat(counts("[学科是: 语文]", exhibition(Village.LEAD, null, null, Map.of(), null))).isFalse();
    }

    @Test
    void thePapersBeforeItWasHeld() throws IOException {
        OccasionPart late = exhibition(Village.LEAD, null, null, Map.of(), DAY.plusDays(1));
        OccasionPart none = exhibition(Village.LEAD, null, null, Map.of(), null);

        assertThat(counts("[事先报备, 方案已审核]", PLAIN)).as("on the day itself is in time").isTrue();
        assertThat(counts("[事先报备]", late)).isFalse();
        assertThat(counts("[方案已审核]", late)).isFalse();
        assertThat(counts("[事先报备]", none)).isFalse();
    }

    @Test
    void whoTookPart() throws IOException {
        assertThat(counts("[另有学校参加]", PLAIN)).isTrue();
        assertThat(counts("[另有学校参加]", exhibition(Village.LEAD, null, null, Map.of(Village.NEAR, 0), null)))
                .isFalse();
    }

    @Test
    void allAnyAndNot() throws IOException {
        assertThat(counts("[任一: [学科是: 语文, 牵头校带队]]", PLAIN)).isTrue();
        assertThat(counts("[任一: [学科是: 语文, 成员校带队]]", PLAIN)).isFalse();
        assertThat(counts("[全部: [学科是: 数学, 牵头校带队]]", PLAIN)).isTrue();
        assertThat(counts("[全部: [学科是: 数学, 成员校带队]]", PLAIN)).isFalse();
        assertThat(counts("[不是: 成员校带队]", PLAIN)).isTrue();
        assertThat(counts("[不是: 牵头校带队]", PLAIN)).isFalse();
    }
}
