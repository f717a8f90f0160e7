package org.jiaogongti.platform.disclosure;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One text for the public, in the form of the bureau's own pages.
 *
 * @param number 索引号; empty until it is published, where it is not given
 * @param words what a reader sees
 * @param state how far it is
 * @param edition counts how often it was written, so that nobody publishes what they have not seen
 * @param cleared names that somebody looked at and let stand
 * @param origin the address of the offer that it began with, such as {@code charter/notice}; empty where it was written
 *     from nothing
 */
public record Publication(UUID id, String number, Words words, State state, int edition, Hand written,
        @Nullable Hand submitted, @Nullable Hand published, @Nullable Hand withdrawn, String reason,
        Set<String> cleared, String origin) {

    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_BODY = 60_000;
    public static final int LONGEST_FIELD = 60;
    public static final int LONGEST_REASON = 300;

    public Publication {
        cleared = Set.copyOf(cleared);
    }

    /**
     * What a reader sees.
     *
     * @param body lines; a line with tabs is a row of a table
     * @param topic 组配分类
     * @param theme 主题分类
     * @param way 公开方式
     * @param reach 公开范围
     * @param issuer 发布机构
     * @param issuedOn 发文日期
     */
    public record Words(Category category, String title, String body, String topic, String theme, String way,
            String reach, String issuer, LocalDate issuedOn) {}

    /** Who did something, and on which day. */
    public record Hand(UUID account, String name, LocalDate on) {}

    /** How far a publication is. */
    public enum State {
        DRAFT,
        /** For the second person. */
        WAITING, PUBLISHED,
        /** Taken back; a published one leaves word of it at its address. */
        WITHDRAWN
    }

    /** Whether it was public once. */
    public boolean everPublic() {
        return published != null;
    }
}
