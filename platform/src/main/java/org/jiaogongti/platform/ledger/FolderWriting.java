package org.jiaogongti.platform.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.ledger.Folder.Made;
import org.jiaogongti.platform.ledger.Folder.Order;
import org.jiaogongti.platform.ledger.Ledger.Section;
import org.jiaogongti.platform.ledger.model.EvidenceList;
import org.jiaogongti.platform.ledger.model.EvidenceList.Piece;
import org.jiaogongti.platform.ledger.model.FolderIndex;
import org.jiaogongti.platform.ledger.model.LedgerBook;
import org.jiaogongti.platform.ledger.model.LedgerPaper;
import org.jiaogongti.platform.ledger.model.LedgerText;
import org.jiaogongti.platform.ledger.model.SafeNames;
import org.jiaogongti.platform.ledger.model.ZipParts;
import org.jiaogongti.platform.shell.Messages;

/** Writes one folder duty by duty; of all evidence only a block at a time is in memory. */
final class FolderWriting {

    private static final int PIECES_A_STEP = 20;

    private final Ledgers ledgers;
    private final EvidenceFiles evidence;
    private final Actor actor;
    private final Order order;
    private final Messages m;
    private final ZipParts zip;
    private final SafeNames names = new SafeNames();
    private final Watch watch;
    private int done;
    private int sections;
    private int total;
    private int files;
    private int missing;
    private long bytes;

    /** Is told how far it is. */
    interface Watch {

        /** @throws Unwanted where nobody wants it any more */
        void at(Made made) throws Unwanted;
    }

    /** It was stopped, or another server makes it. */
    static final class Unwanted extends Exception {

        private static final long serialVersionUID = 1L;
    }

    FolderWriting(Ledgers ledgers, EvidenceFiles evidence, Actor actor, Order order, Messages m, OutputStream out,
            Watch watch) {
        this.ledgers = ledgers;
        this.evidence = evidence;
        this.actor = actor;
        this.order = order;
        this.m = m;
        this.zip = new ZipParts(out, names);
        this.watch = watch;
    }

    Made write() throws IOException, Unwanted {
        LedgerAsked asked = order.asked();
        List<String> duties = asked.duties().isEmpty() ? ledgers.duties(actor, asked) : asked.duties();
        total = duties.size();
        FolderIndex index = new FolderIndex(m, open(asked.of(List.of())).heading(), order.purpose());
        for (String duty : duties) {
            Ledger ledger = open(asked.of(List.of(duty)));
            for (Section section : ledger.sections()) {
                index.add(section(ledger, section));
            }
            done++;
            watch.at(made());
        }
        zip.add("", m.t("ledger.index.file") + ".html",
                out -> out.write(index.page().getBytes(StandardCharsets.UTF_8)));
        zip.add("", m.t("ledger.index.file") + ".docx", out -> out.write(index.document().docx()));
        zip.add("", m.t("ledger.index.file") + ".xlsx", out -> out.write(index.table().xlsx()));
        zip.finish("sha256.txt");
        return made();
    }

    private Made made() {
        return new Made(done, total, files, missing, bytes, null);
    }

    private Ledger open(LedgerAsked asked) {
        return ledgers.open(actor, asked).orElseThrow(
                () -> new IllegalStateException("the ledger that was ordered is not there any more\nOrder it again."));
    }

    private FolderIndex.Line section(Ledger ledger, Section section) throws IOException, Unwanted {
        LedgerText text = new LedgerText(m, ledger.heading().labels(), order.purpose().names());
        sections++;
        String folder = names.folder("%02d %s".formatted(sections, text.section(section)));
        String name = m.t("ledger.file");
        ZipParts.Entry paper = zip.add(folder, name + ".docx",
                out -> out.write(LedgerPaper.of(ledger, text).docx()));
        zip.add(folder, name + ".xlsx", out -> LedgerBook.write(ledger, text, out));
        List<Piece> pieces = EvidenceList.of(section).pieces();
        int lost = 0;
        for (Piece piece : pieces) {
            lost += piece(folder, piece) ? 0 : 1;
            if (piece.number() % PIECES_A_STEP == 0) {
                watch.at(made());
            }
        }
        missing += lost;
        return new FolderIndex.Line(sections, section.clause(), section.name(),
                m.t("ledger.index.sum", section.counted(), section.unit()),
                section.parts().stream().mapToInt(part -> part.counted().size()).sum(), pieces.size(), lost, folder,
                paper.path());
    }

    /** Says whether the piece was to be found. */
    private boolean piece(String folder, Piece piece) throws IOException {
        EvidenceItem item = piece.item();
        boolean small = order.small() && item.kind().picture();
        String name = "%03d %s %s %s".formatted(piece.number(), piece.line().date(), piece.line().host(),
                small ? item.name().replaceFirst("\\.[^.]*$", "") + ".jpg" : suffixed(item));
        try (InputStream in = small ? new ByteArrayInputStream(evidence.small(item)) : evidence.open(item)) {
            zip.copy(folder + "/" + m.t("ledger.folder.evidence"), name, in);
            files++;
            bytes += item.bytes();
            return true;
        } catch (UncheckedIOException lost) {
            return false;
        }
    }

    private static String suffixed(EvidenceItem item) {
        String suffix = "." + item.kind().suffix();
        String name = item.name();
        boolean has = name.toLowerCase(java.util.Locale.ROOT).endsWith(suffix)
                || name.toLowerCase(java.util.Locale.ROOT).endsWith(".jpeg");
        return has ? name : name + suffix;
    }
}
