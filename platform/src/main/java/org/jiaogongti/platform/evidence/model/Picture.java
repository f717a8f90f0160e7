package org.jiaogongti.platform.evidence.model;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.jiaogongti.platform.evidence.FileKind;
import org.jspecify.annotations.Nullable;

/**
 * A picture drawn anew from its pixels, so that nothing hidden in the file comes along: no place, no camera, no trailing
 * bytes that are another format.
 *
 * @param width after turning it upright, in pixels
 * @param height after turning it upright, in pixels
 * @param takenAt the camera's own time, kept as data
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Picture(byte[] bytes, FileKind kind, int width, int height, @Nullable LocalDateTime takenAt) {

    /** More pixels than this are refused from the header: 50 million, what the largest phone cameras take. */
    public static final long MOST_PIXELS = 50_000_000;
    /** The longer edge of what is kept, in pixels. */
    private static final int LONGEST_EDGE = 2560;
    private static final int THUMBNAIL_EDGE = 480;
    private static final float QUALITY = 0.85f;

    /** What the header says, read without decoding a pixel. */
    public record Header(int width, int height) {

        public boolean flood() {
            return (long) width * height > MOST_PIXELS;
        }
    }

    public static Header header(byte[] file, FileKind kind) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = reader(kind);
            try {
                reader.setInput(in, true, true);
                return new Header(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        }
    }

    /** Call only after {@link Header#flood()} said no. */
    public static Picture redraw(byte[] file, FileKind kind) throws IOException {
        Exif exif = kind == FileKind.JPEG ? Exif.of(file) : Exif.NONE;
        BufferedImage upright = upright(decode(file, kind, LONGEST_EDGE), exif.orientation());
        BufferedImage fitted = fit(upright, LONGEST_EDGE, kind == FileKind.PNG);
        return new Picture(encode(fitted, kind), kind, fitted.getWidth(), fitted.getHeight(), exif.takenAt());
    }

    /** A JPEG of at most {@value #THUMBNAIL_EDGE} pixels. */
    public static byte[] thumbnail(byte[] file, FileKind kind) throws IOException {
        return encode(fit(decode(file, kind, THUMBNAIL_EDGE), THUMBNAIL_EDGE, false), FileKind.JPEG);
    }

    private static ImageReader reader(FileKind kind) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(kind.mediaType());
        if (!readers.hasNext()) {
            throw new IOException("No reader for " + kind + ".\nUse a Java runtime with the java.desktop module.");
        }
        return readers.next();
    }

    private static BufferedImage decode(byte[] file, FileKind kind, int edge) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = reader(kind);
            try {
                reader.setInput(in, true, true);
                ImageReadParam param = reader.getDefaultReadParam();
                int every = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * edge));
                param.setSourceSubsampling(every, every, 0, 0);
                return reader.read(0, param);
            } catch (RuntimeException broken) {
                throw new IOException("The picture cannot be decoded.\nTake or export it again.", broken);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Exif orientations 1 to 8 as turns and mirrors (CIPA DC-008, table 6). */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        int w = image.getWidth();
        int h = image.getHeight();
        boolean turned = orientation >= 5;
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
        BufferedImage out = new BufferedImage(turned ? h : w, turned ? w : h, type(image.getColorModel().hasAlpha()));
        Graphics2D pen = out.createGraphics();
        pen.drawImage(image, turn, null);
        pen.dispose();
        return out;
    }

    private static int type(boolean alpha) {
        return alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    }

    private static BufferedImage fit(BufferedImage image, int edge, boolean alphaAllowed) {
        double scale = Math.min(1.0, (double) edge / Math.max(image.getWidth(), image.getHeight()));
        int w = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int h = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean alpha = alphaAllowed && image.getColorModel().hasAlpha();
        BufferedImage out = new BufferedImage(w, h, type(alpha));
        Graphics2D pen = out.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        if (!alpha) {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, w, h);
        }
        pen.drawImage(image, 0, 0, w, h, null);
        pen.dispose();
        return out;
    }

    private static byte[] encode(BufferedImage image, FileKind kind) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(kind.mediaType()).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (kind == FileKind.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
