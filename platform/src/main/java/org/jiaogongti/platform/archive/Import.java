package org.jiaogongti.platform.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.archive.Manifest.Layout;
import org.jiaogongti.platform.archive.Manifest.Sum;
import org.jiaogongti.platform.archive.model.Names;
import org.jiaogongti.platform.archive.model.Sums;
import org.jiaogongti.platform.archive.store.Catalogue;
import org.jiaogongti.platform.archive.store.Rows;
import org.jiaogongti.platform.archive.store.Session;
import org.jiaogongti.platform.evidence.EvidenceTransport;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.journal.Means;
import org.jiaogongti.platform.seal.KeyTransport;

/**
 * Takes a district into an installation that does not have it. First the whole archive is checked, then its files are put on the
 * disk, then all rows go in and are compared with the archive in one transaction: a failure at any moment leaves no row, and no
 * file that a row names.
 */
public final class Import {

    private final ArchiveSite site;
    private final Circumstances about;

    public Import(ArchiveSite site, Circumstances about) {
        this.site = site;
        this.about = about;
    }

    /**
     * One table, or the files, in the archive and in the database that took them.
     *
     * @param source what the manifest says
     * @param target read back from where it went
     */
    public record Compared(String what, long sourceRows, long targetRows, String source, String target) {

        public boolean equal() {
            return sourceRows == targetRows && source.equals(target);
        }
    }

    /**
     * What came of it; taken in only if everything is equal.
     */
    public record Taken(Manifest manifest, List<Compared> compared) {

        public boolean equal() {
            return compared.stream().allMatch(Compared::equal);
        }
    }

    /**
     * Checks an archive without a database.
     *
     * @param passphrase empty where only the sums are to be checked
     */
    public static Export.Written check(Path file, char[] passphrase, Circumstances.Tells tells) throws IOException {
        try (ArchiveFile archive = ArchiveFile.open(file)) {
            if (passphrase.length > 0) {
                archive.keys(passphrase);
            }
            archive.check(tells);
            return new Export.Written(archive.manifest(), archive.manifestSha256());
        }
    }

    public Taken take(Path file, char[] passphrase) throws IOException {
        try (ArchiveFile archive = ArchiveFile.open(file); Session session = Session.open(site)) {
            Map<Integer, byte[]> keys = archive.keys(passphrase);
            String district = district(archive.manifest());
            if (!session.lockImports()) {
                throw ArchiveRefused.because("另一个导入正在进行，请等它结束。", "Another import is under way; wait for its end.");
            }
            session.begin(district, false);
            List<Layout> tables = fitting(session, archive.manifest());
            session.commit();
            archive.check(about.tells());
            return take(archive, keys, session, tables);
        }
    }

    private static String district(Manifest manifest) {
        try {
            return new District(manifest.district().code()).code();
        } catch (IllegalArgumentException none) {
            throw ArchiveRefused.damaged(Names.MANIFEST, "没有区划代码", "names no district");
        }
    }

