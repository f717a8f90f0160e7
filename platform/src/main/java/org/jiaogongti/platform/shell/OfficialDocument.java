package org.jiaogongti.platform.shell;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.platform.shell.model.PdfCopy;
import org.jiaogongti.platform.shell.model.WordFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A document in the form of GB/T 9704-2012 (党政机关公文格式), as Word and as a PDF copy. The Word file names the official
 * typefaces and is what gets stamped; the copy is set in a free typeface and says so on every page.
 *
 * @param name of the file, without its ending
 * @param label what stands above the title of an annex (附件1), or null
 */
public record OfficialDocument(String name, @Nullable String label, String title, List<Block> blocks) {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public OfficialDocument {
        blocks = List.copyOf(blocks);
    }

    /** One thing below the other. */
    public sealed interface Block {}

    /**
     * A heading with its number written in it.
     *
     * @param level 1 to 4: 一、 (一) 1. (1)
     */
    public record Heading(int level, String text) implements Block {

        public Heading {
            if (level < 1 || level > 4) {
                throw new IllegalArgumentException("heading of level " + level + "\nUse 1 to 4.");
            }
        }
    }

    /** Running text, its first line two characters in. */
    public record Paragraph(String text) implements Block {}

    /** Text from the left edge: to whom the document goes. */
    public record Addressee(String text) implements Block {}

    /**
     * A table as wide as the text; its heads are repeated on every page.
     *
     * @param shares of the columns in the width; as many as there are heads
     */
    public record Table(List<Integer> shares, List<String> heads, List<List<String>> rows) implements Block {

        public Table {
            shares = List.copyOf(shares);
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
            int columns = heads.size();
            if (shares.size() != columns || rows.stream().anyMatch(row -> row.size() != columns)) {
                throw new IllegalArgumentException(
                        "a table of " + columns + " heads\nGive every row and the shares as many cells.");
            }
        }
    }

    /**
     * A picture in the middle, at most as wide as the text.
     *
     * @param bytes PNG or JPEG
     * @param says what it shows, for whoever does not see it
     */
    @SuppressWarnings("ArrayRecordComponent") // blocks are not compared
    public record Picture(byte[] bytes, String says, String caption) implements Block {}

    /** Small print below the date: what a reader needs to hold the document against its source. */
    public record Note(String text) implements Block {}

    /** Who issues it and when, at the right, where the seal goes. */
    public record Signature(String organisation, LocalDate date) implements Block {}

    public byte[] docx() {
        return WordFile.of(this);
    }

    /** The copy; its note is in the reader's language. */
    public byte[] pdf(Messages m) {
        return PdfCopy.of(this, m);
    }

    /**
     * As a download.
     *
     * @param format {@code docx}, else the copy as PDF
     */
    public ResponseEntity<byte[]> download(String format, Messages m) {
        boolean word = format.equals("docx");
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name + (word ? ".docx" : ".pdf"), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(word ? MediaType.parseMediaType(DOCX) : MediaType.APPLICATION_PDF)
                .body(word ? docx() : pdf(m));
    }
}
