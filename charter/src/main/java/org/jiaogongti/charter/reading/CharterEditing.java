package org.jiaogongti.charter.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.revising.Revision;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Puts entries into a charter's text where a clerk would; read once, however many there are. */
final class CharterEditing {

    private final String text;
    private final Node root;
    private final List<Edit> edits = new ArrayList<>();
    /** Lists that the text had not. */
    private final Set<String> begun = new HashSet<>();

    /** @throws IllegalArgumentException where it is no YAML */
    CharterEditing(String text) {
        this.text = text;
        Node parsed = new Source("charter.yaml").parse(text);
        if (parsed == null) {
            throw new IllegalArgumentException("The charter is no YAML.%nCheck it first.".formatted());
        }
        this.root = parsed;
    }

    /** Characters from an index up to another, and what stands there instead. */
    private record Edit(int from, int to, String text) {}

    /** The text with everything put in. */
    String text() {
        StringBuilder changed = new StringBuilder(text);
        // From the end, so that indexes stay true; of two at one place the first stands first.
        List<Edit> reversed = new ArrayList<>(edits.reversed());
        reversed.sort(Comparator.comparingInt(Edit::from).reversed());
        reversed.forEach(edit -> changed.replace(edit.from(), edit.to(), edit.text()));
        return changed.toString();
    }

    /** One more decision about an open point. */
    void decided(String reading, String entry) {
        Node node = value(root, "读法").flatMap(readings -> value(readings, reading))
                .flatMap(point -> value(point, "现行")).orElseThrow(() -> missing("open point", reading));
        if (node instanceof SequenceNode list) {
            append(list, entry);
        }
    }

    /** One more number of a duty; a plain one becomes the first of a list. */
    void numbered(String duty, String entry, String firstDay) {
        Node node = duty(duty).flatMap(fields -> value(fields, "至少"))
                .orElseThrow(() -> missing("duty with 至少", duty));
        if (node instanceof SequenceNode list) {
            append(list, entry);
            return;
        }
        int start = index(node.getStartMark());
        int end = index(node.getEndMark());
        String first = "{ 自: %s, 数: %s }".formatted(firstDay, text.substring(start, end));
        edits.add(new Edit(start, end, "[ " + first + ", " + entry + " ]"));
    }

    /**
     * Whether a number can stand in 至少: a plain one after plain ones, of a counted duty of which no other quantity was
     * decided.
     */
    boolean plain(Revision.Renumbered number) {
        Node fields = duty(number.subject()).orElseThrow(() -> missing("duty", number.subject()));
        boolean counted = value(fields, "种类")
                .filter(node -> !(node instanceof ScalarNode kind && kind.getValue().equals("次数"))).isEmpty();
        return counted && number.quantity() instanceof Quantity.AtLeast && value(fields, "至少").isPresent()
                && rules(fields).stream().noneMatch(rule -> value(rule, "至少").or(() -> value(rule, "不少于")).isPresent());
    }

    private static List<Node> rules(Node duty) {
        return value(duty, "改为").map(node -> node instanceof SequenceNode list ? list.getValue() : List.of(node))
                .orElse(List.of());
    }

    /** More entries of a list of a duty; the list is begun where it is not there. */
    void listed(String duty, String key, List<String> entries) {
        listed(mapping(duty), key, entries);
    }

    private void listed(MappingNode fields, String key, List<String> entries) {
        if (value(fields, key).orElse(null) instanceof SequenceNode list) {
            entries.forEach(entry -> append(list, entry));
        } else if (fields.getFlowStyle() == FlowStyle.FLOW) {
            entered(fields, key, "[ " + String.join(", ", entries) + " ]");
        } else {
            int column = fields.getStartMark().map(Mark::getColumn).orElse(0);
            String item = "\n" + " ".repeat(column + 2) + "- ";
            atEndOf(fields, "\n" + " ".repeat(column) + key + ":" + item + String.join(item, entries));
        }
    }

    /** A key that a duty did not have. */
    void entered(String duty, String key, String value) {
        entered(mapping(duty), key, value);
    }

