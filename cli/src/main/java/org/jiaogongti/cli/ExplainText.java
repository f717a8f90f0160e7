package org.jiaogongti.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.charter.explaining.Explanation;
import org.jiaogongti.charter.explaining.Explanation.Item;
import org.jiaogongti.charter.explaining.Line;
import org.jiaogongti.charter.explaining.Names;
import org.jiaogongti.charter.explaining.Wording;

/** An explanation in each format: as indented lines, as a tree, or as a row for each record. */
final class ExplainText {

    private static final Wording WORDING = new Wording(Names.AS_THEY_ARE);

    private ExplainText() {}

    static String of(Explanation explanation, Format format) {
        return switch (format) {
            case TEXT -> explanation.derivation().indented();
            case JSON -> Json.of(tree(explanation));
            case CSV -> rows(explanation);
        };
    }

    private static Map<String, Object> tree(Explanation explanation) {
        Map<String, Object> tree = new LinkedHashMap<>(Format.object(explanation.progress()));
        tree.put("clause", explanation.duty().head().quote().clause());
        tree.put("quote", explanation.duty().head().quote().text());
        tree.put("counted", explanation.counted().stream().map(ExplainText::object).toList());
        tree.put("notCounted", explanation.notCounted().stream().map(ExplainText::object).toList());
        tree.put("derivation", object(explanation.derivation()));
        return tree;
    }

    private static Map<String, Object> object(Item item) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("record", item.fact().source());
        object.put("part", item.fact().part());
        object.put("amount", amount(item));
        List<Map<String, Object>> reasons = new ArrayList<>();
        item.reasons().forEach(reason -> {
            Map<String, Object> because = new LinkedHashMap<>();
            because.put("code", reason.code());
            because.put("words", WORDING.of(reason));
            reasons.add(because);
        });
        object.put("reasons", reasons);
        return object;
    }

    private static Map<String, Object> object(Line line) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("label", line.label());
        object.put("text", line.text());
        if (!line.parts().isEmpty()) {
            object.put("parts", line.parts().stream().map(ExplainText::object).toList());
        }
        return object;
    }

    private static int amount(Item item) {
        return item.contribution() == null ? 0 : item.contribution().amount();
    }

    private static String rows(Explanation explanation) {
        StringBuilder text = new StringBuilder("record,part,amount,reasons\n");
        Stream.concat(explanation.counted().stream(), explanation.notCounted().stream())
                .forEach(item -> text.append(item.fact().source()).append(',').append(item.fact().part()).append(',')
                        .append(amount(item)).append(',').append(item.reasons().stream()
                                .map(reason -> reason.code()).collect(Collectors.joining(";")))
                        .append('\n'));
        return text.toString();
    }
}
