package org.jiaogongti.charter.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jiaogongti.charter.Overlay;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** 后来的规定: a later law. */
final class OverlayReader {

    private final Source source;

    OverlayReader(Source source) {
        this.source = source;
    }

    /** The law, or null where there are errors. */
    @Nullable
    Overlay read(String text) {
        Node root = source.parse(text);
        return root == null ? null : read(root);
    }

    private @Nullable Overlay read(Node root) {
        Fields fields = Fields.of(source, root, Shape.OVERLAY);
        if (!fields.has("依据")) {
            return null;
        }
        Fields basis = Fields.of(source, fields.at("依据"), Shape.BASIS);
        LocalDate issuedOn = basis.date("日期");
        LocalDate from = fields.date("自");
        List<Overlay.Effect> effects = new ArrayList<>();
        for (Node node : fields.list("作用")) {
            Fields effect = Fields.of(source, node, Shape.EFFECT);
            Overlay.Kind kind = effect.word("做什么", Words.EFFECTS);
            if (effect.has("看") && !effect.text("看").equals("最后可办的一天")) {
                source.error(effect.at("看"), "只能看“最后可办的一天”。", "写“看: 最后可办的一天”。");
            }
            if (kind != null) {
                effects.add(new Overlay.Effect(new LinkedHashSet<>(effect.texts("责任")), kind,
                        effect.has("原文") ? effect.text("原文") : null, effect.text("说明")));
            }
        }
        return issuedOn == null || from == null || source.hasErrors()
                ? null
                : new Overlay(fields.text("后来的规定"), basis.text("名称"), issuedOn, from, basis.text("出处"),
                        fields.texts("原话"), effects);
    }
}
