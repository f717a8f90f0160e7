package org.jiaogongti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sample says about single instances, and about other numbers. */
final class ExplainTest {

    private static Outcome sample(String command, String... more) {
        return Outcome.of(
                Stream.concat(Stream.of("charter", command, "--facts", "src/sample", "--as-of", "2020-11-20"),
                        Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void namesWhatCountsWhatDoesNotAndWhy() {
        Outcome outcome = sample("evaluate", "--explain", "Q21/岳林小学/-/2020-2021-1");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("三(三)4", "示范课15节以上", "4 + 6 + 5 = 15", "S09", "举办地是岳林小学");
    }

    @Test
    void understandsCounterpartsWithSlashes() {
        assertThat(sample("evaluate", "--explain", "Q26/岳林小学/方桥小学/P02/2020-2021-1").out()).contains("没有指定导师");
        assertThat(sample("evaluate", "--explain", "Q13/岳林小学教学共同体/白杜小学/科学/2020-2021-1").out()).contains("S17");
    }

    @Test
    void countsPeopleInTheReasons() {
        assertThat(sample("evaluate", "--explain", "Q24/白杜小学/-/2020-2021-1").out())
                .contains("白杜小学参加 3 人，需要 4 人");
    }

    @Test
    void answersInEveryFormat() {
        String key = "Q05/岳林小学/西坞小学/2020-2021-1";

        assertThat(sample("evaluate", "--explain", key, "--format", "csv").out())
                .isEqualTo("record,part,amount,reasons\nS07,1,0,wrong-rank\n");
        assertThat(sample("evaluate", "--explain", key, "--format", "json").out()).contains("\"code\": \"wrong-rank\"",
                "\"clause\": \"三(一)4\"", "\"progress\": 0");
    }

    @Test
    void refusesWhatIsNotOwed() {
        Outcome outcome = sample("evaluate", "--explain", "Q21/方桥小学/-/2020-2021-1");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("没有这一项");
    }

    @Test
    void comparesAnotherNumber() {
        Outcome outcome = sample("what-if", "--number", "Q21=20");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("Q21 改为 20", "现在 15/15 已完成", "假如 15/20 进行中", "会完不成", "教师工时");
    }

    @Test
    void comparesAnotherReading() {
        Outcome outcome = sample("what-if", "--reading", "节数怎么合计=每所成员校", "--format", "json");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("\"changes\": [", "\"fails\": true", "\"hours\": ");
    }

    @Test
    void refusesAWhatIfAboutNothing() {
        assertThat(sample("what-if").exit()).isEqualTo(2);
        assertThat(sample("what-if", "--number", "Q99=3").err()).contains("Q99");
        assertThat(sample("what-if", "--number", "Q21=0").exit()).isEqualTo(2);
        assertThat(sample("what-if", "--number", "Q21=many").exit()).isEqualTo(2);
    }
}
