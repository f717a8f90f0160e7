package org.jiaogongti.charter.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Zip files whose bytes follow from their contents alone: stored, not deflated (what a deflater writes differs between
 * versions of zlib), sorted by name, all of one time. Nothing that is read can grow, since nothing is packed.
 */
final class Zip {

    static final String ITSELF = "归档";

    private static final Pattern NAME = Pattern.compile("([a-z]{1,20}/){0,2}[a-z0-9-]{1,60}\\.(csv|json|txt|yaml)");
    private static final int MOST_FILES = 64;
    /** The first moment that a zip file can tell. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Zip() {}

    static byte[] write(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                if (!NAME.matcher(file.getKey()).matches()) {
                    throw new IllegalArgumentException("An archive has no file of the name %s.%nUse %s."
                            .formatted(file.getKey(), NAME));
                }
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(file.getValue().length);
                CRC32 sum = new CRC32();
                sum.update(file.getValue());
                entry.setCrc(sum.getValue());
                entry.setTimeLocal(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The files by name. */
    static Map<String, byte[]> read(byte[] bytes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        String now = ITSELF;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                check(entry, files, bytes.length);
                now = entry.getName();
                files.put(now, zip.readNBytes((int) entry.getSize()));
                // Reads to the end of the entry, where its sum is compared.
                zip.closeEntry();
                now = ITSELF;
            }
        } catch (ZipException wrong) {
            throw new BadFile(now, now.equals(ITSELF) ? "不是完整的归档文件；请重新拷贝一份" : "内容和校验和对不上；文件坏了或被改过");
        } catch (IOException | IllegalArgumentException wrong) {
            throw new BadFile(now, "不是完整的归档文件；请重新拷贝一份");
        }
        if (files.isEmpty()) {
            throw new BadFile(ITSELF, "不是归档文件；请给出冻结考核时下载的 .zip");
        }
        return files;
    }

    private static void check(ZipEntry entry, Map<String, byte[]> files, int whole) {
        String name = entry.getName();
        if (!NAME.matcher(name).matches()) {
            throw new BadFile(ITSELF, "里面有不该有的文件名“" + printable(name) + "”");
        }
        if (files.containsKey(name)) {
            throw new BadFile(ITSELF, "“" + name + "”出现两次");
        }
        if (files.size() >= MOST_FILES) {
            throw new BadFile(ITSELF, "文件太多，超过 " + MOST_FILES + " 个");
        }
        if (entry.getMethod() != ZipEntry.STORED || entry.getSize() < 0) {
            throw new BadFile(name, "被重新压缩过；请用原来的归档文件");
        }
        if (entry.getSize() > whole) {
            throw new BadFile(name, "不完整；请重新拷贝一份");
        }
    }

    private static String printable(String name) {
        return name.codePoints().limit(60).map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
