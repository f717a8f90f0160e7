package org.jiaogongti.charter.reading;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One object of a file by its keys. A value of the wrong form is noted as an error and read as absent. */
final class Fields {

    private final Source source;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Fields(Source source, Node node) {
        this.source = source;
        this.node = node;
    }

    /** An object whose keys are free, such as names; doubled ones are errors. */
    static Fields free(Source source, Node node) {
        Fields fields = new Fields(source, node);
        if (!(node instanceof MappingNode mapping)) {
            source.error(node, "这里应当是“键: 值”的形式。", "写成“键: 值”，每行一个。");
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (fields.values.put(key, tuple.getValueNode()) != null) {
                source.error(tuple.getKeyNode(), "“" + key + "”写了两次。", "删去一个，或合并成一个。");
            }
        }
        return fields;
    }

    /** An object of a known shape; unknown and missing keys are errors. */
    static Fields of(Source source, Node node, Shape shape) {
        Fields fields = free(source, node);
        if (!(node instanceof MappingNode mapping)) {
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && !shape.knows(key.getValue())) {
                List<String> known = new ArrayList<>(shape.required());
                known.addAll(shape.optional());
                source.error(key, "不认识的键“" + key.getValue() + "”。", Suggestion.of(key.getValue(), known));
            }
        }
        for (String key : shape.required().stream().sorted().toList()) {
            if (!fields.values.containsKey(key)) {
                source.error(node, "缺少“" + key + "”。", "补上“" + key + ": …”。");
            }
        }
        return fields;
    }

    Node node() {
        return node;
    }

    Source source() {
        return source;
    }

    Map<String, Node> all() {
        return values;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable
    Node get(String key) {
        return values.get(key);
    }

    /** The node of a key for an error's place; the object itself where the key is absent. */
    Node at(String key) {
        Node value = values.get(key);
        return value == null ? node : value;
    }

    String text(String key) {
        Node value = values.get(key);
        return value == null ? "" : text(source, value);
    }

    static String text(Source source, Node value) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        source.error(value, "这里应当是一个词或一句话。", "写在冒号后面的同一行。");
        return "";
    }

    @Nullable
    LocalDate date(String key) {
        Node value = values.get(key);
        if (value == null) {
            return null;
        }
        String text = text(source, value);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            source.error(value, "“" + text + "”不是日期。", "写成 2019-09-11 这样的年-月-日。");
            return null;
        }
    }

    /** A whole number from 0 up; absent or wrong reads as null. */
    @Nullable
    Integer number(String key) {
        Node value = values.get(key);
        return value == null ? null : number(source, value);
    }

    static @Nullable Integer number(Source source, Node value) {
        String text = text(source, value);
        if (text.matches("[0-9]{1,6}")) {
            return Integer.valueOf(text);
        }
        source.error(value, "“" + text + "”不是整数。", "写成 0 以上的整数。");
        return null;
    }

    /** A list; one value stands for a list of one. */
    List<Node> list(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
    }

    List<String> texts(String key) {
        return list(key).stream().map(value -> text(source, value)).toList();
    }

    /** The member of a vocabulary that a word stands for; an unknown word is an error. */
    <T> @Nullable T word(String key, Map<String, T> words) {
        Node value = values.get(key);
        return value == null ? null : word(source, value, words, key);
    }

    static <T> @Nullable T word(Source source, Node value, Map<String, T> words, String what) {
        String text = text(source, value);
        T known = words.get(text);
        if (known == null) {
            source.error(value, "“" + what + "”里没有“" + text + "”这个词。", Suggestion.of(text, words.keySet()));
        }
        return known;
    }
}
