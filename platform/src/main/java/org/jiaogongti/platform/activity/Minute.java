package org.jiaogongti.platform.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Minutes of an occasion (会议记录、活动纪要) as somebody wrote them down at one time.
 *
 * @param correction what was wrong before, for a text after the minutes were closed; else empty
 */
public record Minute(int number, String text, String correction, UUID author, String authorName, LocalDate on,
        Instant at) {

    public List<String> paragraphs() {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
