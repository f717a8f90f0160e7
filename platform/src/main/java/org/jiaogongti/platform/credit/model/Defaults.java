package org.jiaogongti.platform.credit.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jiaogongti.platform.credit.CreditColumn;
import org.jiaogongti.platform.credit.CreditRule;
import org.jiaogongti.platform.credit.CreditRule.Per;

/** What the data files say where the bureau says nothing else. */
public final class Defaults {

    private static final List<CreditRule> RULES = read("/credit/kinds.csv").stream()
            .map(row -> new CreditRule(row.get("kind"), row.get("category"), new BigDecimal(row.get("hours")),
                    Per.valueOf(row.get("per"))))
            .toList();
    private static final List<CreditColumn> COLUMNS = read("/credit/columns.csv").stream()
            .map(row -> new CreditColumn(row.get("heading"), CreditColumn.Field.valueOf(row.get("field")))).toList();

    private Defaults() {}

    /** By kind. */
    public static Map<String, CreditRule> rules(Collection<CreditRule> own) {
        Map<String, CreditRule> rules = new LinkedHashMap<>();
        RULES.forEach(rule -> rules.put(rule.kind(), rule));
        own.forEach(rule -> rules.put(rule.kind(), rule));
        return rules;
    }

    /** The rule of a kind; that of all others where it has none. */
    public static CreditRule of(Map<String, CreditRule> rules, String kind) {
        return rules.getOrDefault(kind, Objects.requireNonNull(rules.get(CreditRule.OTHERS)));
    }

    public static List<CreditColumn> columns() {
        return COLUMNS;
    }

    private static List<CSVRecord> read(String name) {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (InputStream file = Objects.requireNonNull(Defaults.class.getResourceAsStream(name), name);
                CSVParser parser = CSVParser.builder()
                        .setReader(new InputStreamReader(file, StandardCharsets.UTF_8)).setFormat(format).get()) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read.\nThe build has left it out.", e);
        }
    }
}
