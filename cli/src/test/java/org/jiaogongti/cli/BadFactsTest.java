package org.jiaogongti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of bad input: nothing on standard output, each error with its file and line, exit code 2. */
final class BadFactsTest {

    private static final String DAY = "2020-11-20";

    @TempDir
    private Path directory = Path.of("");

    /**
     * One line replaced by a bad one.
     *
     * @param expected the beginnings of exactly the lines on standard error, each with a word that must follow
     */
    record Bad(String file, int line, String text, List<String> expected) {

        @Override
        public String toString() {
            return file + ":" + line + " " + text;
        }
    }

    private static Bad bad(String file, int line, String text, String word) {
        return new Bad(file, line, text, List.of(file + ":" + line + ": |" + word));
    }

    private static Bad activity(String text, String word) {
        return bad("activities.csv", 4, text, word);
    }

    private static Bad placement(String text, String word) {
        return bad("placements.csv", 3, text, word);
    }

    private static Bad waiver(String text, String word) {
        return bad("waivers.csv", 3, text, word);
    }

    static Stream<Bad> badLines() {
        return Stream.of(calendars(), schools(), subjects(), activities(), placements(), waivers())
                .flatMap(each -> each);
    }

    private static Stream<Bad> calendars() {
        return Stream.of(bad("calendar.csv", 2, "2020-2021-1,term,2020-09-01,2021-01-29,2020-11-09", "semester"),
                bad("calendar.csv", 2, "2020-2021-1,semester,2020-9-1,2021-01-29,2020-11-09", "2020-9-1"),
                bad("calendar.csv", 2, "2020-2021-1,semester,2020-09-01,2021-02-29,2020-11-09", "没有这一天"),
                bad("calendar.csv", 2, "2020-2021-1,semester,2021-01-29,2020-09-01,2020-11-09", "早于"),
                bad("calendar.csv", 2, "2020-2021-1,semester,2020-09-01,2021-01-29,", "midterm_week_start"),
                bad("calendar.csv", 2, "2020-2021-1,semester,2020-09-01,2021-01-29,十一月", "十一月"),
                bad("calendar.csv", 2, ",semester,2020-09-01,2021-01-29,2020-11-09", "period"),
                bad("calendar.csv", 3, "2020-2021-1,semester,2021-03-01,2021-07-02,2021-04-26", "两次"),
                bad("calendar.csv", 2, "2020-2021-1,semester,2020-09-01,2021-01-29", "应为 5 个"));
    }

    private static Stream<Bad> schools() {
        return Stream.of(bad("schools.csv", 4, "西坞小学,岳林小学教学共同体,牵头校,48", "lead"),
                bad("schools.csv", 4, "西坞小学,岳林小学教学共同体,member,-1", "负数"),
                bad("schools.csv", 4, "西坞小学,岳林小学教学共同体,member,4.5", "不是整数"),
                bad("schools.csv", 4, "西坞小学,岳林小学教学共同体,member,", "不是整数"),
                bad("schools.csv", 4, "西坞小学,岳林小学教学共同体,member,99999999999", "太大"),
                new Bad("schools.csv", 7, "西坞小学,岳林小学教学共同体,member,26",
                        List.of("schools.csv:7: |两次", "activities.csv:14: |host", "activities.csv:14: |participants",
                                "activities.csv:17: |向阳学校")),
                bad("schools.csv", 4, "西坞小学,岳林小学教学共同体,lead,48", "牵头校"),
                bad("schools.csv", 4, "西坞小学,岳林小学教学共同体,member", "应为 4 个"),
                bad("schools.csv", 4, "西坞小学,岳林小学教学共同体,member,48,", "应为 4 个"),
                bad("schools.csv", 4, "", "应为 4 个"));
    }

    private static Stream<Bad> subjects() {
        return Stream.of(bad("subjects.csv", 5, "不存在的共同体,科学,weak,白杜小学", "不存在的共同体"),
                bad("subjects.csv", 5, "岳林小学教学共同体,科学,weak,不存在的学校", "不存在的学校"),
                bad("subjects.csv", 5, "岳林小学教学共同体,科学,weak,", "schools.csv"),
                bad("subjects.csv", 5, "岳林小学教学共同体,科学,group,白杜小学", "留空"),
                bad("subjects.csv", 5, "岳林小学教学共同体,科学,薄弱,白杜小学", "weak"),
                bad("subjects.csv", 5, "岳林小学教学共同体,,weak,白杜小学", "subject"),
                bad("subjects.csv", 5, "岳林小学教学共同体,科学,weak,白杜小学,多", "应为 4 个"));
    }

