package org.jiaogongti.charter.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Effect;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.Phase;
import org.jiaogongti.charter.calendar.Round;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** 作用: what a way of reading changes beyond single duties. */
final class EffectReader {

    private final Source source;
    private final List<Round> rounds;

    EffectReader(Source source, List<Round> rounds) {
        this.source = source;
        this.rounds = rounds;
    }

    /** By the name of the way. */
    Map<String, List<Effect>> read(Fields reading, Set<String> alternatives) {
        Map<String, List<Effect>> effects = new HashMap<>();
        Node node = reading.get("作用");
        if (node == null) {
            return effects;
        }
        Fields.free(source, node).all().forEach((way, changes) -> {
            if (!alternatives.contains(way)) {
                source.error(changes, "“可选”里没有“" + way + "”。", Suggestion.of(way, alternatives));
            }
            effects.put(way, effects(Fields.of(source, changes, Shape.CHANGE)));
        });
        return effects;
    }

    private List<Effect> effects(Fields fields) {
        List<Effect> effects = new ArrayList<>();
        add(effects, fields.word("同属两段的一天", Words.SHARED_DAYS));
        add(effects, fields.word("完小和教学点", Words.TEACHING_POINTS));
        Set<String> phases = rounds.stream().flatMap(round -> round.phases().stream()).map(Phase::name)
                .collect(Collectors.toSet());
        if (fields.has("只在阶段")) {
            effects.add(new Effect.OwedOnlyIn(known(fields, "只在阶段", "阶段", phases)));
        }
        if (fields.has("按天折算")) {
            effects.add(new Effect.ProRata(known(fields, "按天折算", "阶段", phases)));
        }
        if (fields.has("没有责任的轮次")) {
            effects.add(new Effect.RoundOwesNothing(known(fields, "没有责任的轮次", "轮次",
                    rounds.stream().map(Round::name).collect(Collectors.toSet()))));
        }
        Set<World.SchoolKind> kinds = EnumSet.noneOf(World.SchoolKind.class);
        for (Node item : fields.list("不承担责任的学校")) {
            World.SchoolKind kind = Fields.word(source, item, Words.SCHOOL_KINDS, "不承担责任的学校");
            if (kind != null) {
                kinds.add(kind);
            }
        }
        if (!kinds.isEmpty()) {
            effects.add(new Effect.Exempt(kinds));
        }
        return effects;
    }

    private String known(Fields fields, String key, String what, Set<String> names) {
        String name = fields.text(key);
        if (!names.contains(name)) {
            source.error(fields.at(key), "“轮次”里没有叫“" + name + "”的" + what + "。", Suggestion.of(name, names));
        }
        return name;
    }

    private static void add(List<Effect> effects, @Nullable Effect effect) {
        if (effect != null) {
            effects.add(effect);
        }
    }
}
