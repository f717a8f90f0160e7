package org.jiaogongti.platform.disclosure;

import java.time.LocalDate;
import java.util.UUID;
import org.jiaogongti.platform.disclosure.Publication.Hand;
import org.jspecify.annotations.Nullable;

/**
 * 依申请公开: what somebody asks the bureau for (政府信息公开条例 第二十七条).
 *
 * @param number by which the desk speaks of it, such as 2024-3
 * @param wanted which information; empty once it was erased
 * @param purpose what for, where they said so
 * @param due the last day for the answer
 * @param extension null while the time was not extended
 * @param answer null while there is none
 * @param erased the day on which contact, receipt and words went; null while they are kept
 */
public record InformationRequest(UUID id, String number, String wanted, String purpose, Way way, LocalDate askedOn,
        LocalDate due, @Nullable Said extension, @Nullable Answer answer, @Nullable LocalDate erased) {

    public static final int LONGEST_WANTED = 1000;
    public static final int LONGEST_PURPOSE = 300;
    public static final int LONGEST_CONTACT = 120;
    public static final int LONGEST_ANSWER = 2000;
    /** 第三十三条: so many working days for an answer, and at most as many again. */
    public static final int WORKING_DAYS = 20;
    /** How long words and contact are kept after the answer: the time in which it can be taken to court (行政诉讼), and a half more. */
    public static final int KEPT_MONTHS = 9;

    /** How the answer is to come: looked up by the receipt, or sent to the contact. */
    public enum Way {
        HERE, SENT
    }

    /** 第三十六条: given, given in part, public already, not to be given, not there, somebody else's. */
    public enum Kind {
        GIVEN, PARTLY, PUBLIC, REFUSED, ABSENT, ELSEWHERE
    }

    /** Words of the desk. */
    public record Said(String words, Hand by) {}

    public record Answer(Kind kind, String words, Hand by) {}

    public boolean open() {
        return answer == null;
    }

    public boolean overdue(LocalDate day) {
        return open() && due.isBefore(day);
    }
}