    private static Stream<Bad> activities() {
        String rest = "2020-09-16,岳林小学教学共同体,白杜小学,岳林小学,backbone,科学,四,4,白杜小学:9,,,held";
        return Stream.of(activity("S03,demo-lesson," + rest, "kind"),
                activity("S03,demonstration-leson," + rest, "是不是“demonstration-lesson”"),
                activity("S01,demonstration-lesson," + rest, "S01"),
                activity(",demonstration-lesson," + rest, "id"),
                activity("S03,demonstration-lesson," + rest.replace("held", "done"), "done"),
                activity("S03,demonstration-lesson," + rest.replace("held", ""), "state"),
                activity("S03,demonstration-lesson," + rest.replace("backbone", "head"), "head"),
                activity("S03,demonstration-lesson," + rest.replace("2020-09-16", "2020/9/16"), "2020/9/16"),
                activity("S03,demonstration-lesson," + rest.replace("2020-09-16", "2020-02-30"), "没有这一天"),
                activity("S03,demonstration-lesson," + rest.replace("2020-09-16", ""), "date"),
                activity("S03,demonstration-lesson," + rest.replace("教学共同体", "学区"), "community"),
                activity("S03,demonstration-lesson," + rest.replace(",白杜小学,岳", ",白杜,岳"), "“白杜”"),
                activity("S03,demonstration-lesson," + rest.replace(",岳林小学,b", ",岳林,b"), "“岳林”"),
                activity("S03,demonstration-lesson," + rest.replace(",4,", ",-4,"), "负数"),
                activity("S03,demonstration-lesson," + rest.replace(",4,", ",1.5,"), "不是整数"),
                activity("S03,demonstration-lesson," + rest.replace(",4,", ",四,"), "不是整数"),
                activity("S03,demonstration-lesson," + rest.replace(":9", ":-9"), "负数"),
                activity("S03,demonstration-lesson," + rest.replace(":9", ":九"), "不是整数"),
                activity("S03,demonstration-lesson," + rest.replace(":9", ""), "学校:人数"),
                activity("S03,demonstration-lesson," + rest.replace(":9", ":9;"), "学校:人数"),
                activity("S03,demonstration-lesson," + rest.replace("白杜小学:9", "没有的学校:9"), "没有的学校"),
                activity("S03,demonstration-lesson," + rest.replace(":9", ":9;白杜小学:1"), "两次"),
                activity("S03,demonstration-lesson," + rest.replace(",四,", ",四;,"), "grade"),
                activity("S03,demonstration-lesson," + rest.replace(",,,held", ",九月,,held"), "filed_on"),
                activity("S03,demonstration-lesson," + rest.replace(",,,held", ",,2020-13-01,held"), "approved_on"),
                activity("S03,demonstration-lesson," + rest + ",", "应为 14 个"),
                activity("S03,demonstration-lesson", "应为 14 个"),
                new Bad("activities.csv", 4, "S03,demo,2020-9-16,岳林小学教学共同体,白杜,,,,,x,,,,held",
                        List.of("activities.csv:4: |kind", "activities.csv:4: |date", "activities.csv:4: |host",
                                "activities.csv:4: |lessons")));
    }

    private static Stream<Bad> placements() {
        String rest = "方桥小学,岳林小学,示例教师03,teacher,yes,yes,2020-10-12,,";
        return Stream.of(placement("P01," + rest, "P01"), placement("P02," + rest.replace("方桥", "方方桥"), "from_school"),
                placement("P02," + rest.replace("岳林", "岳岳林"), "to_school"),
                placement("P02," + rest.replace("teacher", "boss"), "boss"),
                placement("P02," + rest.replace("teacher", ""), "rank"),
                placement("P02," + rest.replace("yes,yes", "是,yes"), "permanent"),
                placement("P02," + rest.replace("yes,yes", "yes,maybe"), "young"),
                placement("P02," + rest.replace("2020-10-12", ""), "start"),
                placement("P02," + rest.replace("2020-10-12,", "2020-10-12,无期"), "end"),
                placement("P02," + rest.replace("2020-10-12,", "2020-10-12,2020-10-11"), "早于"),
                placement("P02," + rest + ",", "应为 10 个"));
    }

