package org.jiaogongti.platform.shell.model;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.jiaogongti.platform.shell.OfficialDocument;
import org.jiaogongti.platform.shell.OfficialDocument.Addressee;
import org.jiaogongti.platform.shell.OfficialDocument.Block;
import org.jiaogongti.platform.shell.OfficialDocument.Heading;
import org.jiaogongti.platform.shell.OfficialDocument.Note;
import org.jiaogongti.platform.shell.OfficialDocument.Paragraph;
import org.jiaogongti.platform.shell.OfficialDocument.Picture;
import org.jiaogongti.platform.shell.OfficialDocument.Signature;
import org.jiaogongti.platform.shell.OfficialDocument.Table;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** The document as Word, in the official typefaces, on the sheet of the standard. */
public final class WordFile {

    private static final String FONT_PART = "/word/fontTable.xml";
    private static final String FONT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
    private static final String FONT_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final double POINTS_PER_MM = 72 / 25.4;
    /** A picture leaves room for its caption on the page. */
    private static final int TALLEST_PICTURE_MM = 190;
    /** A hundredth of a body character, in twips, times a hundred. */
    private static final int TWIPS_PER_CHARACTER = Sheet.BODY_POINTS * 20;

    private final XWPFDocument word;

    private WordFile(XWPFDocument word) {
        this.word = word;
    }

    public static byte[] of(OfficialDocument document) {
        try (XWPFDocument word = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new WordFile(word).write(document);
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XmlException | InvalidFormatException e) {
            throw new IllegalStateException("the Word file's own parts cannot be read", e);
        }
    }

    private void write(OfficialDocument document) throws IOException, XmlException, InvalidFormatException {
        try (InputStream styles = resource("/shell/word-styles.xml")) {
            word.createStyles().setStyles(StylesDocument.Factory.parse(styles).getStyles());
        }
        fonts();
        word.getProperties().getCoreProperties().setTitle(Legible.written(document.title()));
        word.getProperties().getCoreProperties().setCreator("jiaogongti");
        if (document.label() != null) {
            paragraph("Label", document.label());
        }
        paragraph("DocumentTitle", document.title());
        int ending = Ending.begin(document.blocks());
        for (int at = 0; at < document.blocks().size(); at++) {
            int before = word.getBodyElements().size();
            block(document.blocks().get(at));
            if (at >= ending && at + 1 < document.blocks().size()) {
                keepWithNext(before);
            }
        }
        footer(HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
        footer(HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
        word.setEvenAndOddHeadings(true);
        sheet();
    }

    private static InputStream resource(String name) {
        InputStream file = WordFile.class.getResourceAsStream(name);
        if (file == null) {
            throw new IllegalStateException("no " + name + " on the class path\nThe build has left it out.");
        }
        return file;
    }

    private void fonts() throws IOException, InvalidFormatException {
        PackagePartName name = PackagingURIHelper.createPartName(FONT_PART);
        PackagePart part = word.getPackage().createPart(name, FONT_TYPE);
        try (InputStream file = resource("/shell/word-fonts.xml"); OutputStream to = part.getOutputStream()) {
            file.transferTo(to);
        }
        word.getPackagePart().addRelationship(name, TargetMode.INTERNAL, FONT_RELATION);
    }

    private void sheet() {
        CTSectPr section = word.getDocument().getBody().isSetSectPr()
                ? word.getDocument().getBody().getSectPr()
                : word.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(Sheet.twips(Sheet.WIDTH_MM));
        size.setH(Sheet.twips(Sheet.HEIGHT_MM));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(Sheet.twips(Sheet.TOP_MM));
        margins.setRight(Sheet.twips(Sheet.RIGHT_MM));
        margins.setBottom(Sheet.twips(Sheet.BOTTOM_MM));
        margins.setLeft(Sheet.twips(Sheet.LEFT_MM));
        margins.setHeader(Sheet.twips(Sheet.FOOTER_MM));
        margins.setFooter(Sheet.twips(Sheet.FOOTER_MM));
        margins.setGutter(BigInteger.ZERO);
        CTDocGrid grid = section.addNewDocGrid();
        grid.setType(STDocGrid.LINES_AND_CHARS);
        grid.setLinePitch(Sheet.linePitch());
        grid.setCharSpace(Sheet.characterSpace());
    }

    private void block(Block block) throws IOException, InvalidFormatException {
        switch (block) {
            case Heading heading -> paragraph("Level" + heading.level(), heading.text());
            case Paragraph paragraph -> paragraph("Body", paragraph.text());
            case Addressee addressee -> paragraph("Addressee", addressee.text());
            case Table table -> table(table);
            case Picture picture -> picture(picture);
            case Signature signature -> signature(signature);
            case Note note -> paragraph("Note", note.text());
        }
    }

    /** What was written since then stays on the page of what follows. */
    private void keepWithNext(int since) {
        for (IBodyElement element : word.getBodyElements().subList(since, word.getBodyElements().size())) {
            if (element instanceof XWPFParagraph paragraph) {
                paragraph.setKeepNext(true);
            } else if (element instanceof XWPFTable table) {
                table.getRows().forEach(row -> row.getTableCells().forEach(cell -> cell.getParagraphs()
                        .forEach(paragraph -> paragraph.setKeepNext(true))));
            }
        }
    }

    private XWPFParagraph paragraph(String style, String text) {
        return styled(word.createParagraph(), style, text);
    }

    private static XWPFParagraph styled(XWPFParagraph paragraph, String style, String text) {
        paragraph.setStyle(style);
        XWPFRun run = paragraph.createRun();
        List<String> lines = Legible.written(text).lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (line > 0) {
                run.addBreak();
            }
            run.setText(lines.get(line));
        }
        return paragraph;
    }

    private void table(Table table) {
        XWPFTable grid = word.createTable(table.rows().size() + 1, table.heads().size());
        CTTblLayoutType layout = grid.getCTTbl().getTblPr().addNewTblLayout();
        layout.setType(STTblLayoutType.FIXED);
        int whole = table.shares().stream().mapToInt(Integer::intValue).sum();
        List<Integer> widths = table.shares().stream()
                .map(share -> Sheet.twips(Sheet.TEXT_WIDTH_MM).intValue() * share / whole).toList();
        grid.setWidth(widths.stream().mapToInt(Integer::intValue).sum());
        row(grid.getRow(0), "TableHead", table.heads(), widths);
        grid.getRow(0).setRepeatHeader(true);
        for (int row = 0; row < table.rows().size(); row++) {
            row(grid.getRow(row + 1), "TableCell", table.rows().get(row), widths);
        }
        var columns = grid.getCTTbl().getTblGrid() == null
                ? grid.getCTTbl().addNewTblGrid()
                : grid.getCTTbl().getTblGrid();
        while (columns.sizeOfGridColArray() > 0) {
            columns.removeGridCol(0);
        }
        widths.forEach(width -> columns.addNewGridCol().setW(BigInteger.valueOf(width)));
    }

    private static void row(XWPFTableRow row, String style, List<String> texts, List<Integer> widths) {
        row.setCantSplitRow(true);
        for (int column = 0; column < texts.size(); column++) {
            XWPFTableCell cell = row.getCell(column);
            cell.setWidth(String.valueOf(widths.get(column)));
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            styled(cell.getParagraphs().getFirst(), style, texts.get(column));
        }
    }

    private void picture(Picture picture) throws IOException, InvalidFormatException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        if (image == null) {
            throw new IllegalArgumentException("a picture that is neither PNG nor JPEG\nConvert it first.");
        }
        // At 96 dots an inch a pixel is three quarters of a point.
        double shrink = Math.min(0.75, Math.min(Sheet.TEXT_WIDTH_MM * POINTS_PER_MM / image.getWidth(),
                TALLEST_PICTURE_MM * POINTS_PER_MM / image.getHeight()));
        boolean png = startsWith(picture.bytes(), PNG);
        XWPFParagraph place = word.createParagraph();
        place.setStyle("Picture");
        var drawn = place.createRun().addPicture(new ByteArrayInputStream(picture.bytes()),
                png
                        ? org.apache.poi.common.usermodel.PictureType.PNG
                        : org.apache.poi.common.usermodel.PictureType.JPEG,
                png ? "picture.png" : "picture.jpg", Units.toEMU(image.getWidth() * shrink),
                Units.toEMU(image.getHeight() * shrink));
        drawn.getCTPicture().getNvPicPr().getCNvPr().setDescr(Legible.written(picture.says()));
        paragraph("Caption", picture.caption());
    }

