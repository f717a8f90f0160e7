package org.jiaogongti.platform.activity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jiaogongti.platform.activity.ActivityKind.Ask;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.activity.ActivityKind.Holder;
import org.jiaogongti.platform.activity.ActivityKind.Need;
import org.jiaogongti.platform.activity.KindField.Origin;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads {@code activity/kinds.yaml}; what is wrong in it is named with its place. */
final class KindFile {

    static final String FILE = "/activity/kinds.yaml";
    private static final Map<String, Origin> ORIGINS = Map.of("填", Origin.ASKED, "报备", Origin.FILING);

    private final Map<String, KindField> fields = new LinkedHashMap<>();

    private KindFile() {}

    static ActivityKinds read() {
        try (InputStream in = KindFile.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing.\nBuild the application again.");
            }
            Object document = new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromInputStream(in);
            return new KindFile().kinds(Entry.of("", Objects.requireNonNull(document)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read.\nBuild the application again.", unreadable);
        }
    }

    private ActivityKinds kinds(Entry document) {
        for (Entry each : document.entries("字段")) {
            KindField field = new KindField(each.text("编码"), each.text("名称"), type(each), each.or("说明", ""),
                    each.word("从哪里来", "填", ORIGINS));
            fields.put(field.code(), field);
        }
        return new ActivityKinds(List.copyOf(fields.values()),
                document.entries("种类").stream().map(this::kind).toList());
    }

    private static FieldType type(Entry entry) {
        return switch (entry.text("类型")) {
            case "是否" -> new FieldType.YesNo();
            case "整数" -> new FieldType.Whole(entry.number("不少于"), entry.number("不多于"), entry.text("单位"));
            case "文字" -> new FieldType.Text(entry.number("不超过"));
            case "地址" -> new FieldType.Link();
            case "日期" -> new FieldType.Day();
            case "选项" -> new FieldType.Choice(entry.texts("可选"));
            case "各校人数" -> new FieldType.BySchool(entry.number("不多于"));
            default -> throw entry.wrong("类型", entry.text("类型"));
        };
    }

    private ActivityKind kind(Entry entry) {
        String gateClause = entry.or("手续依据", "");
        Gate gate = entry.word("手续", null, by(Gate.values(), Gate::word));
        if ((gate == Gate.NONE) != gateClause.isEmpty()) {
            throw entry.wrong("手续依据", gateClause);
        }
        return new ActivityKind(entry.text("编码"), entry.text("名称"), entry.or("简称", entry.text("名称")),
                entry.text("单位"), entry.yes("常用", false), entry.text("条款"), needs(entry, "必填"), needs(entry, "可填"),
                asks(entry), entry.yes("一定线上", false), entry.yes("对方答", true),
                entry.word("谁能办", Holder.ANY_SCHOOL.word(), by(Holder.values(), Holder::word)), gate, gateClause, null);
    }

    private static Set<Need> needs(Entry entry, String key) {
        Map<String, Need> words = by(Need.values(), Need::word);
        Set<Need> needs = EnumSet.noneOf(Need.class);
        for (String word : entry.texts(key)) {
            Need need = words.get(word);
            if (need == null || !needs.add(need)) {
                throw entry.wrong(key, word);
            }
        }
        return needs;
    }

    /** A star marks a field that has to be filled in. */
    private List<Ask> asks(Entry entry) {
        List<Ask> asks = new ArrayList<>();
        for (String word : entry.texts("还问")) {
            boolean required = word.endsWith("*");
            KindField field = fields.get(required ? word.substring(0, word.length() - 1) : word);
            if (field == null) {
                throw entry.wrong("还问", word);
            }
            asks.add(new Ask(field, required));
        }
        return asks;
    }

    private static <T> Map<String, T> by(T[] values, Function<T, String> word) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T value : values) {
            words.put(word.apply(value), value);
        }
        return words;
    }

    /**
     * One entry of the file.
     *
     * @param place for what is wrong in it
     */
    private record Entry(String place, Map<?, ?> values) {

        static Entry of(String place, Object node) {
            if (node instanceof Map<?, ?> values) {
                return new Entry(place, values);
            }
            throw new IllegalStateException(FILE + place + ": '" + node + "' has no keys.\nWrite 键: 值.");
        }

        List<Entry> entries(String key) {
            List<Entry> entries = new ArrayList<>();
            for (Object each : list(key)) {
                entries.add(of(place + " " + key + " " + (entries.size() + 1), each));
            }
            return entries;
        }

        List<String> texts(String key) {
            return list(key).stream().map(String::valueOf).toList();
        }

        private List<?> list(String key) {
            Object value = values.get(key);
            return value instanceof List<?> list ? list : List.of();
        }

        String or(String key, String otherwise) {
            Object value = values.get(key);
            return value == null ? otherwise : value.toString();
        }

        String text(String key) {
            String text = or(key, "");
            if (text.isEmpty()) {
                throw wrong(key, "");
            }
            return text;
        }

        int number(String key) {
            if (values.get(key) instanceof Integer number) {
                return number;
            }
            throw wrong(key, or(key, ""));
        }

        boolean yes(String key, boolean otherwise) {
            return word(key, otherwise ? "是" : "否", Map.of("是", true, "否", false));
        }

        <T> T word(String key, @Nullable String otherwise, Map<String, T> words) {
            String text = otherwise == null ? text(key) : or(key, otherwise);
            T value = words.get(text);
            if (value == null) {
                throw new IllegalStateException(FILE + place + " " + or("编码", "") + ": " + key + " is '" + text
                        + "'.\nUse one of " + words.keySet() + ".");
            }
            return value;
        }

        IllegalStateException wrong(String key, String value) {
            return new IllegalStateException(FILE + place + " " + or("编码", "") + ": " + key + " is '" + value
                    + "'.\nSee the words at the top of the file.");
        }
    }
}
