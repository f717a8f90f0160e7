package org.jiaogongti.platform.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jiaogongti.platform.archive.model.Keys;
import org.jiaogongti.platform.archive.Manifest.Sum;
import org.jiaogongti.platform.archive.model.Names;
import org.jiaogongti.platform.archive.model.Sums;

/** An archive that is read: by names that are made here, and never beyond the lengths that its manifest gives. */
final class ArchiveFile implements AutoCloseable {

    private static final int LONGEST_DESCRIPTION = 16 << 20;
    private static final int BLOCK = 1 << 16;
    private static final String FILES = "evidence.file";

    private final ZipFile zip;
    private final Manifest manifest;
    private final String manifestSha256;

    private ArchiveFile(ZipFile zip) throws IOException {
        this.zip = zip;
        byte[] text = description(Names.MANIFEST);
        Head head = ArchiveJson.read(Names.MANIFEST, text, Head.class);
        if (!head.format().equals(Manifest.FORMAT) || head.formatVersion() != Manifest.VERSION) {
            throw ArchiveRefused.because(
                    "归档格式是 " + head.format() + " " + head.formatVersion() + "，本程序只读 " + Manifest.FORMAT + " "
                            + Manifest.VERSION + "。请用导出它的那个版本的程序。",
                    "The archive's format is " + head.format() + " " + head.formatVersion() + "; this build reads "
                            + Manifest.FORMAT + " " + Manifest.VERSION + ". Use the version that wrote it.");
        }
        this.manifest = ArchiveJson.read(Names.MANIFEST, text, Manifest.class);
        Sums sums = Sums.only();
        sums.write(text);
        this.manifestSha256 = sums.sum().sha256();
    }

    /** What every version of the format says. */
    private record Head(String format, int formatVersion) {}

    static ArchiveFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw ArchiveRefused.because("没有这个文件：" + file, "There is no such file: " + file);
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException broken) {
            throw ArchiveRefused.damaged(String.valueOf(file.getFileName()), "不完整，或不是归档文件",
                    "is cut off, or no archive at all");
        }
        try {
            return new ArchiveFile(zip);
        } catch (IOException | RuntimeException unreadable) {
            zip.close();
            throw unreadable;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    String manifestSha256() {
        return manifestSha256;
    }

    Map<Integer, byte[]> keys(char[] passphrase) throws IOException {
        return ArchiveJson.read(Names.KEYS, description(Names.KEYS), Keys.class)
                .open(passphrase, manifest.district().code(), manifestSha256)
                .orElseThrow(() -> ArchiveRefused.because("口令不对，或清单被改动过：封存的内容打不开。",
                        "The passphrase is wrong, or the manifest was changed: what is sealed does not open."));
    }

    InputStream table(String name) throws IOException {
        return zip.getInputStream(entry(Names.table(name)));
    }

    /** What is done with one file of evidence. */
    interface Visit {
        void file(String sha256, InputStream bytes) throws IOException;
    }

    /** Every file that the table of files names, one at a time. */
    void eachFile(Visit visit) throws IOException {
        eachRow((sha256, _) -> {
            try (InputStream bytes = zip.getInputStream(entry(Names.evidence(sha256)))) {
                visit.file(sha256, bytes);
            }
        });
    }

    /** Every sum, every name; {@link ArchiveRefused} names the first file at fault. */
    void check(Circumstances.Tells tells) throws IOException {
        Set<String> tables = new HashSet<>();
        for (Manifest.Table table : manifest.tables()) {
            if (!Names.isTable(table.name()) || !tables.add(table.name())) {
                throw ArchiveRefused.damaged(Names.MANIFEST, "列了不是表的名字", "names what is no table");
            }
            if (!checked(Names.table(table.name()), table.sum().bytes(), OutputStream.nullOutputStream())
                    .equals(table.sum())) {
                throw changed(Names.table(table.name()));
            }
        }
        tells.step("tables " + tables.size());
        Sums all = Sums.only();
        long[] files = {0};
        eachRow((sha256, bytes) -> {
            String name = Names.evidence(sha256);
            Sum sum = checked(name, bytes, all);
            if (sum.bytes() != bytes || !sum.sha256().equals(sha256)) {
                throw changed(name);
            }
            files[0]++;
        });
        Sum sum = all.sum();
        if (!new Manifest.Evidence(files[0], sum.bytes(), sum.sm3()).equals(manifest.evidence())) {
            throw ArchiveRefused.damaged("evidence/", "与清单不符", "is not what the manifest says");
        }
        tells.step("evidence " + files[0]);
        nothingElse(tables, 2L + tables.size() + files[0]);
    }

    private void nothingElse(Set<String> tables, long expected) throws IOException {
        entry(Names.KEYS);
        if (zip.size() == expected) {
            return;
        }
        Set<String> known = new HashSet<>(Set.of(Names.MANIFEST, Names.KEYS));
        tables.forEach(table -> known.add(Names.table(table)));
        String stranger = zip.stream().map(ZipEntry::getName)
                .filter(name -> !known.remove(name) && !name.matches("evidence/[0-9a-f]{2}/[0-9a-f]{64}")).findFirst()
                .orElse("evidence/");
        throw ArchiveRefused.damaged(stranger, "是清单里没有的文件", "is not in the manifest");
    }

    private interface Row {
        void file(String sha256, long bytes) throws IOException;
    }

    private void eachRow(Row row) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(table(FILES), StandardCharsets.UTF_8));
                CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format).get()) {
            for (CSVRecord record : parser) {
                String sha256 = record.get("sha256");
                if (!Names.isHash(sha256)) {
                    throw ArchiveRefused.damaged(Names.table(FILES), "有一行不是哈希", "has a row without a hash");
                }
                row.file(sha256, Long.parseLong(record.get("bytes")));
            }
        } catch (IllegalArgumentException | UncheckedIOException unreadable) {
            throw ArchiveRefused.damaged(Names.table(FILES), "读不懂", "cannot be read");
        }
    }

    private Sum checked(String name, long longest, OutputStream also) throws IOException {
        Sums sums = Sums.only();
        Both both = new Both(sums, also);
        try (InputStream in = zip.getInputStream(entry(name))) {
            byte[] block = new byte[BLOCK];
            long length = 0;
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                length += read;
                if (length > longest) {
                    throw changed(name);
                }
                both.write(block, 0, read);
            }
        } catch (ZipException broken) {
            throw changed(name);
        }
        return sums.sum();
    }

    private static ArchiveRefused changed(String name) {
        return ArchiveRefused.damaged(name, "与清单里的哈希不符", "does not have the hash that the manifest says");
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw ArchiveRefused.damaged(name, "不在归档里", "is not in it");
        }
        return entry;
    }

    private byte[] description(String name) throws IOException {
        try (InputStream in = zip.getInputStream(entry(name))) {
            byte[] bytes = in.readNBytes(LONGEST_DESCRIPTION + 1);
            if (bytes.length > LONGEST_DESCRIPTION) {
                throw ArchiveRefused.damaged(name, "太长", "is too long");
            }
            return bytes;
        } catch (ZipException broken) {
            throw changed(name);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
