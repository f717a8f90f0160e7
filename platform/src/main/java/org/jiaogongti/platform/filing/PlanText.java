package org.jiaogongti.platform.filing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The text of a plan (活动方案) under the four headings the researchers ask for; plain paragraphs.
 *
 * @param timePlace 时间地点
 * @param theme 主题
 * @param agenda 安排
 * @param people 参加人员
 */
public record PlanText(String title, String timePlace, String theme, String agenda, String people) {

    public static final PlanText EMPTY = new PlanText("", "", "", "", "");

    /** SHA-256 of everything in it, each heading with its length before it, so that no two texts run together to one. */
    public String hash() {
        StringBuilder all = new StringBuilder();
        for (String part : new String[]{title, timePlace, theme, agenda, people}) {
            all.append(part.length()).append(':').append(part).append('\n');
        }
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java has no SHA-256.\nUse a complete JDK.", absent);
        }
    }
}
