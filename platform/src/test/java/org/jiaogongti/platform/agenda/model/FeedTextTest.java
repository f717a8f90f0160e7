package org.jiaogongti.platform.agenda.model;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.agenda.model.FeedEvent.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedTextTest {

    private static final UUID ID = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final Span SECOND = new Span(LocalTime.of(9, 10), LocalTime.of(9, 50), true);

    private static FeedEvent event(int version, boolean gone, @Nullable Span span, String title) {
        return new FeedEvent(ID, version - 1, Instant.parse("2024-11-18T08:20:00Z"),
                gone ? Standing.CANCELLED : Standing.CONFIRMED, LocalDate.of(2024, 11, 27), span,
                title, "居敬", "公开课\n主讲：示例教师03", "https://example.org/activities/1");
    }

    /** Written by hand after RFC 5545: the bureau's zone, text escaped, the stamp is the last change. */
    @Test
    void anEventWithItsTimeIsWrittenLineByLine() {
        String text = FeedText.of("示例教师03的日程", List.of(event(3, false, SECOND, "公开课 数学, 分数; 一\\二")));
        assertThat(text.split("\r\n")).containsSubsequence("BEGIN:VCALENDAR", "VERSION:2.0",
                "PRODID:-//jiaogongti//agenda//ZH");
        assertThat(text.split("\r\n")).contains("X-WR-CALNAME:示例教师03的日程");
        assertThat(text).contains("""
                BEGIN:VTIMEZONE
                TZID:Asia/Shanghai
                BEGIN:STANDARD
                DTSTART:19910915T010000
                TZOFFSETFROM:+0800
                TZOFFSETTO:+0800
                TZNAME:CST
                END:STANDARD
                END:VTIMEZONE
                """.replace("\n", "\r\n"));
        assertThat(unfolded(text)).contains("UID:01930000-0000-7000-8000-000000000001@jiaogongti",
                "DTSTAMP:20241118T082000Z", "LAST-MODIFIED:20241118T082000Z", "SEQUENCE:2", "STATUS:CONFIRMED",
                "DTSTART;TZID=Asia/Shanghai:20241127T091000", "DTEND;TZID=Asia/Shanghai:20241127T095000",
                "SUMMARY:公开课 数学\\, 分数\\; 一\\\\二", "DESCRIPTION:公开课\\n主讲：示例教师03");
    }

    @Test
    void withoutATimeItIsTheWholeDayAndTakesNobodysTime() {
        assertThat(unfolded(FeedText.of("日程", List.of(event(1, true, null, "公开课")))))
                .contains("DTSTART;VALUE=DATE:20241127", "DTEND;VALUE=DATE:20241128", "TRANSP:TRANSPARENT",
                        "STATUS:CANCELLED", "SEQUENCE:0");
    }

    private static List<String> unfolded(String text) {
        return text.replace("\r\n ", "").lines().toList();
    }

    @Test
    void linesAreFoldedByOctetsAndNeverWithinACharacter() {
        String title = "一节讲分数的意义与性质的公开课".repeat(12) + "𠮷";
        String text = FeedText.of("日程", List.of(event(1, false, SECOND, title)));
        for (String line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
        }
        assertThat(unfolded(text)).contains("SUMMARY:" + title);
    }

    @Test
    void telephoneAndIdentityNumbersAreTakenOutAndDatesStay() {
        assertThat(FeedText.plain("联系 138 0013 8000 或 13800138000，证号 33021220100101123X；2024-11-27 第12周"))
                .isEqualTo("联系 … 或 …，证号 …；2024-11-27 第12周");
    }

    @Test
    void theSameEventsGiveTheSameText() {
        List<FeedEvent> events = List.of(event(2, false, SECOND, "公开课"));
        assertThat(FeedText.of("日程", events)).isEqualTo(FeedText.of("日程", events));
    }

    @Test
    void readAgainItSaysTheSameAndBreaksNoRule() throws IOException {
        String text = FeedText.of("日程", List.of(event(2, false, SECOND, "公开课, 一;二"), event(2, true, null, "展示")));
        try (ICalReader reader = new ICalReader(text)) {
            ICalendar read = reader.readNext();
            assertThat(reader.getWarnings()).extracting(ParseWarning::getMessage).isEmpty();
            assertThat(read.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
            VEvent first = read.getEvents().getFirst();
            assertThat(first.getSummary().getValue()).isEqualTo("公开课, 一;二");
            assertThat(first.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2024-11-27T01:10:00Z"));
            assertThat(read.getEvents()).hasSize(2);
        }
        assertThat(Biweekly.parse(text).all()).hasSize(1);
    }
}
