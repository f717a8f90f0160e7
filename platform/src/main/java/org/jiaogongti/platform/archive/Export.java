package org.jiaogongti.platform.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.archive.model.Keys;
import org.jiaogongti.platform.archive.model.LeftOut;
import org.jiaogongti.platform.archive.Manifest.Layout;
import org.jiaogongti.platform.archive.model.Names;
import org.jiaogongti.platform.archive.model.Sums;
import org.jiaogongti.platform.archive.store.Catalogue;
import org.jiaogongti.platform.archive.store.Rows;
import org.jiaogongti.platform.archive.store.Session;
import org.jiaogongti.platform.archive.store.Session.Known;
import org.jiaogongti.platform.evidence.EvidenceTransport;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.journal.Means;
import org.jiaogongti.platform.seal.KeyTransport;

/**
 * Writes a district into one file while the server may go on working: everything is read from one snapshot, row by row and block
 * by block. The file has its name only when it is whole and on the disk.
 */
public final class Export {

    /** The same for every entry: the same rows give the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int FILES_A_STEP = 1_000;

    private final ArchiveSite site;
    private final Circumstances about;

    public Export(ArchiveSite site, Circumstances about) {
        this.site = site;
        this.about = about;
    }

    /** The name of a file while it is being written; a killed export leaves it behind, and the next one replaces it. */
    public static Path half(Path to) {
        return to.resolveSibling(to.getFileName() + ".half");
    }

    /**
     * What was written.
     *
     * @param manifestSha256 to be noted on paper: it stands for everything in the archive
     */
    public record Written(Manifest manifest, String manifestSha256) {}

    /**
     * Writes the archive.
     *
     * @param code of the district, or empty where there is only one
     */
    public Written write(String code, Path to, char[] passphrase) throws IOException {
        if (Files.exists(to)) {
            throw ArchiveRefused.because("文件已存在：" + to + "，请换一个名字。",
                    to + " exists already; choose another name.");
        }
        Path half = half(to);
        Files.deleteIfExists(half);
        try (Session session = Session.open(site)) {
            Known district = chosen(session.districts(), code);
            note(session, district, to);
            session.begin(district.code(), true);
            Written written;
            try (FileChannel channel = FileChannel.open(half,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                written = write(session, district, channel, passphrase);
                channel.force(true);
            }
            Files.move(half, to, StandardCopyOption.ATOMIC_MOVE);
            return written;
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(half);
            throw failed;
        }
    }

    private static Known chosen(List<Known> districts, String code) {
        List<Known> meant = districts.stream().filter(one -> code.isEmpty() || one.code().equals(code)).toList();
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        List<String> codes = districts.stream().map(one -> one.code() + " " + one.name()).toList();
        throw districts.isEmpty()
                ? ArchiveRefused.because("这里还没有区。", "There is no district here yet.")
                : ArchiveRefused.because("请用 --district 指明哪个区：" + String.join("、", codes),
                        "Name one in --district: " + String.join(", ", codes));
    }

    /** Before anything is read: what leaves the building has left its line, even if it is killed half way. */
    private void note(Session session, Known district, Path to) {
        session.begin(district.code(), false);
        Means.call("jgt district export, " + about.person(),
                () -> Journal.over(session.source(), about.clock()).write(Actor.system(), "DistrictExportBegun",
                        "district", null, Map.of("file", String.valueOf(to.getFileName()))));
        session.commit();
    }

    private Written write(Session session, Known district, FileChannel channel, char[] passphrase)
            throws IOException {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        Catalogue catalogue = new Catalogue(session);
        List<String> unknown = catalogue.unknown();
        if (!unknown.isEmpty()) {
            throw ArchiveRefused.because("不知道这些表该不该搬：" + String.join("、", unknown) + "。它们不是本系统建的，请移到别的数据库。",
                    "Tables that this build does not know: " + String.join(", ", unknown)
                            + ". Move them to a database of their own.");
        }
        ZipOutputStream zip = new ZipOutputStream(out);
        Manifest manifest = manifest(session, district, catalogue, zip);
        byte[] text = ArchiveJson.bytes(manifest);
        begin(zip, Names.MANIFEST);
        Sums sums = new Sums(zip);
        sums.write(text);
        String sha256 = sums.sum().sha256();
        begin(zip, Names.KEYS);
        zip.write(ArchiveJson.bytes(Keys.seal(
                new KeyTransport(session.source(), site.seal(), district.code(), about.clock()).opened(), passphrase,
                site.seal().cipher(), district.code(), sha256)));
        zip.closeEntry();
        zip.finish();
        out.flush();
        return new Written(manifest, sha256);
    }

    private Manifest manifest(Session session, Known district, Catalogue catalogue, ZipOutputStream zip)
            throws IOException {
        Rows rows = new Rows(session, district.code());
        List<Manifest.Table> tables = new ArrayList<>();
        for (Layout table : catalogue.moving()) {
            if (rows.unsealed(table)) {
                throw ArchiveRefused.because("还有没封存的旧内容（" + table.name() + "）：请先启动一次服务，再导出。",
                        table.name() + " holds what is not sealed yet; start the server once, then export.");
            }
            begin(zip, Names.table(table.name()));
            Sums sums = new Sums(zip);
            long count = rows.out(table, sums);
            tables.add(new Manifest.Table(table.name(), table.columns(), table.key(), count, sums.sum()));
            about.tells().step(table.name() + " " + count);
        }
        Manifest.Evidence evidence = evidence(session, district, zip);
        List<Manifest.Left> left = catalogue.all().values().stream()
                .filter(table -> LeftOut.has(table.name()) && table.ofDistrict())
                .map(table -> new Manifest.Left(table.name(), rows.count(table), LeftOut.why(table.name()))).toList();
        return new Manifest(Manifest.FORMAT, Manifest.VERSION, about.program(), session.migrations(),
                new Manifest.Named(district.code(), district.name()), about.clock().today().toString(),
                about.clock().now().toString(), tables, evidence, Chains.end(session, district.code()), left);
    }

    private Manifest.Evidence evidence(Session session, Known district, ZipOutputStream zip) throws IOException {
        EvidenceTransport files = new EvidenceTransport(session.source(), site.data(), district.code());
        long[] count = {0};
        Sums all = Sums.only();
        files.each(sha256 -> {
            begin(zip, Names.evidence(sha256));
            Sums one = new Sums(zip);
            try (InputStream bytes = files.open(sha256)) {
                bytes.transferTo(new Both(one, all));
            } catch (NoSuchFileException missing) {
                throw file(sha256, "不见了", "is missing");
            }
            if (!one.sum().sha256().equals(sha256)) {
                throw file(sha256, "被改动过", "was changed");
            }
            count[0]++;
            if (count[0] % FILES_A_STEP == 0) {
                about.tells().step("evidence " + count[0]);
            }
        });
        Manifest.Sum sum = all.sum();
        return new Manifest.Evidence(count[0], sum.bytes(), sum.sm3());
    }

    private ArchiveRefused file(String sha256, String chinese, String english) {
        return ArchiveRefused.because("证据文件 " + sha256 + " " + chinese + "：请先从备份放回 " + site.data(),
                "The file of evidence " + sha256 + " " + english + "; put it back from a backup first.");
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }
}
