package org.jiaogongti.platform.evidence.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.jiaogongti.platform.evidence.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

    /** A TIFF block (big endian): orientation 6, a pointer to details with the time, and a GPS pointer with a place. */
    private static final String PLACE = "GPS-29.6500N-121.4000E";

    @Test
    void nothingHiddenOutlivesRedrawingButTheTime() throws IOException {
        byte[] photo = withExif(jpeg(40, 20));
        assertThat(text(photo)).contains(PLACE);
        Picture kept = Picture.redraw(photo, FileKind.JPEG);
        assertThat(text(kept.bytes())).doesNotContain(PLACE).doesNotContain("Exif").doesNotContain("<script>");
        assertThat(kept.takenAt()).isEqualTo(LocalDateTime.of(2024, 11, 20, 9, 30));
        assertThat(kept.width()).as("turned upright").isEqualTo(20);
        assertThat(kept.height()).isEqualTo(40);
    }

    @Test
    void pixelFloodIsSeenInTheHeader() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(50_000).putInt(50_000).put((byte) 8).put((byte) 2);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        byte[] chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII)).put(header.array())
                .array();
        CRC32 sum = new CRC32();
        sum.update(chunk);
        png.write(ByteBuffer.allocate(25).putInt(13).put(chunk).putInt((int) sum.getValue()).array());
        assertThat(Picture.header(png.toByteArray(), FileKind.PNG).flood()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "<html><script>1</script>",
            "GIF89a/*", "MZ\u0090", "%PDF-1.4\n<html><script>alert(1)</script>", "#!/bin/sh"})
    void whatIsNoneOfTheKindsIsRefusedWhateverItsName(String content) {
        assertThat(Sniffing.kindOf(content.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @Test
    void officeFilesAreKnownByTheirContentsAndMacrosRefused() throws IOException {
        assertThat(Sniffing.kindOf(zip("[Content_Types].xml", "word/document.xml"))).contains(FileKind.DOCX);
        assertThat(Sniffing.kindOf(zip("[Content_Types].xml", "xl/workbook.xml"))).contains(FileKind.XLSX);
        assertThat(Sniffing.kindOf(zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"))).isEmpty();
        assertThat(Sniffing.kindOf(zip("a.txt"))).isEmpty();
    }

    @Test
    void namesLoseFoldersAndTricksAndKeepRareCharacters() {
        assertThat(CleanName.of("../../etc/passwd")).isEqualTo("passwd");
        assertThat(CleanName.of("C:\\照片\\𠮷䶮.jpg")).isEqualTo("𠮷䶮.jpg");
        assertThat(CleanName.of("gpj.\u202Eexe\u0000")).isEqualTo("gpj.exe");
        assertThat(CleanName.of("..")).isEqualTo("文件");
    }

    static byte[] jpeg(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }

    private static byte[] withExif(byte[] jpeg) throws IOException {
        ByteBuffer tiff = ByteBuffer.allocate(160);
        tiff.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6).putShort((short) 0);
        tiff.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(38);
        tiff.putInt(0);
        tiff.position(38);
        tiff.putShort((short) 1);
        tiff.putShort((short) 0x9003).putShort((short) 2).putInt(20).putInt(60);
        tiff.position(60);
        tiff.put("2024:11:20 09:30:00\0".getBytes(StandardCharsets.US_ASCII));
        tiff.position(90);
        tiff.put(PLACE.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(ByteBuffer.allocate(4).putShort((short) 0xFFE1).putShort((short) (2 + 6 + 160)).array());
        out.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.write(tiff.array());
        out.write(jpeg, 2, jpeg.length - 2);
        out.write("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("x".getBytes(StandardCharsets.US_ASCII));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
