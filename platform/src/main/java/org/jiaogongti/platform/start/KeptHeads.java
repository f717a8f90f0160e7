package org.jiaogongti.platform.start;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jiaogongti.platform.head.HeadCheck;
import org.jiaogongti.platform.head.HeadFile;
import org.jiaogongti.platform.journal.Verification;
import org.jiaogongti.platform.journal.Verification.Broken;
import org.jiaogongti.platform.journal.Verification.Result;

/** Head files that were kept elsewhere, held against the chains as they are now, each with a line of its own. */
final class KeptHeads {

    private static final String FILES = "journal-head-*.txt";
    /** A head has a thousand bytes; what is much larger is no head and is not read. */
    private static final long LARGEST = 64 * 1024;

    private final List<Kept> files;
    private final Set<String> keys;

    private KeptHeads(List<Kept> files, Set<String> keys) {
        this.files = files;
        this.keys = keys;
    }

    private record Kept(Path path, HeadFile file) {}

    /**
     * By district and number, whatever order they are given in.
     *
     * @param keys public keys, or their fingerprints, that may have signed them
     */
    static KeptHeads read(List<Path> paths, Set<String> keys) throws IOException {
        List<Kept> files = new ArrayList<>();
        for (Path path : paths) {
            for (Path file : Files.isDirectory(path) ? in(path) : List.of(path)) {
                files.add(new Kept(file, one(file)));
            }
        }
        files.sort(Comparator.comparing((Kept kept) -> kept.file().end().district())
                .thenComparingLong(kept -> kept.file().issue().number()));
        return new KeptHeads(files, keys);
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> files = found.filter(folder.getFileSystem().getPathMatcher("glob:**/" + FILES)::matches)
                    .sorted().toList();
            if (files.isEmpty()) {
                throw new StartRefused(folder + "：没有链尾文件（" + FILES + "） · no head files in this folder");
            }
            return files;
        }
    }

    private static HeadFile one(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw wrong(file, 1, "太大了 · too large");
            }
            return switch (HeadFile.read(Files.readString(file))) {
                case HeadFile.Whole whole -> whole.file();
                case HeadFile.Wrong wrong -> throw wrong(file, wrong.line(),
                        "这一行应为 · this line should be: " + wrong.example().strip());
            };
        } catch (NoSuchFileException none) {
            throw new StartRefused(file + "：没有这个文件 · there is no such file");
        } catch (CharacterCodingException none) {
            throw wrong(file, 1, "不是 UTF-8 文本 · is no text in UTF-8");
        }
    }

    private static StartRefused wrong(Path file, int line, String what) {
        return new StartRefused(file + ":" + line + ": 不是链尾文件，" + what);
    }

    /** Holds a district's files against its chain; false where one of them is not good. */
    boolean agree(Consumer<String> says, String district, Result walk, Verification chain) {
        boolean good = true;
        long agreed = 0;
        long number = 0;
        for (Kept kept : files) {
            HeadFile file = kept.file();
            if (file.end().district().equals(district)) {
                missing(says, district, number, file.issue().number());
                number = file.issue().number();
                HeadCheck check = HeadCheck.of(file, keys, Optional.of(walk), chain.line(file.end().lines()));
                good &= check.good();
                tell(says, kept, check, where(check, file, agreed, walk));
                agreed = check.good() ? Math.max(agreed, file.end().lines()) : agreed;
            }
        }
        return good;
    }

    /** A file of a district that is gone from the database speaks for itself. */
    boolean known(Consumer<String> says, List<String> districts) {
        List<Kept> strangers = files.stream().filter(kept -> !districts.contains(kept.file().end().district()))
                .toList();
        strangers.forEach(kept -> tell(says, kept,
                HeadCheck.of(kept.file(), keys, Optional.empty(), Optional.empty()), ""));
        return strangers.isEmpty();
    }

    private static void missing(Consumer<String> says, String district, long last, long next) {
        if (last > 0 && next > last + 1) {
            says.accept("  " + district + " 第 " + (last + 1) + (next > last + 2 ? "–" + (next - 1) : "")
                    + " 份不在这里 · these numbers are not among the files");
        }
    }

    private static String where(HeadCheck check, HeadFile file, long agreed, Result walk) {
        return switch (check.chain()) {
            case AGREES, NO_DISTRICT -> "";
            case REWRITTEN ->
                "（第 " + (agreed + 1) + "–" + file.end().lines() + " 行之间被改写 · rewritten within these lines）";
            case CUT_OFF -> "（当时有 " + file.end().lines() + " 行 · it had so many lines then）";
            case BROKEN -> walk instanceof Broken broken
                    ? "（第 " + broken.number() + " 行 · line " + broken.number() + "）"
                    : "";
        };
    }

    private static void tell(Consumer<String> says, Kept kept, HeadCheck check, String where) {
        HeadFile file = kept.file();
        says.accept((check.good() ? "  相符 · agrees: " : "  不符 · does NOT agree: ") + kept.path());
        says.accept("    第 " + file.issue().number() + " 份 · no. " + file.issue().number() + ", " + file.issue().day()
                + ", " + file.end().lines() + " 行 lines, 校验码 check code " + file.code());
        says.accept("    签名 · signature: " + words(check.signer()) + " (" + file.fingerprint() + ")");
        // What a forged file says about a chain says nothing about the chain.
        if (check.signer() != HeadCheck.Signer.FORGED) {
            says.accept("    日志 · chain: " + words(check.chain()) + where);
        }
    }

    private static String words(HeadCheck.Signer signer) {
        return switch (signer) {
            case OURS -> "有效 good";
            case UNKNOWN -> "有效，但不是本机的钥匙；与纸上抄的公钥指纹核对后，用 --key 指明 · good, by a key that is not known here; compare the "
                    + "fingerprint with the one on paper and name it by --key";
            case FORGED -> "无效，文件被改过或是伪造的 · NOT good: the file was changed or is forged";
        };
    }

    private static String words(HeadCheck.Chain chain) {
        return switch (chain) {
            case AGREES -> "相符 passes through this head";
            case REWRITTEN -> "已不是当时的日志 is another one";
            case CUT_OFF -> "被截短 was cut off";
            case BROKEN -> "这之前已有改动 is broken before it";
            case NO_DISTRICT -> "库里没有这个区 no such district in the database";
        };
    }
}
