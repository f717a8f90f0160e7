package org.jiaogongti.charter.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published schema says what the reader says: the same keys, the same words. JSON is read as the YAML it is. */
class SchemaTest {

    private static Map<?, ?> defs = Map.of();

    @BeforeAll
    static void read() throws IOException {
        try (InputStream schema = Objects
                .requireNonNull(SchemaTest.class.getResourceAsStream("/charters/charter.schema.json"))) {
            Object root = new Load(LoadSettings.builder().build()).loadFromInputStream(schema);
            defs = map(map(root).get("$defs"));
        }
    }

    @Test
    void everyObjectHasTheSameKeysInBoth() {
        for (Shape shape : Shape.ALL) {
            Map<?, ?> def = map(defs.get(shape.name()));
            Set<Object> keys = new HashSet<>(shape.required());
            keys.addAll(shape.optional());
            assertThat(map(def.get("properties")).keySet()).as(shape.name()).isEqualTo(keys);
            assertThat(new HashSet<Object>((Collection<?>) def.get("required"))).as(shape.name())
                    .isEqualTo(new HashSet<Object>(shape.required()));
            assertThat(def.get("additionalProperties")).as(shape.name()).isEqualTo(false);
        }
    }

    @Test
    void everyVocabularyHasTheSameWordsInBoth() {
        assertThat(words("duty", "谁来做")).isEqualTo(Words.BEARERS.keySet());
        assertThat(words("duty", "每个")).isEqualTo(Words.EACH.keySet());
        assertThat(words("duty", "多久")).isEqualTo(Words.RECURRENCES.keySet());
        assertThat(words("duty", "窗口")).isEqualTo(Words.WINDOWS.keySet());
        assertThat(words("duty", "语气")).isEqualTo(Words.MODALITIES.keySet());
        assertThat(words("duty", "种类")).isEqualTo(Words.DUTY_KINDS.keySet());
        assertThat(words("measure", "单位")).isEqualTo(Set.copyOf(Words.UNITS));
        assertThat(words("patch", "取")).isEqualTo(Words.LARGER.keySet());
        assertThat(words("share", "进位")).isEqualTo(Words.ROUNDINGS.keySet());
        assertThat(words("indicator", "方向")).isEqualTo(Words.DIRECTIONS.keySet());
        assertThat(words("indicator", "种类")).isEqualTo(Words.MEANS_KINDS.keySet());
        assertThat(words("indicator", "来自")).isEqualTo(Words.RECORDED.keySet());
        assertThat(words("effect", "做什么")).isEqualTo(Words.EFFECTS.keySet());
    }

    @Test
    void everyConditionIsInBoth() {
        Set<Object> plain = new HashSet<>();
        List<Object> withValue = new ArrayList<>();
        for (Object way : (Collection<?>) Objects.requireNonNull(map(defs.get("condition")).get("anyOf"))) {
            Map<?, ?> each = map(way);
            if (each.get("enum") instanceof Collection<?> words) {
                plain.addAll(words);
            } else {
                withValue.addAll(map(each.get("properties")).keySet());
            }
        }
        assertThat(plain).isEqualTo(Words.CONDITIONS.keySet());
        assertThat(withValue).isEqualTo(Words.CONDITIONS_WITH_VALUE);
    }

    @Test
    void everyKeyIsExplainedInEnglish() {
        for (Shape shape : Shape.ALL) {
            map(map(defs.get(shape.name())).get("properties")).forEach((key, value) -> {
                Map<?, ?> property = map(value);
                assertThat(property.containsKey("description") || property.containsKey("$ref")).as(key + "").isTrue();
            });
        }
    }

    private static Set<Object> words(String def, String key) {
        Object property = map(map(defs.get(def)).get("properties")).get(key);
        return new HashSet<>((Collection<?>) Objects.requireNonNull(map(property).get("enum")));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }
}
