package org.jiaogongti.charter.reading;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** One file being read, and what was found wrong in it. */
final class Source {

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    Source(String file) {
        this.file = file;
    }

    /** The file's root, or null where it is no YAML; then the error is noted. */
    @Nullable
    Node parse(String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(50).build();
        try {
            Node root = new Compose(settings).composeReader(new StringReader(text)).orElse(null);
            if (root == null) {
                at(1, 1, Finding.Severity.ERROR, "文件是空的。", "从 charters/fenghua-2019/charter.yaml 抄一份来改。");
            }
            return root;
        } catch (MarkedYamlEngineException broken) {
            Optional<Mark> mark = broken.getProblemMark().or(broken::getContextMark);
            at(mark.map(m -> m.getLine() + 1).orElse(1), mark.map(m -> m.getColumn() + 1).orElse(1),
                    Finding.Severity.ERROR, "不是合格的 YAML：" + oneLine(broken.getProblem()),
                    "看看这一行的缩进、冒号后的空格、括号和引号是否成对。");
        } catch (YamlEngineException broken) {
            at(1, 1, Finding.Severity.ERROR, "不是合格的 YAML：" + oneLine(String.valueOf(broken.getMessage())),
                    "用 UTF-8 存盘，缩进用空格。");
        }
        return null;
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.lines().findFirst().orElse("");
    }

    void error(Node node, String message, String remedy) {
        at(node, Finding.Severity.ERROR, message, remedy);
    }

    void warning(Node node, String message, String remedy) {
        at(node, Finding.Severity.WARNING, message, remedy);
    }

    private void at(Node node, Finding.Severity severity, String message, String remedy) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        int column = node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
        at(line, column, severity, message, remedy);
    }

    void at(int line, int column, Finding.Severity severity, String message, String remedy) {
        Finding finding = new Finding(severity, file, line, column, message, remedy);
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** By place in the file. */
    List<Finding> findings() {
        return findings.stream().sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
                .toList();
    }
}
