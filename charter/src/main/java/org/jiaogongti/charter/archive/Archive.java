package org.jiaogongti.charter.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jiaogongti.charter.reading.InvalidCharter;

/**
 * A frozen appraisal as one file: what it was computed from, what it came to, and a manifest with the SHA-256 of each.
 * The same appraisal gives the same bytes everywhere.
 */
public final class Archive {

    private Archive() {}

    /** An archive that was written. */
    public static final class Written {

        private final byte[] bytes;
        private final String code;
        private final YearResult result;

        Written(byte[] bytes, String code, YearResult result) {
            this.bytes = bytes;
            this.code = code;
            this.result = result;
        }

        /** The file. */
        public byte[] bytes() {
            return bytes.clone();
        }

        /** The check code for the printed sheet. */
        public String code() {
            return code;
        }

        /** As the archive has it: communities and schools by name. */
        public YearResult result() {
            return result;
        }
    }

    /**
     * Writes an archive. It names communities and schools, and nobody else: people are numbers in it.
     *
     * @param names of communities and schools by id; what is no id stays as it is
     * @throws IllegalArgumentException where the calendar has no such year
     * @throws IllegalStateException where the archive comes to something else than what it was written from, which would
     *         be an error of this program
     */
    public static Written write(Frozen frozen, UnaryOperator<String> names) {
        UnaryOperator<String> unique = new Names(names);
        Map<String, byte[]> files = new TreeMap<>(FactFiles.write(frozen, unique));
        YearResult result = YearResult.of(FactFiles.read(Manifest.of(frozen, files), files),
                UnaryOperator.identity());
        if (!result.sameFigures(YearResult.of(frozen, unique))) {
            throw new IllegalStateException(
                    "The files of %s do not come to what they were written from.%nReport this; freeze nothing until it is mended."
                            .formatted(frozen.asked()));
        }
        files.putAll(ResultFiles.write(result));
        byte[] manifest = Manifest.of(frozen, files).bytes();
        files.put(Manifest.FILE, manifest);
        return new Written(Zip.write(files), Manifest.code(manifest), result);
    }

    /** Computes an archive again from what is in it and nothing else. */
    public static Verdict verify(byte[] bytes) {
        try {
            Map<String, byte[]> files = Zip.read(bytes);
            byte[] itself = files.get(Manifest.FILE);
            if (itself == null) {
                throw new BadFile(Manifest.FILE, "没有这个文件；不是冻结的考核");
            }
            Manifest manifest = Manifest.read(itself);
            String code = Manifest.code(itself);
            List<Verdict.Problem> problems = changed(manifest, files);
            if (!problems.isEmpty()) {
                return new Verdict.Unequal(code, problems);
            }
            YearResult result = YearResult.of(FactFiles.read(manifest, files), UnaryOperator.identity());
            problems.addAll(ResultFiles.compare(files, ResultFiles.write(result)));
            if (problems.isEmpty() && !Arrays.equals(Zip.write(files), bytes)) {
                problems.add(new Verdict.Problem(Zip.ITSELF, "文件都对，但外面的包装不是原来的；请用原来的归档文件"));
            }
            return problems.isEmpty()
                    ? new Verdict.Equal(manifest, code, result)
                    : new Verdict.Unequal(code, problems);
        } catch (BadFile bad) {
            return new Verdict.Unreadable(List.of(bad.problem()));
        } catch (InvalidCharter | IllegalArgumentException | ArithmeticException wrong) {
            String message = wrong.getMessage() == null ? wrong.toString() : wrong.getMessage();
            return new Verdict.Unreadable(List.of(new Verdict.Problem(Zip.ITSELF, "算不出来：" + message)));
        }
    }

    /**
     * What an archive was computed from, to compute it anew with something put right. Communities and schools are their
     * names in it.
     *
     * @throws IllegalArgumentException where it is no whole archive
     */
    public static Frozen open(byte[] bytes) {
        try {
            Map<String, byte[]> files = Zip.read(bytes);
            byte[] itself = files.get(Manifest.FILE);
            if (itself == null) {
                throw new BadFile(Manifest.FILE, "没有这个文件；不是冻结的考核");
            }
            Manifest manifest = Manifest.read(itself);
            List<Verdict.Problem> problems = changed(manifest, files);
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(
                        problems.getFirst() + "%nUse the archive as it was written.".formatted());
            }
            return FactFiles.read(manifest, files);
        } catch (BadFile bad) {
            throw new IllegalArgumentException(bad.problem() + "%nUse the archive as it was written.".formatted(), bad);
        }
    }

    private static List<Verdict.Problem> changed(Manifest manifest, Map<String, byte[]> files) {
        List<Verdict.Problem> problems = new ArrayList<>();
        TreeSet<String> all = new TreeSet<>(files.keySet());
        all.addAll(manifest.files().keySet());
        all.remove(Manifest.FILE);
        for (String name : all) {
            byte[] file = files.get(name);
            String sum = manifest.files().get(name);
            if (file == null) {
                problems.add(new Verdict.Problem(name, "清单上有，归档里没有"));
            } else if (sum == null) {
                problems.add(new Verdict.Problem(name, "归档里有，清单上没有"));
            } else if (!sum.equals(Manifest.sha256(file))) {
                problems.add(new Verdict.Problem(name, "和冻结时不一样（SHA-256 对不上）"));
            }
        }
        return problems;
    }
}