    /** The tables as they are here, in the archive's order; names from an archive never reach a statement. */
    private List<Layout> fitting(Session session, Manifest manifest) {
        Manifest.Named coming = manifest.district();
        if (session.districts().stream().anyMatch(known -> known.code().equals(coming.code()))) {
            throw ArchiveRefused.because("这里已经有 " + coming.code() + " " + coming.name() + "：导入不会合并，也不会覆盖。请导入到没有它的系统。",
                    "District " + coming.code() + " is here already; an import neither merges nor replaces.");
        }
        List<String> here = session.migrations();
        if (!here.containsAll(manifest.migrations())) {
            throw ArchiveRefused.because("归档来自更新的版本（" + manifest.program() + "）：请先把这里升级到同一版本。",
                    "The archive is of a newer version (" + manifest.program()
                            + "); bring this installation up to it first.");
        }
        if (!manifest.migrations().containsAll(here)) {
            throw ArchiveRefused.because("归档来自更旧的版本（" + manifest.program() + "）：请把原系统升级到同一版本，再导出一次。",
                    "The archive is of an older version (" + manifest.program()
                            + "); bring the other installation up to this one and export again.");
        }
        Map<String, Layout> moving = new LinkedHashMap<>();
        new Catalogue(session).moving().forEach(table -> moving.put(table.name(), table));
        TreeSet<String> names = new TreeSet<>();
        for (Manifest.Table table : manifest.tables()) {
            Layout own = moving.get(table.name());
            if (own == null || !table.fits(own)) {
                throw differs(table.name());
            }
            names.add(table.name());
        }
        moving.keySet().stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw differs(name);
        });
        return List.copyOf(moving.values());
    }

    private static ArchiveRefused differs(String table) {
        return ArchiveRefused.because("表 " + table + " 与归档里的不一样：两边须是同一版本。",
                "Table " + table + " is not the same here and in the archive: both need the same version.");
    }

    private Taken take(ArchiveFile archive, Map<Integer, byte[]> keys, Session session, List<Layout> tables)
            throws IOException {
        String district = archive.manifest().district().code();
        EvidenceTransport files = new EvidenceTransport(session.source(), site.data(), district);
        boolean kept = false;
        try {
            archive.eachFile(files::keep);
            session.begin(district, false);
            Rows rows = new Rows(session, district);
            for (Layout table : tables) {
                try (InputStream in = archive.table(table.name())) {
                    about.tells().step(table.name() + " " + rows.in(table, in));
                }
            }
            KeyTransport transport = new KeyTransport(session.source(), site.seal(), district, about.clock());
            transport.adopt(keys);
            Taken taken = new Taken(archive.manifest(),
                    compared(archive.manifest(), keys, session, tables, files));
            if (taken.equal()) {
                note(session, archive);
                session.commit();
                kept = true;
            }
            return taken;
        } finally {
            if (!kept) {
                takeBack(session, files);
            }
        }
    }

    private static void takeBack(Session session, EvidenceTransport files) throws IOException {
        try {
            session.rollback();
        } finally {
            files.removeAll();
        }
    }

    private List<Compared> compared(Manifest manifest, Map<Integer, byte[]> keys, Session session,
            List<Layout> tables, EvidenceTransport files) throws IOException {
        String district = manifest.district().code();
        Rows rows = new Rows(session, district);
        Map<String, Manifest.Table> said = new LinkedHashMap<>();
        manifest.tables().forEach(table -> said.put(table.name(), table));
        List<Compared> compared = new ArrayList<>();
        for (Layout table : tables) {
            Manifest.Table source = said.get(table.name());
            Sums sums = Sums.only();
            long count = rows.out(table, sums);
            if (source != null) {
                compared.add(new Compared(table.name(), source.rows(), count, text(source.sum()), text(sums.sum())));
            }
        }
        compared.add(evidence(manifest.evidence(), files));
        Map<Integer, byte[]> opened = new KeyTransport(session.source(), site.seal(), district, about.clock())
                .opened();
        boolean same = opened.keySet().equals(keys.keySet())
                && keys.entrySet().stream().allMatch(key -> Arrays.equals(key.getValue(), opened.get(key.getKey())));
        compared.add(new Compared("seal.data_key", keys.size(), opened.size(), "", same ? "" : "?"));
        Manifest.Chain chain = Chains.end(session, district);
        compared.add(new Compared("journal", manifest.journal().lines(), chain.lines(),
                manifest.journal().sm3() + manifest.journal().fault(), chain.sm3() + chain.fault()));
        return compared;
    }

    private static String text(Sum sum) {
        return sum.sha256() + " " + sum.sm3();
    }

    private static Compared evidence(Manifest.Evidence source, EvidenceTransport files) throws IOException {
        Sums all = Sums.only();
        long[] count = {0};
        files.each(sha256 -> {
            Sums one = Sums.only();
            try (InputStream bytes = files.open(sha256)) {
                bytes.transferTo(new Both(one, all));
            } catch (NoSuchFileException missing) {
                return;
            }
            if (one.sum().sha256().equals(sha256)) {
                count[0]++;
            }
        });
        return new Compared("evidence", source.files(), count[0], source.sm3(), all.sum().sm3());
    }

    /** The first line here: the chain goes on where the other installation's ended. */
    private void note(Session session, ArchiveFile archive) {
        Means.call("jgt district import, " + about.person(),
                () -> Journal.over(session.source(), about.clock()).write(Actor.system(), "DistrictImported",
                        "district", null, Map.of("manifest", archive.manifestSha256(), "exportedAt",
                                archive.manifest().exportedAt(), "program", archive.manifest().program())));
    }
}
