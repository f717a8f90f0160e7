package org.jiaogongti.charter.archive;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What an archive says of itself: the question, how the charter is read, and the SHA-256 of every file. The check code is
 * the beginning of its own SHA-256, so that it vouches for everything.
 *
 * @param files hex digits by name
 */
public record Manifest(Frozen.Asked asked, List<String> overlays, Map<String, String> readings,
        List<String> factTypes, SortedMap<String, String> files) {

    static final String FILE = "manifest.json";
    static final String FORMAT = "jiaogongti-appraisal-1";
    private static final Pattern MONEY = Pattern.compile("[0-9]{1,20}");
    private static final Pattern SCORE = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,9})?");
    private static final int CODE = 16;

    public Manifest {
        overlays = List.copyOf(overlays);
        readings = Collections.unmodifiableMap(new TreeMap<>(readings));
        factTypes = List.copyOf(factTypes);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static Manifest of(Frozen frozen, Map<String, byte[]> files) {
        SortedMap<String, String> sums = new TreeMap<>();
        files.forEach((name, bytes) -> sums.put(name, sha256(bytes)));
        return new Manifest(frozen.asked(), new ArrayList<>(frozen.rules().overlays().keySet()),
                frozen.rules().readings(), new ArrayList<>(new TreeSet<>(frozen.rules().factTypes())), sums);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-256.\nUse another one.", impossible);
        }
    }

    /** The check code of a manifest's bytes: sixteen hex digits in fours. */
    static String code(byte[] manifest) {
        String digits = sha256(manifest).substring(0, CODE).toUpperCase(java.util.Locale.ROOT);
        return digits.replaceAll("(.{4})(?=.)", "$1-");
    }

    byte[] bytes() {
        StringBuilder json = new StringBuilder("{\n");
        field(json, "format", FORMAT);
        field(json, "program", asked.program());
        field(json, "year", asked.year());
        field(json, "asOf", asked.asOf().toString());
        field(json, "budgetFen", asked.budget().toString());
        field(json, "threshold", asked.threshold() == null ? "" : asked.threshold().toPlainString());
        field(json, "journalHead", asked.journalHead());
        list(json, "overlays", overlays);
        object(json, "readings", readings);
        list(json, "factTypes", factTypes);
        object(json, "files", files);
        json.setLength(json.length() - 2);
        return json.append("\n}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void field(StringBuilder json, String key, String value) {
        json.append("  ").append(quoted(key)).append(": ").append(quoted(value)).append(",\n");
    }

    private static void list(StringBuilder json, String key, Collection<String> values) {
        json.append("  ").append(quoted(key)).append(": [")
                .append(String.join(", ", values.stream().map(Manifest::quoted).toList())).append("],\n");
    }

    private static void object(StringBuilder json, String key, Map<String, String> values) {
        List<String> fields = new ArrayList<>();
        values.forEach((name, value) -> fields.add("\n    " + quoted(name) + ": " + quoted(value)));
        json.append("  ").append(quoted(key)).append(": {").append(String.join(",", fields))
                .append(fields.isEmpty() ? "" : "\n  ").append("},\n");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c)) {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    /** JSON is read as the YAML it is; it must then write itself as it was. */
    static Manifest read(byte[] bytes) {
        String text = Csv.text(FILE, bytes);
        Map<?, ?> root;
        try {
            root = new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromString(text) instanceof Map<?, ?> map
                    ? map
                    : Map.of();
        } catch (YamlEngineException wrong) {
            throw new BadFile(FILE, "读不懂；请用原来的归档文件");
        }
        if (!FORMAT.equals(root.get("format"))) {
            throw new BadFile(FILE, "不是 " + FORMAT + "；要用写它的那一版程序来核对");
        }
        String budget = text(root, "budgetFen");
        String threshold = text(root, "threshold");
        if (!MONEY.matcher(budget).matches() || !(threshold.isEmpty() || SCORE.matcher(threshold).matches())) {
            throw new BadFile(FILE, "总额或及格线不是数");
        }
        Manifest manifest = new Manifest(
                new Frozen.Asked(text(root, "year"), day(text(root, "asOf")), new BigInteger(budget),
                        threshold.isEmpty() ? null : new BigDecimal(threshold), text(root, "program"),
                        text(root, "journalHead")),
                texts(root.get("overlays")), object(root.get("readings")), texts(root.get("factTypes")),
                new TreeMap<>(object(root.get("files"))));
        if (!java.util.Arrays.equals(manifest.bytes(), bytes)) {
            throw new BadFile(FILE, "不是原来的写法；请用原来的归档文件");
        }
        return manifest;
    }

    private static String text(Map<?, ?> root, String key) {
        if (root.get(key) instanceof String text) {
            return text;
        }
        throw new BadFile(FILE, "缺少“" + key + "”");
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw new BadFile(FILE, "“" + text + "”不是日期");
        }
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    private static Map<String, String> object(@Nullable Object value) {
        Map<String, String> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, text) -> object.put(String.valueOf(key), String.valueOf(text)));
        }
        return object;
    }
}
