package org.jiaogongti.charter.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.DatedQuantity;
import org.jiaogongti.charter.Reading;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A charter's files as they are written. A change adds a line where a clerk would add it; everything else, comments too,
 * stays to the character.
 *
 * @param charter the charter file
 * @param notice the notice it quotes
 */
public record CharterText(String charter, String notice) {

    /**
     * The same with one more decision about an open point, after those there are.
     *
     * @throws IllegalArgumentException where the file has no such open point
     */
    public CharterText with(String reading, Reading.Choice choice) {
        String entry = "{ 自: %s, 读法: %s, 决定: %s, 依据: %s }".formatted(choice.from(), quoted(choice.alternative()),
                quoted(choice.decidedBy()), quoted(choice.basis()));
        Node node = value(root(), "读法").flatMap(readings -> value(readings, reading))
                .flatMap(point -> value(point, "现行"))
                .orElseThrow(() -> missing("open point", reading));
        return new CharterText(node instanceof SequenceNode list ? appended(list, entry) : charter, notice);
    }

    /**
     * The same with another number for a duty from a day on.
     *
     * @param notices the day from which the notice's own number holds; used where the file has a plain number so far
     * @throws IllegalArgumentException where the file has no such duty, or it has no 至少
     */
    public CharterText with(String duty, DatedQuantity number, LocalDate notices) {
        String entry = "{ 自: %s, 数: %d, 决定: %s, 依据: %s }".formatted(number.from(), number.quantity().target(),
                quoted(number.decidedBy()), quoted(number.basis()));
        Node node = duty(duty).flatMap(fields -> value(fields, "至少"))
                .orElseThrow(() -> missing("duty with 至少", duty));
        if (node instanceof SequenceNode list) {
            return new CharterText(appended(list, entry), notice);
        }
        int start = index(node.getStartMark());
        int end = index(node.getEndMark());
        String first = "{ 自: %s, 数: %s }".formatted(notices, charter.substring(start, end));
        return new CharterText(charter.substring(0, start) + "[ " + first + ", " + entry + " ]"
                + charter.substring(end), notice);
    }

    private String appended(SequenceNode list, String entry) {
        Node last = list.getValue().getLast();
        int end = index(last.getEndMark());
        if (list.getFlowStyle() == FlowStyle.FLOW) {
            return charter.substring(0, end) + ", " + entry + charter.substring(end);
        }
        int line = charter.indexOf('\n', end);
        int at = line < 0 ? charter.length() : line;
        int dash = list.getStartMark().map(Mark::getColumn).orElse(0);
        return charter.substring(0, at) + "\n" + " ".repeat(dash) + "- " + entry + charter.substring(at);
    }

    private Node root() {
        Node root = new Source("charter.yaml").parse(charter);
        if (root == null) {
            throw new IllegalArgumentException("The charter is no YAML.%nCheck it first.".formatted());
        }
        return root;
    }

    private Optional<Node> duty(String id) {
        List<Node> duties = new ArrayList<>();
        value(root(), "责任").ifPresent(node -> {
            if (node instanceof SequenceNode list) {
                duties.addAll(list.getValue());
            }
        });
        return duties.stream().filter(fields -> value(fields, "编号")
                .filter(node -> node instanceof ScalarNode scalar && scalar.getValue().equals(id)).isPresent())
                .findFirst();
    }

    private static Optional<Node> value(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
                    return Optional.of(tuple.getValueNode());
                }
            }
        }
        return Optional.empty();
    }

    /** The parser counts characters, a string its halves of them. */
    private int index(Optional<Mark> mark) {
        int points = mark.map(Mark::getIndex).orElse(0);
        return charter.offsetByCodePoints(0, points);
    }

    private static String quoted(String text) {
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

    private static IllegalArgumentException missing(String what, String name) {
        return new IllegalArgumentException("The charter has no %s “%s”.%nLook at its file.".formatted(what, name));
    }
}
