package org.jiaogongti.platform.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jiaogongti.platform.evidence.Received.Refused;
import org.jiaogongti.platform.evidence.Received.Stored;
import org.jiaogongti.platform.evidence.model.CleanName;
import org.jiaogongti.platform.evidence.model.Picture;
import org.jiaogongti.platform.evidence.model.Sniffing;
import org.jiaogongti.platform.evidence.store.FileDepot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From bytes that arrive to a checked file under its hash. */
@Component
class Reception {

    private final FileDepot depot;
    private final EvidenceLimits limits;

    Reception(FileDepot depot, EvidenceLimits limits) {
        this.depot = depot;
        this.limits = limits;
    }

    Received receive(String district, Upload upload) {
        try {
            byte[] file = read(upload);
            if (file == null) {
                return new Refused("evidence.refused.size", limits.bytesPerFile() / 1_000_000);
            }
            if (file.length == 0) {
                return new Refused("evidence.refused.empty");
            }
            Optional<FileKind> kind = Sniffing.kindOf(file);
            if (kind.isEmpty()) {
                return new Refused("evidence.refused.kind", CleanName.of(upload.name()));
            }
            return kind.get().picture()
                    ? picture(district, upload.name(), file, kind.get())
                    : keep(district, upload.name(), new Picture(file, kind.get(), 0, 0, null));
        } catch (IOException full) {
            throw new UncheckedIOException(
                    "A file could not be kept.\nCheck the space and rights of the data directory.",
                    full);
        }
    }

    boolean holds(String district, String sha256) {
        return depot.has(district, sha256);
    }

    byte[] bytes(String district, String sha256) {
        try {
            return depot.read(district, sha256);
        } catch (IOException lost) {
            throw new UncheckedIOException(
                    "File " + sha256 + " is not in the data directory.\nRestore it from a backup.",
                    lost);
        }
    }

    InputStream open(String district, String sha256) {
        try {
            return depot.open(district, sha256);
        } catch (IOException lost) {
            throw new UncheckedIOException("No file " + sha256 + ".\nRestore it from a backup.", lost);
        }
    }

    byte[] thumbnail(String district, String sha256, FileKind kind) {
        try {
            if (!depot.hasThumbnail(district, sha256)) {
                depot.keepThumbnail(district, sha256, Picture.thumbnail(depot.read(district, sha256), kind));
            }
            return depot.readThumbnail(district, sha256);
        } catch (IOException lost) {
            throw new UncheckedIOException("No preview of " + sha256 + ".\nRestore the file from a backup.", lost);
        }
    }

    /** Null where it is longer than allowed; never reads more than one byte beyond. */
    private byte @Nullable [] read(Upload upload) throws IOException {
        try (InputStream in = upload.content().open()) {
            byte[] file = in.readNBytes(Math.toIntExact(limits.bytesPerFile() + 1));
            return file.length > limits.bytesPerFile() ? null : file;
        }
    }

    private Received picture(String district, String name, byte[] file, FileKind kind) throws IOException {
        Picture drawn;
        try {
            Picture.Header header = Picture.header(file, kind);
            if (header.flood()) {
                return new Refused("evidence.refused.pixels", header.width(), header.height());
            }
            drawn = Picture.redraw(file, kind);
        } catch (IOException broken) {
            return new Refused("evidence.refused.broken", CleanName.of(name));
        }
        return keep(district, name, drawn);
    }

    private Stored keep(String district, String name, Picture file) throws IOException {
        String sha256 = HexFormat.of().formatHex(sha256(file.bytes()));
        depot.keep(district, sha256, file.bytes());
        return new Stored(sha256, file.kind(), file.bytes().length, file.width(), file.height(), CleanName.of(name),
                file.takenAt());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is missing.\nUse a complete Java runtime.", impossible);
        }
    }
}
