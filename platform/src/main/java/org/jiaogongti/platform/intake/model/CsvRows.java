package org.jiaogongti.platform.intake.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jiaogongti.platform.shell.TableText;

/** Separated values in UTF-8, UTF-16 with a mark, or GB18030, as spreadsheets write them here. */
final class CsvRows {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BLOCK = 1 << 16;
    private static final char MARK = '\uFEFF';

    private CsvRows() {}

    static void read(Path file, TableReader.Rows rows) throws IOException, Unreadable {
        Charset charset = charset(file);
        try (BufferedReader reader = open(file, charset)) {
            reader.mark(BLOCK);
            if (reader.read() != MARK) {
                reader.reset();
            }
            char separator = separator(reader);
            CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(false)
                    .setLenientEof(true).setTrailingData(true).get();
            read(reader, format, rows);
        }
    }

    private static void read(Reader reader, CSVFormat format, TableReader.Rows rows) throws IOException, Unreadable {
        try (CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format).get()) {
            long next = 1;
            for (CSVRecord record : parser) {
                if (record.size() > Limits.COLUMNS && !record.get(Limits.COLUMNS).isBlank()) {
                    throw new Unreadable("intake.file.columns", next, Limits.COLUMNS);
                }
                rows.row(new RawRow(Math.toIntExact(next), record.stream().map(TableText::unguarded).toList()));
                next++;
            }
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof CSVException) {
                throw new Unreadable("intake.file.quotes");
            }
            throw broken.getCause();
        } catch (CSVException broken) {
            throw new Unreadable("intake.file.quotes");
        }
    }

    private static BufferedReader open(Path file, Charset charset) throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), BLOCK);
    }

    /** Tab, comma or semicolon: whichever stands most often in the first line. */
    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(BLOCK);
        char[] start = new char[BLOCK / 2];
        int length = Math.max(0, reader.read(start));
        reader.reset();
        String first = new String(start, 0, length).lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        long most = first.chars().filter(sign -> sign == ',').count();
        for (char other : List.of('\t', ';')) {
            long count = first.chars().filter(sign -> sign == other).count();
            if (count > most) {
                most = count;
                best = other;
            }
        }
        return best;
    }

    /** Strictly UTF-8 where that is possible, for hardly any GB18030 text is by chance. */
    private static Charset charset(Path file) throws IOException, Unreadable {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(2);
        }
        if (head.length == 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length == 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            if (fits(file, charset)) {
                return charset;
            }
        }
        throw new Unreadable("intake.file.encoding");
    }

    private static boolean fits(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        CharBuffer text = CharBuffer.allocate(BLOCK);
        try (FileChannel channel = FileChannel.open(file)) {
            boolean last = false;
            while (!last) {
                last = channel.read(bytes) < 0;
                bytes.flip();
                CoderResult result;
                do {
                    text.clear();
                    result = decoder.decode(bytes, text, last);
                    if (result.isError() || text.flip().chars().anyMatch(sign -> sign == 0)) {
                        return false;
                    }
                } while (result.isOverflow());
                bytes.compact();
            }
        }
        return true;
    }
}
