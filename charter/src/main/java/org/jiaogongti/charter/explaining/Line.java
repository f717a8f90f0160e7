package org.jiaogongti.charter.explaining;

import java.util.List;

/**
 * One line of a derivation, and what it rests on.
 *
 * @param label such as 条款
 * @param text such as 三(三)4
 */
public record Line(String label, String text, List<Line> parts) {

    public Line {
        parts = List.copyOf(parts);
    }

    public static Line of(String label, String text) {
        return new Line(label, text, List.of());
    }

    /** As indented text, two blanks for each level. */
    public String indented() {
        StringBuilder text = new StringBuilder();
        indent(text, 0);
        return text.toString();
    }

    private void indent(StringBuilder into, int level) {
        into.repeat(' ', 2 * level).append(label).append(text.isEmpty() ? "" : "：" + text).append('\n');
        parts.forEach(part -> part.indent(into, level + 1));
    }
}
