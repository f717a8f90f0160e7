package org.jiaogongti.charter.notice;

/**
 * Characters of the notice.
 *
 * @param clause the address, such as {@code 三(二)3}
 * @param start offset of the first character in the notice's text, in UTF-16 units
 */
public record Quote(String clause, String text, int start) {

    public int end() {
        return start + text.length();
    }
}