    private static Stream<Bad> waivers() {
        return Stream.of(waiver("Q99,岳林小学教学共同体,-,2020-2021,,2020-11-16", "Q99"),
                waiver("Q01,岳林小学教学共同体,-,2020-2021,,2020-11-16", "Q01"),
                waiver("Q12,岳林小学教学共同体,-,2020-2021,1,2020-11-16", "留空"),
                waiver("Q21,岳林小学,-,2020-2021-1,15,2020-11-16", "1 至 14"),
                waiver("Q21,岳林小学,-,2020-2021-1,0,2020-11-16", "1 至 14"),
                waiver("Q21,岳林小学,-,2020-2021-1,-3,2020-11-16", "负数"),
                waiver("Q21,岳林小学,-,2020-2021-1,3.5,2020-11-16", "不是整数"),
                waiver("Q21,岳林小学,-,2020-2021-1,3,", "decided_on"),
                waiver("Q23,岳林小学,-,2020-2021-1,1,2020-11-16", "第 2 行"),
                waiver("Q23,岳林小学,-,2020-2021-1,1", "应为 6 个"));
    }

    @ParameterizedTest
    @MethodSource("badLines")
    void isRefusedWithFileAndLine(Bad bad) throws IOException {
        SampleCase.copyTo(directory);
        SampleCase.replaceLine(directory.resolve(bad.file()), bad.line(), bad.text());

        assertRefused(bad.expected());
    }

    private void assertRefused(List<String> expected) {
        Outcome outcome = Outcome.evaluate(directory, DAY, "--format", "csv");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.errorLines()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            String[] parts = expected.get(i).split("\\|", 2);
            assertThat(outcome.errorLines().get(i)).startsWith(parts[0]).contains(parts[1]);
        }
    }

    @Test
    void namesEachMissingFile() throws IOException {
        SampleCase.copyTo(directory);
        Files.delete(directory.resolve("activities.csv"));
        Files.delete(directory.resolve("calendar.csv"));

        assertRefused(List.of("calendar.csv:1: |不存在", "activities.csv:1: |不存在"));
    }

    @Test
    void namesEachMissingColumnOnceAndDoesNotJudgeTheRows() throws IOException {
        SampleCase.copyTo(directory);
        SampleCase.replaceLine(directory.resolve("schools.csv"), 1, "school,community,teachers");
        SampleCase.replaceLine(directory.resolve("activities.csv"), 1,
                "id,kind,date,community,host,led_by,led_by_rank,subject,grade,lessons,filed_on,approved_on,status");

        assertRefused(List.of("schools.csv:1: |role", "activities.csv:1: |participants", "activities.csv:1: |state",
                "activities.csv:1: |status"));
    }

    @Test
    void namesADoubledColumn() throws IOException {
        SampleCase.copyTo(directory);
        SampleCase.replaceLine(directory.resolve("subjects.csv"), 1, "community,subject,kind,school,school");

        assertRefused(List.of("subjects.csv:1: |两次"));
    }

    @Test
    void namesEachLineThatIsNotUtf8() throws IOException {
        SampleCase.copyTo(directory);
        Path schools = directory.resolve("schools.csv");
        String text = Files.readString(schools);
        int third = text.indexOf("西坞小学");
        byte[] head = text.substring(0, third).getBytes(StandardCharsets.UTF_8);
        byte[] tail = text.substring(third).getBytes(Charset.forName("GB18030"));
        byte[] mixed = java.util.Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, mixed, head.length, tail.length);
        Files.write(schools, mixed);

        assertRefused(List.of("schools.csv:4: |UTF-8", "schools.csv:5: |UTF-8", "schools.csv:6: |UTF-8",
                "schools.csv:7: |UTF-8"));
    }

    @Test
    void namesAnEmptyFile() throws IOException {
        SampleCase.copyTo(directory);
        Files.write(directory.resolve("placements.csv"), new byte[0]);

        Outcome outcome = Outcome.evaluate(directory, DAY);

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.errorLines()).isNotEmpty().allMatch(line -> line.startsWith("placements.csv:1: "));
    }

    @Test
    void reportsTheErrorsOfAllFilesInOneGo() throws IOException {
        SampleCase.copyTo(directory);
        SampleCase.replaceLine(directory.resolve("calendar.csv"), 4, "2020-2021,year,2020-09-01,2021-08-31,");
        SampleCase.replaceLine(directory.resolve("activities.csv"), 19, "S18");
        SampleCase.replaceLine(directory.resolve("activities.csv"), 3, "S02");
        SampleCase.replaceLine(directory.resolve("waivers.csv"), 2, "Q0,a,-,b,,2020-10-26");

        assertRefused(List.of("calendar.csv:4: |school-year", "activities.csv:3: |14", "activities.csv:19: |14",
                "waivers.csv:2: |Q0"));
    }
}
