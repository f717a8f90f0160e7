package org.jiaogongti.platform.shell.model;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.OfficialDocument;
import org.jiaogongti.platform.shell.OfficialDocument.Addressee;
import org.jiaogongti.platform.shell.OfficialDocument.Block;
import org.jiaogongti.platform.shell.OfficialDocument.Heading;
import org.jiaogongti.platform.shell.OfficialDocument.Note;
import org.jiaogongti.platform.shell.OfficialDocument.Paragraph;
import org.jiaogongti.platform.shell.OfficialDocument.Picture;
import org.jiaogongti.platform.shell.OfficialDocument.Signature;
import org.jiaogongti.platform.shell.OfficialDocument.Table;

/** The copy for reading: the same sheet as the Word file, set in a free typeface. */
public final class PdfCopy {

    private static final String STYLE = "/shell/copy.css";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private final StringBuilder out = new StringBuilder(4096);
    private final Set<Integer> missing = new TreeSet<>();

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PdfCopy() {}

    public static byte[] of(OfficialDocument document, Messages m) {
        String html = new PdfCopy().page(document, m);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder().withHtmlContent(html, null).useFont(PrintFont::open, PrintFont.FAMILY, 400,
                    FontStyle.NORMAL, true)
                    // The page carries all it shows; nothing is ever fetched.
                    .useExternalResourceAccessControl((address, _) -> address.startsWith("data:"),
                            ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    // Readable aloud; every typeface is embedded, so none of the machine's is looked for.
                    .usePdfUaAccessibility(true)
                    .withProducer("jiaogongti").toStream(file).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private String page(OfficialDocument document, Messages m) {
        if (document.label() != null) {
            element("p", "label", document.label());
        }
        element("h1", "title", document.title());
        int ending = Ending.begin(document.blocks());
        document.blocks().subList(0, ending).forEach(this::block);
        if (ending < document.blocks().size()) {
            out.append("<div class=\"ending\">");
            document.blocks().subList(ending, document.blocks().size()).forEach(this::block);
            out.append("</div>");
        }
        String content = out.toString();
        out.setLength(0);
        out.append("<html lang=\"zh-CN\"><head><meta name=\"subject\" content=\"")
                .append(text(document.title()).replace("\"", "&quot;"))
                .append("\"/><title>").append(text(document.title()))
                .append("</title><style>").append(style()).append("</style></head><body><div class=\"copy\">")
                .append(text(m.t("shell.copy.note")));
        if (!missing.isEmpty()) {
            out.append("<br/>").append(text(m.t("shell.copy.missing",
                    missing.stream().map(Legible::name).collect(Collectors.joining()))));
        }
        return out.append("</div>").append(content).append("</body></html>").toString();
    }

    private static String style() {
        try (InputStream file = PdfCopy.class.getResourceAsStream(STYLE)) {
            if (file == null) {
                throw new IllegalStateException("no " + STYLE + " on the class path\nThe build has left it out.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void block(Block block) {
        switch (block) {
            case Heading heading -> element("h2", "level" + heading.level(), heading.text());
            case Paragraph paragraph -> element("p", "body", paragraph.text());
            case Addressee addressee -> element("p", "addressee", addressee.text());
            case Table table -> table(table);
            case Picture picture -> picture(picture);
            case Signature signature -> signature(signature);
            case Note note -> element("p", "note", note.text());
        }
    }

    private void element(String name, String kind, String content) {
        out.append('<').append(name).append(" class=\"").append(kind).append("\">").append(text(content)).append("</")
                .append(name).append('>');
    }

    private String text(String raw) {
        return Legible.drawn(raw, PrintFont::draws, missing::add).replace("&", "&amp;").replace("<", "&lt;")
                .replace(">", "&gt;").replace("\n", "<br/>");
    }

    private void table(Table table) {
        int whole = table.shares().stream().mapToInt(Integer::intValue).sum();
        out.append("<table><thead><tr>");
        Iterator<Integer> shares = table.shares().iterator();
        for (String head : table.heads()) {
            out.append(String.format(Locale.ROOT, "<th style=\"width:%.2f%%\">", 100.0 * shares.next() / whole))
                    .append(text(head)).append("</th>");
        }
        out.append("</tr></thead><tbody>");
        for (List<String> row : table.rows()) {
            out.append("<tr>");
            row.forEach(cell -> element("td", "cell", cell));
            out.append("</tr>");
        }
        out.append("</tbody></table>");
    }

    private void picture(Picture picture) {
        String type = WordFile.startsWith(picture.bytes(), PNG) ? "png" : "jpeg";
        out.append("<div class=\"picture\"><img src=\"data:image/").append(type).append(";base64,")
                .append(Base64.getEncoder().encodeToString(picture.bytes())).append("\" alt=\"")
                .append(text(picture.says()).replace("\"", "&quot;")).append("\"/>");
        element("p", "caption", picture.caption());
        out.append("</div>");
    }

    private void signature(Signature signature) {
        SignaturePlace place = SignaturePlace.of(signature);
        out.append("<div class=\"signature\">");
        signed(place.issuerIndent(), signature.organisation());
        signed(place.dateIndent(), place.date());
        out.append("</div>");
    }

    private void signed(int hundredths, String content) {
        out.append(String.format(Locale.ROOT, "<p style=\"margin-right:%.2fem\">", hundredths / 100.0))
                .append(text(content)).append("</p>");
    }
}