    static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }

    private void signature(Signature signature) {
        SignaturePlace place = SignaturePlace.of(signature);
        XWPFParagraph issuer = paragraph("Signature", signature.organisation());
        issuer.setSpacingBefore(Sheet.linePitch().intValue() * 2);
        issuer.setKeepNext(true);
        free(issuer, place.issuerIndent());
        free(paragraph("Signature", place.date()), place.dateIndent());
    }

    private static void free(XWPFParagraph paragraph, int hundredths) {
        CTPPr properties = paragraph.getCTP().getPPr();
        CTInd indent = properties.isSetInd() ? properties.getInd() : properties.addNewInd();
        indent.setRightChars(BigInteger.valueOf(hundredths));
        indent.setRight(BigInteger.valueOf((long) hundredths * TWIPS_PER_CHARACTER / 100));
    }

    /** — 3 —, a character from the outer edge. */
    private void footer(HeaderFooterType pages, ParagraphAlignment side) {
        XWPFParagraph line = word.createFooter(pages).createParagraph();
        line.setStyle("PageNumber");
        line.setAlignment(side);
        CTInd indent = line.getCTP().getPPr().addNewInd();
        if (side == ParagraphAlignment.RIGHT) {
            indent.setRight(BigInteger.valueOf(280));
        } else {
            indent.setLeft(BigInteger.valueOf(280));
        }
        line.createRun().setText("— ");
        line.getCTP().addNewFldSimple().setInstr("PAGE");
        line.getCTP().getFldSimpleArray(0).addNewR().addNewT().setStringValue("1");
        line.createRun().setText(" —");
    }
}
