package org.jiaogongti.charter.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Checks a charter file or a later law without using it. */
public final class CharterCheck {

    private CharterCheck() {}

    /**
     * Every error and warning, by line; empty where the file is faultless.
     *
     * @param path a charter file, a directory that holds {@code charter.yaml}, a later law (后来的规定) or a difference
     *        (修订)
     */
    public static List<Finding> check(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve("charter.yaml") : path;
        Source source = new Source(file.toString());
        boolean overlay = Charters.text(file).filter(CharterCheck::isOverlay).isPresent();
        if (overlay) {
            new OverlayReader(source).read(Charters.text(file).orElseThrow());
        } else if (Charters.text(file).filter(CharterCheck::isDifference).isPresent()) {
            difference(source, Charters.text(file).orElseThrow());
        } else {
            Charters.readCharter(source, file);
        }
        return source.findings();
    }

    /** Against the bundled charter that it names; another one is checked where it is applied. */
    private static void difference(Source source, String text) {
        Node root = source.parse(text);
        if (root == null) {
            return;
        }
        Fields fields = Fields.free(source, root);
        String id = fields.text("章程");
        try {
            CharterText base = Charters.bundledText(id);
            new DifferenceReader(source, base, Charters.bundled(id)).read(text);
        } catch (InvalidCharter none) {
            source.error(fields.at("章程"), "没有自带的章程“" + id + "”。",
                    "用 ./jgt charter apply --charter 目录 --difference 文件 检查，它认得目录里的章程。");
        }
    }

    private static boolean isDifference(String text) {
        return text.lines().anyMatch(line -> line.startsWith("修订:"));
    }

    private static boolean isOverlay(String text) {
        return text.lines().anyMatch(line -> line.startsWith("后来的规定:"));
    }
}
