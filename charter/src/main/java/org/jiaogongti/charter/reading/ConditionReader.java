package org.jiaogongti.charter.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaogongti.charter.Condition;
import org.jiaogongti.charter.Place;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.Threshold;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** 只数: the closed vocabulary of conditions. */
final class ConditionReader {

    private final Source source;

    ConditionReader(Source source) {
        this.source = source;
    }

    List<Condition> conditions(List<Node> nodes) {
        List<Condition> conditions = new ArrayList<>();
        for (Node node : nodes) {
            Condition condition = condition(node);
            if (condition != null) {
                conditions.add(condition);
            }
        }
        return conditions;
    }

    private @Nullable Condition condition(Node node) {
        if (!(node instanceof MappingNode)) {
            return plain(node);
        }
        Fields fields = Fields.free(source, node);
        if (fields.all().size() != 1) {
            source.error(node, "一个条件只能有一个键。", "把每个条件写成列表里单独的一项。");
            return null;
        }
        Map.Entry<String, Node> only = fields.all().entrySet().iterator().next();
        Node value = only.getValue();
        return switch (only.getKey()) {
            case "带队人是" -> new Condition.LeaderIs(ranks(value));
            case "带队人职级不低于" -> {
                Rank rank = Fields.word(source, value, Words.RANKS, "带队人职级不低于");
                yield rank == null ? null : new Condition.LeaderAtLeast(rank);
            }
            case "学科是" -> new Condition.SubjectIn(subjects(value));
            case "本校参加人数不少于" -> participants(Place.BEARER, value);
            case "对方校参加人数不少于" -> participants(Place.COUNTERPART, value);
            case "任一" -> new Condition.AnyOf(conditions(items(value)));
            case "全部" -> new Condition.AllOf(conditions(items(value)));
            case "不是" -> {
                Condition part = condition(value);
                yield part == null ? null : new Condition.Not(part);
            }
            default -> unknown(node, only.getKey());
        };
    }

    private @Nullable Condition plain(Node node) {
        String word = Fields.text(source, node);
        Condition condition = Words.CONDITIONS.get(word);
        return condition == null ? unknown(node, word) : condition;
    }

    private @Nullable Condition unknown(Node node, String word) {
        List<String> known = new ArrayList<>(Words.CONDITIONS.keySet());
        known.addAll(Words.CONDITIONS_WITH_VALUE);
        source.error(node, "不认识的条件“" + word + "”。", Suggestion.of(word, known));
        return null;
    }

    private static List<Node> items(Node value) {
        return value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
    }

    private Set<Rank> ranks(Node value) {
        Set<Rank> ranks = new LinkedHashSet<>();
        for (Node item : items(value)) {
            Rank rank = Fields.word(source, item, Words.RANKS, "带队人是");
            if (rank != null) {
                ranks.add(rank);
            }
        }
        return ranks;
    }

    private Set<String> subjects(Node value) {
        Set<String> subjects = new LinkedHashSet<>();
        items(value).forEach(item -> subjects.add(Fields.text(source, item)));
        return subjects;
    }

    private @Nullable Condition participants(Place place, Node value) {
        Threshold threshold = threshold(value);
        return threshold == null ? null : new Condition.ParticipantsAtLeast(place, threshold);
    }

    private @Nullable Threshold threshold(Node value) {
        if (!(value instanceof MappingNode)) {
            Integer people = Fields.number(source, value);
            return people == null ? null : new Threshold.People(people);
        }
        Fields fields = Fields.free(source, value);
        if (fields.has("专任教师的")) {
            return share(Fields.of(source, value, Shape.SHARE));
        }
        if (fields.all().size() == 1 && (fields.has("较小") || fields.has("较大"))) {
            boolean larger = fields.has("较大");
            List<Threshold> parts = new ArrayList<>();
            for (Node item : fields.list(larger ? "较大" : "较小")) {
                Threshold part = threshold(item);
                if (part == null) {
                    return null;
                }
                parts.add(part);
            }
            if (parts.size() >= 2) {
                return larger ? new Threshold.Larger(parts) : new Threshold.Smaller(parts);
            }
        }
        source.error(value, "看不懂这个人数。", "写整数，或 { 较小: [ { 专任教师的: 1/5, 进位: 向上 }, 10 ] }。");
        return null;
    }

    private @Nullable Threshold share(Fields fields) {
        Threshold.Rounding rounding = fields.word("进位", Words.ROUNDINGS);
        String[] parts = fields.text("专任教师的").split("/", -1);
        if (parts.length != 2 || !parts[0].matches("[1-9][0-9]{0,3}") || !parts[1].matches("[1-9][0-9]{0,3}")) {
            source.error(fields.at("专任教师的"), "“" + fields.text("专任教师的") + "”不是分数。", "写成 1/5 这样的分数。");
            return null;
        }
        return rounding == null
                ? null
                : new Threshold.ShareOfTeachers(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), rounding);
    }
}
