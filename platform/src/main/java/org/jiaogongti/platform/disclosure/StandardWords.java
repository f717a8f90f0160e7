package org.jiaogongti.platform.disclosure;

import java.time.LocalDate;
import org.jiaogongti.platform.shell.Messages;

/**
 * What most publications have in common; a module that hands a text over begins with it.
 *
 * @param topic 组配分类
 * @param theme 主题分类
 * @param way 公开方式
 * @param reach 公开范围
 */
public record StandardWords(String topic, String theme, String way, String reach) {

    /** In Chinese, which is what the bureau publishes in. */
    public static StandardWords in(Messages chinese) {
        return new StandardWords(chinese.t("disclosure.topic.usual"), chinese.t("disclosure.theme.usual"),
                chinese.t("disclosure.way.usual"), chinese.t("disclosure.reach.usual"));
    }

    /** With what this one says. */
    public Publication.Words with(Category category, String title, String body, String issuer, LocalDate issuedOn) {
        return new Publication.Words(category, title, body, topic, theme, way, reach, issuer, issuedOn);
    }
}
