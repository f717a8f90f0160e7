package org.jiaogongti.platform.disclosure.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jiaogongti.platform.evidence.FileKind;

/**
 * The words in a file, as far as a program can read them: of Word and Excel files every part that holds text, of a PDF its
 * text layer. A picture has none, and whatever cannot be read has none; a person looks at every file besides.
 */
public final class FileText {

    private static final int MOST_BYTES = 40_000_000;
    private static final int MOST_CHARACTERS = 2_000_000;

    private FileText() {}

    public static String of(FileKind kind, Supplier<InputStream> file) {
        try (InputStream in = file.get()) {
            String text = switch (kind) {
                case JPEG, PNG -> "";
                case PDF -> pdf(in);
                case DOCX, XLSX -> office(in);
            };
            return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        } catch (IOException | RuntimeException unreadable) {
            return "";
        }
    }

    private static String pdf(InputStream in) throws IOException {
        try (PDDocument document = Loader.loadPDF(in.readAllBytes())) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Runs of one paragraph or cell stay together, paragraphs and cells become lines. */
    private static String office(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        int left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null && left > 0; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xml")) {
                    byte[] part = zip.readNBytes(left);
                    left -= part.length;
                    text.append(new String(part, StandardCharsets.UTF_8)
                            .replaceAll("</(?:w:p|a:p|si|c|row|w:tc|dc:[a-z]+|cp:[A-Za-z]+)>", "\n")
                            .replaceAll("<[^>]*>", "").replace("&amp;", "&")).append('\n');
                }
            }
        }
        return text.toString();
    }
}
