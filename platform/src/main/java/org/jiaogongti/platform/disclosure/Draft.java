package org.jiaogongti.platform.disclosure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jiaogongti.platform.disclosure.Publication.Words;

/** What a draft must have. */
final class Draft {

    private Draft() {}

    /** Message keys by field; empty where all is well. */
    static Map<String, String> problems(String number, Words words) {
        Map<String, String> problems = new LinkedHashMap<>();
        bounds(problems, "title", words.title(), Publication.LONGEST_TITLE);
        bounds(problems, "body", words.body(), Publication.LONGEST_BODY);
        bounds(problems, "topic", words.topic(), Publication.LONGEST_FIELD);
        bounds(problems, "theme", words.theme(), Publication.LONGEST_FIELD);
        bounds(problems, "way", words.way(), Publication.LONGEST_FIELD);
        bounds(problems, "reach", words.reach(), Publication.LONGEST_FIELD);
        bounds(problems, "issuer", words.issuer(), Publication.LONGEST_FIELD);
        if (number.length() > Publication.LONGEST_FIELD) {
            problems.put("number", "disclosure.refused.long");
        }
        return problems;
    }

    private static void bounds(Map<String, String> problems, String field, String text, int most) {
        if (text.isBlank()) {
            problems.put(field, "disclosure.refused.empty");
        } else if (text.length() > most) {
            problems.put(field, "disclosure.refused.long");
        }
    }
}
