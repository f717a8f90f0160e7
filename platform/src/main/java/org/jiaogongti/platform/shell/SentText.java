package org.jiaogongti.platform.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A plain text file as a form sends it. */
public sealed interface SentText {

    /** No charter, notice or list comes near this. */
    int LARGEST = 2_000_000;

    /** No file was chosen. */
    record None() implements SentText {}

    /** Not UTF-8, or too large to be what is asked for. */
    record Unreadable() implements SentText {}

    /** Its text, without the mark that some editors put before it. */
    record Given(String text) implements SentText {}

    /** Reads a file whole. */
    static SentText of(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return new None();
        }
        if (file.getSize() > LARGEST) {
            return new Unreadable();
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getBytes())).toString();
            return new Given(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notText) {
            return new Unreadable();
        } catch (IOException e) {
            throw new UncheckedIOException("a sent file could not be read", e);
        }
    }
}
