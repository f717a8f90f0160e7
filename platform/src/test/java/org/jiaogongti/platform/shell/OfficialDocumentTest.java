package org.jiaogongti.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.jiaogongti.platform.shell.OfficialDocument.Addressee;
import org.jiaogongti.platform.shell.OfficialDocument.Block;
import org.jiaogongti.platform.shell.OfficialDocument.Heading;
import org.jiaogongti.platform.shell.OfficialDocument.Note;
import org.jiaogongti.platform.shell.OfficialDocument.Paragraph;
import org.jiaogongti.platform.shell.OfficialDocument.Picture;
import org.jiaogongti.platform.shell.OfficialDocument.Signature;
import org.jiaogongti.platform.shell.OfficialDocument.Table;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** The sheet of GB/T 9704-2012, read back from the files themselves. */
class OfficialDocumentTest {

    private static final Messages M = new MessageBook().in(Language.ZH);
    private static final double TWIPS_PER_MM = 1440 / 25.4;
    private static final double POINTS_PER_MM = 72 / 25.4;
    /** Two pages and a half of one running paragraph. */
    private static final String LONG = "共同体成员校要加强联系深入了解共同制定工作具体方案确定工作内容目标方法步骤和措施".repeat(40);

    private static OfficialDocument document(Block... blocks) {
        return new OfficialDocument("名单", "附件1", "共同体联络人、学科指导组组长名单", List.of(blocks));
    }

    private static OfficialDocument full() {
        return document(new Addressee("各小学："), new Heading(1, "一、组建共同体"), new Heading(2, "（一）学校管理"),
                new Heading(3, "1.业务管理"), new Heading(4, "（1）联络人"), new Paragraph(LONG),
                new Table(List.of(1, 2, 1), List.of("学科", "组长", "学校"),
                        List.of(List.of("语文", "示例教师01", "居敬小学"), List.of("数学", "示例教师𠮷", "A & B <C>"))),
                new Picture(picture(), "蓝色方块", "图1 示例"),
                new Signature("宁波市奉化区教育局", LocalDate.of(2019, 9, 11)), new Note("核验码 0000"));
    }

