package org.jiaogongti.platform.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file as it arrives.
 *
 * @param name the name the sender gave it; shown, never used as a path
 */
public record Upload(String name, Content content) {

    /** A file as a form sent it. */
    public static Upload of(MultipartFile file) {
        String name = file.getOriginalFilename();
        return new Upload(name == null ? "" : name, file::getInputStream);
    }

    /** Those of a form's files in which there is anything. */
    public static List<Upload> allOf(@Nullable List<MultipartFile> files) {
        return files == null ? List.of() : files.stream().filter(file -> !file.isEmpty()).map(Upload::of).toList();
    }

    /** Opens the bytes once. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