    private void entered(MappingNode fields, String key, String value) {
        if (fields.getFlowStyle() == FlowStyle.FLOW) {
            int end = end(fields.getValue().getLast().getValueNode());
            edits.add(new Edit(end, end, ", " + key + ": " + value));
        } else {
            int column = fields.getStartMark().map(Mark::getColumn).orElse(0);
            atEndOf(fields, "\n" + " ".repeat(column) + key + ": " + value);
        }
    }

    /** One more duty or goal, after those there are. */
    void added(String key, String entry) {
        Node known = value(root, key).orElse(null);
        if (known instanceof SequenceNode list && !list.getValue().isEmpty()) {
            append(list, entry);
        } else if (known == null && root instanceof MappingNode whole) {
            atEndOf(whole, (begun.add(key) ? "\n\n" + key + ":" : "") + "\n  - " + entry);
        } else {
            throw missing("list", key);
        }
    }

    /** Whether a goal is one of a round. */
    boolean aims(String goal, String round) {
        return part(goal, round).isPresent();
    }

    private Optional<MappingNode> part(String goal, String round) {
        return value(rounds(goal), round).filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
    }

    private MappingNode rounds(String goal) {
        return entry("目标", goal).flatMap(fields -> value(fields, "轮次")).filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast).orElseThrow(() -> missing("goal", goal));
    }

    /** What a goal means in a round from a day on. */
    void redrawn(String goal, String round, String entry) {
        listed(part(goal, round).orElseThrow(() -> missing("round of " + goal, round)), "改为", List.of(entry));
    }

    /** A goal becomes one of a round. */
    void aimed(String goal, String round, String entry) {
        entered(rounds(goal), Flow.scalar(round), entry);
    }

    /** A goal is none of a round any more. */
    void ended(String goal, String round, String decision) {
        entered(part(goal, round).orElseThrow(() -> missing("round of " + goal, round)), "不再要求", decision);
    }

    private void append(SequenceNode list, String entry) {
        Node last = list.getValue().getLast();
        if (list.getFlowStyle() == FlowStyle.FLOW) {
            int end = end(last);
            edits.add(new Edit(end, end, ", " + entry));
        } else {
            int dash = list.getStartMark().map(Mark::getColumn).orElse(0);
            atEndOf(last, "\n" + " ".repeat(dash) + "- " + entry);
        }
    }

    /** After the line in which something ends, so that its comment stays with it. */
    private void atEndOf(Node node, String insertion) {
        int end = end(node);
        int line = text.indexOf('\n', end > 0 && text.charAt(end - 1) == '\n' ? end - 1 : end);
        int at = line < 0 ? text.length() : line;
        edits.add(new Edit(at, at, insertion));
    }

    /** The parser lets a block reach to what follows it; its last value knows better. */
    private int end(Node node) {
        return switch (node) {
            case MappingNode mapping when mapping.getFlowStyle() == FlowStyle.BLOCK && !mapping.getValue().isEmpty() ->
                end(mapping.getValue().getLast().getValueNode());
            case SequenceNode list when list.getFlowStyle() == FlowStyle.BLOCK && !list.getValue().isEmpty() ->
                end(list.getValue().getLast());
            default -> index(node.getEndMark());
        };
    }

    private MappingNode mapping(String duty) {
        return duty(duty).filter(MappingNode.class::isInstance).map(MappingNode.class::cast)
                .orElseThrow(() -> missing("duty", duty));
    }

    /** The entry of a duty. */
    Optional<Node> duty(String id) {
        return entry("责任", id);
    }

    /** The entry of a duty or goal. */
    Optional<Node> entry(String key, String id) {
        List<Node> duties = new ArrayList<>();
        value(root, key).ifPresent(node -> {
            if (node instanceof SequenceNode list) {
                duties.addAll(list.getValue());
            }
        });
        return duties.stream().filter(fields -> value(fields, "编号")
                .filter(node -> node instanceof ScalarNode scalar && scalar.getValue().equals(id)).isPresent())
                .findFirst();
    }

    static Optional<Node> value(Node node, String key) {
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
        return text.offsetByCodePoints(0, points);
    }

    private static IllegalArgumentException missing(String what, String name) {
        return new IllegalArgumentException("The charter has no %s “%s”.%nLook at its file.".formatted(what, name));
    }
}
