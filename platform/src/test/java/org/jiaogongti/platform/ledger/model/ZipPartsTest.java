package org.jiaogongti.platform.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ZipPartsTest {

    /** Gives bytes by blocks only, and knows whether more than a block was ever asked for. */
    private static final class Pieces extends InputStream {

        private final Random bytes = new Random(7);
        private long left;
        private int mostAsked;

        Pieces(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            throw new AssertionError("read one by one");
        }

        @Override
        public byte[] readAllBytes() {
            throw new AssertionError("read at once");
        }

        @Override
        public int read(byte[] into, int from, int length) {
            mostAsked = Math.max(mostAsked, length);
            if (left == 0) {
                return -1;
            }
            int given = (int) Math.min(left, length);
            for (int at = 0; at < given; at++) {
                into[from + at] = (byte) bytes.nextInt();
            }
            left -= given;
            return given;
        }
    }

    /** Says how much had come out when it was asked. */
    private static final class Out extends OutputStream {

        private long written;

        @Override
        public void write(int octet) {
            written++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            written += length;
        }
    }

    @Test
    void aFileIsPassedOnBlockByBlockAndNothingIsHeldBack() throws IOException {
        Out out = new Out();
        ZipParts zip = new ZipParts(out, new SafeNames());
        Pieces pieces = new Pieces(5_000_000);
        zip.copy("佐证", "大.bin", pieces);
        assertThat(pieces.mostAsked).isEqualTo(1 << 16);
        // Bytes of chance cannot be made smaller: what went in has come out, but for what the deflater has in hand.
        assertThat(out.written).isGreaterThan(4_900_000);
    }

    @Test
    void theArchiveOpensAgainWithItsSumsAndItsNames(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipParts zip = new ZipParts(out, new SafeNames());
        ZipParts.Entry one = zip.add("01 三(二)3", "台账.txt", to -> {
            to.write("一".getBytes(StandardCharsets.UTF_8));
            to.close();
        });
        zip.add("01 三(二)3", "台账.txt", to -> to.write("二".getBytes(StandardCharsets.UTF_8)));
        zip.finish("sha256.txt");
        Path file = folder.resolve("a.zip");
        Files.write(file, out.toByteArray());
        // Bit 11 of the first local header: names are UTF-8 (APPNOTE 4.4.4).
        assertThat(out.toByteArray()[7] & 0x08).isEqualTo(0x08);
        try (ZipFile opened = new ZipFile(file.toFile())) {
            assertThat(opened.stream().map(entry -> entry.getName()).toList()).containsExactly("01 三(二)3/台账.txt",
                    "01 三(二)3/台账 (2).txt", "sha256.txt");
            byte[] bytes = opened.getInputStream(opened.getEntry(one.path())).readAllBytes();
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("一");
            assertThat(one.sha256()).isEqualTo(HexFormat.of().formatHex(ZipParts.sha256().digest(bytes)));
            String sums = new String(opened.getInputStream(opened.getEntry("sha256.txt")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(sums.lines()).hasSize(2).first().isEqualTo(one.sha256() + "  " + one.path());
        }
    }
}