    private static byte[] picture() {
        BufferedImage image = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, 900, 300);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Document part(byte[] docx, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return Jsoup.parse(new String(zip.readAllBytes(), StandardCharsets.UTF_8), "", Parser.xmlParser());
                }
            }
        }
        throw new AssertionError("no part " + name);
    }

    private static Element one(Document part, String tag) {
        return part.getElementsByTag(tag).getFirst();
    }

    private static double millimetres(Element element, String attribute) {
        return Double.parseDouble(element.attr(attribute)) / TWIPS_PER_MM;
    }

    @Test
    void theWordSheetHasTheMarginsOfTheStandard() throws IOException {
        Document part = part(full().docx(), "word/document.xml");
        Element size = one(part, "w:pgSz");
        Element margins = one(part, "w:pgMar");
        assertThat(millimetres(size, "w:w")).isCloseTo(210, within(0.05));
        assertThat(millimetres(size, "w:h")).isCloseTo(297, within(0.05));
        assertThat(millimetres(margins, "w:top")).isCloseTo(37, within(0.05));
        assertThat(millimetres(margins, "w:left")).isCloseTo(28, within(0.05));
        assertThat(millimetres(size, "w:w") - millimetres(margins, "w:left") - millimetres(margins, "w:right"))
                .as("text width").isCloseTo(156, within(0.05));
        assertThat(millimetres(size, "w:h") - millimetres(margins, "w:top") - millimetres(margins, "w:bottom"))
                .as("text height").isCloseTo(225, within(0.05));
    }

    @Test
    void theWordGridHolds22LinesOf28Characters() throws IOException {
        byte[] docx = full().docx();
        Element grid = one(part(docx, "word/document.xml"), "w:docGrid");
        assertThat(grid.attr("w:type")).isEqualTo("linesAndChars");
        double height = 225 * TWIPS_PER_MM;
        assertThat((int) (height / Double.parseDouble(grid.attr("w:linePitch")))).isEqualTo(22);
        double character = 16 * 20 + Double.parseDouble(grid.attr("w:charSpace")) / 4096 * 20;
        assertThat((int) (156 * TWIPS_PER_MM / character)).isEqualTo(28);
        Element body = style(part(docx, "word/styles.xml"), "Normal");
        Element spacing = body.getElementsByTag("w:spacing").getFirst();
        assertThat(spacing.attr("w:lineRule")).isEqualTo("exact");
        assertThat((int) (height / Double.parseDouble(spacing.attr("w:line")))).isEqualTo(22);
    }

    private static Element style(Document styles, String id) {
        return styles.getElementsByTag("w:style").stream().filter(style -> style.attr("w:styleId").equals(id))
                .findFirst().orElseThrow();
    }

    @Test
    void everyLevelHasTheTypefaceAndSizeOfTheStandard() throws IOException {
        Document styles = part(full().docx(), "word/styles.xml");
        assertThat(face(styles, "Body")).isEqualTo("仿宋_GB2312 16.0");
        assertThat(face(styles, "DocumentTitle")).isEqualTo("方正小标宋简体 22.0");
        assertThat(face(styles, "Level1")).isEqualTo("黑体 16.0");
        assertThat(face(styles, "Level2")).isEqualTo("楷体_GB2312 16.0");
        assertThat(face(styles, "Level3")).isEqualTo("仿宋_GB2312 16.0");
        assertThat(face(styles, "Level4")).isEqualTo("仿宋_GB2312 16.0");
        assertThat(face(styles, "Label")).isEqualTo("黑体 16.0");
        assertThat(face(styles, "PageNumber")).isEqualTo("宋体 14.0");
        Document fonts = part(full().docx(), "word/fontTable.xml");
        assertThat(fonts.getElementsByTag("w:font").stream().filter(font -> font.attr("w:name").equals("仿宋_GB2312"))
                .map(font -> font.getElementsByTag("w:altName").attr("w:val"))).containsExactly("仿宋");
    }

    private static String face(Document styles, String id) {
        Element style = style(styles, id);
        return style.getElementsByTag("w:rFonts").getFirst().attr("w:eastAsia") + " "
                + Double.parseDouble(style.getElementsByTag("w:sz").getFirst().attr("w:val")) / 2;
    }

    @Test
    void allPartsKeepToTheSchemaAndUseKnownStyles() throws IOException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(full().docx()))) {
            List<XmlError> errors = new ArrayList<>();
            XmlOptions options = new XmlOptions().setErrorListener(errors);
            word.getDocument().validate(options);
            word.getFooterList().forEach(footer -> footer._getHdrFtr().validate(options));
            assertThat(errors).isEmpty();
            Set<String> used = new TreeSet<>();
            part(full().docx(), "word/document.xml").getElementsByTag("w:pStyle")
                    .forEach(style -> used.add(style.attr("w:val")));
            assertThat(used).contains("Label", "DocumentTitle", "Addressee", "Level1", "Level4", "Body", "TableHead",
                    "TableCell", "Picture", "Caption", "Signature", "Note").allSatisfy(id -> {
                        XWPFStyle style = word.getStyles().getStyle(id);
                        assertThat(style).as(id).isNotNull();
                    });
            assertThat(word.getTables().getFirst().getText()).contains("示例教师𠮷", "A & B <C>");
            assertThat(word.getTables().getFirst().getRow(0).isRepeatHeader()).isTrue();
        }
    }

    /** Text that ends just above the foot of a page: its last lines go over with the seal, as the standard asks. */
    @Test
    void theSealNeverStandsOnAPageWithoutText() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (int line = 0; line < 18; line++) {
            blocks.add(new Paragraph("第" + line + "条。"));
        }
        blocks.add(new Signature("宁波市奉化区教育局", LocalDate.of(2019, 9, 11)));
        blocks.add(new Note("（核验码 0000。\nSHA-256：" + "01234567 ".repeat(8).strip() + "）"));
        OfficialDocument document = document(blocks.toArray(Block[]::new));
        try (PDDocument copy = Loader.loadPDF(document.pdf(M))) {
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(copy.getNumberOfPages());
            assertThat(copy.getNumberOfPages()).isEqualTo(2);
            assertThat(Normalizer.normalize(last.getText(copy), Normalizer.Form.NFKC)).contains("第17条", "宁波市奉化区教育局",
                    "SHA-256").doesNotContain("第16条");
        }
        List<Element> paragraphs = part(document.docx(), "word/document.xml").getElementsByTag("w:p");
        assertThat(paragraphs.stream().filter(each -> !each.getElementsByTag("w:keepNext").isEmpty())
                .map(Element::text)).containsExactly("第17条。", "宁波市奉化区教育局", "2019年9月11日");
    }

    @Test
    void pagesAreNumberedAtTheOuterEdge() throws IOException {
        byte[] docx = full().docx();
        assertThat(part(docx, "word/settings.xml").getElementsByTag("w:evenAndOddHeaders")).hasSize(1);
        List<String> sides = new ArrayList<>();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            word.getFooterList().forEach(footer -> {
                String xml = footer.getParagraphs().getFirst().getCTP().xmlText();
                assertThat(xml).contains("PAGE");
                assertThat(Jsoup.parse(xml).text()).isEqualTo("— 1 —");
                sides.add(footer.getParagraphs().getFirst().getAlignment().name());
            });
        }
        assertThat(sides).containsExactlyInAnyOrder("RIGHT", "LEFT");
    }

    @Test
    void theIssuerIsCentredOnItsDateFourCharactersFromTheEdge() throws IOException {
        List<String> free = indents("宁波市奉化区教育局");
        assertThat(free).containsExactly("275", "400");
        assertThat(indents("宁波市奉化区教育局小学研训部共同体工作领导小组办公室")).containsExactly("200", "1175");
    }

    private static List<String> indents(String issuer) throws IOException {
        return part(document(new Signature(issuer, LocalDate.of(2019, 9, 11))).docx(), "word/document.xml")
                .getElementsByTag("w:ind").stream().map(indent -> indent.attr("w:rightChars")).toList();
    }

    /** Where every character of the copy stands. */
    private static final class Places extends PDFTextStripper {

        private final List<List<TextPosition>> lines = new ArrayList<>();

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            lines.add(List.copyOf(positions));
        }
    }

    @Test
    void theCopyHasTheSameSheet() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(full().pdf(M))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            for (PDPage page : pdf.getPages()) {
                assertThat(page.getMediaBox().getWidth() / POINTS_PER_MM).isCloseTo(210, within(0.2));
                assertThat(page.getMediaBox().getHeight() / POINTS_PER_MM).isCloseTo(297, within(0.2));
            }
            Places places = new Places();
            places.setStartPage(2);
            places.setEndPage(2);
            places.getText(pdf);
            List<List<TextPosition>> body = places.lines.stream()
                    .filter(line -> Math.abs(line.getFirst().getFontSizeInPt() - 16) < 0.5).toList();
            assertThat(body).as("lines of a full page").hasSize(22);
            assertThat(body).allSatisfy(line -> {
                assertThat(line).hasSize(28);
                assertThat(line.getFirst().getXDirAdj() / POINTS_PER_MM).isBetween(28.0, 29.0);
                assertThat((line.getLast().getXDirAdj() + line.getLast().getWidthDirAdj()) / POINTS_PER_MM)
                        .isLessThan(184.5);
            });
            assertThat((body.getLast().getFirst().getYDirAdj() - body.getFirst().getFirst().getYDirAdj()) / 21)
                    .isCloseTo(28.98f, within(0.1f));
            assertThat(body.getFirst().getFirst().getYDirAdj() / POINTS_PER_MM).isBetween(37.0, 47.0);
        }
    }

    @Test
    void theCopyIsEmbeddedInAFreeTypefaceAndSaysSoOnEveryPage() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(full().pdf(M))) {
            Set<String> fonts = new TreeSet<>();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
                }
            }
            assertThat(fonts).containsExactly("NotoSansSC-Regular");
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page)).contains(normal(M.t("shell.copy.note")))
                        .contains("—" + page + "—");
            }
        }
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return normal(stripper.getText(pdf));
    }

    /** Some glyphs are read back as radicals (⽣ for 生); normalisation undoes that for all but a few. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "").replace('⻅', '见')
                .replace('⻓', '长');
    }

    @Test
    void aCharacterTheTypefaceLacksIsNamedByItsCodeAndNeverBlank() throws IOException {
        OfficialDocument document = document(new Paragraph("示例·䶮、示例㛃、示例教师𠮷、示例𬭼、坏\u0001字"));
        try (PDDocument pdf = Loader.loadPDF(document.pdf(M))) {
            String text = normal(new PDFTextStripper().getText(pdf));
            assertThat(text).contains("示例·䶮、示例㛃、示例教师〔U+20BB7〕、示例", "坏〔U+0001〕字")
                    .contains(normal(M.t("shell.copy.missing", "〔U+0001〕〔U+20BB7〕")));
        }
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(document.docx()))) {
            assertThat(word.getParagraphs().getLast().getText()).isEqualTo("示例·䶮、示例㛃、示例教师𠮷、示例𬭼、坏〔U+0001〕字");
        }
    }
}
