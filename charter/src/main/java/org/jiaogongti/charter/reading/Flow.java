package org.jiaogongti.charter.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Nodes of a file in one line, the same line for the same content, however it was written. */
final class Flow {

    /** What needs no quotes wherever it stands; a number keeps its kind. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}（）〔〕、，。；：“”/_.-]*");

    private Flow() {}

    static String of(Node node) {
        return switch (node) {
            case MappingNode mapping -> entries(mapping, List.of());
            case SequenceNode list -> {
                List<String> items = list.getValue().stream().map(Flow::of).toList();
                yield items.isEmpty() ? "[]" : "[ " + String.join(", ", items) + " ]";
            }
            case ScalarNode scalar -> scalar(scalar.getValue());
            default -> throw new IllegalArgumentException("no value: " + node.getNodeType());
        };
    }

    /** An object without some of its keys. */
    static String entries(MappingNode mapping, List<String> without) {
        List<String> entries = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!without.contains(key)) {
                entries.add(scalar(key) + ": " + of(tuple.getValueNode()));
            }
        }
        return entries.isEmpty() ? "{}" : "{ " + String.join(", ", entries) + " }";
    }

    static String scalar(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
            } else if (Character.isISOControl(point)) {
                quoted.append(' ');
            } else {
                quoted.appendCodePoint(point);
            }
        });
        return quoted.append('"').toString();
    }
}
