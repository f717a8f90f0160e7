package org.jiaogongti.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Overlay;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.reading.InvalidCharter;
import org.jiaogongti.charter.revising.Difference;
import org.jiaogongti.cli.facts.Words;

/** Charters and later law by name, or by path where the name is one. */
final class Bundled {

    static final List<String> CHARTERS = List.of("fenghua-2019");
    static final List<String> OVERLAYS = List.of("moe-exams-2021");

    private Bundled() {}

    static Charter charter(String name) {
        try {
            if (CHARTERS.contains(name)) {
                return Charters.bundled(name);
            }
            if (Files.exists(Path.of(name))) {
                return Charters.read(Path.of(name));
            }
        } catch (InvalidCharter e) {
            throw new Refusal(e.getMessage() == null ? name : e.getMessage());
        }
        throw new Refusal("--charter “" + name + "”既不是自带的章程，也不是目录；" + Words.offer(name, CHARTERS));
    }

    static Overlay overlay(String name) {
        try {
            if (OVERLAYS.contains(name)) {
                return Charters.bundledOverlay(name);
            }
            if (Files.isRegularFile(Path.of(name))) {
                return Charters.readOverlay(Path.of(name));
            }
        } catch (InvalidCharter e) {
            throw new Refusal(e.getMessage() == null ? name : e.getMessage());
        }
        throw new Refusal("--overlay “" + name + "”不是已知的后来的规定；" + Words.offer(name, OVERLAYS));
    }

    /** A difference to a charter. */
    static Difference difference(Path file, CharterText base) {
        try {
            return Charters.readDifference(file, base);
        } catch (InvalidCharter e) {
            throw new Refusal(e.getMessage() == null ? file.toString() : e.getMessage());
        }
    }

    /** The charter's files as they are written; the name is known to be good. */
    static CharterText charterText(String name) {
        return CHARTERS.contains(name) ? Charters.bundledText(name) : Charters.readText(Path.of(name));
    }

    /** The later law's file as it is written; the name is known to be good. */
    static String overlayText(String name) {
        return OVERLAYS.contains(name) ? Charters.bundledOverlayText(name) : Charters.fileText(Path.of(name));
    }
}
