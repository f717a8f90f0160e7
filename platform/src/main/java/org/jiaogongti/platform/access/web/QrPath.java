package org.jiaogongti.platform.access.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A QR code as one SVG path of dark runs.
 *
 * @param side modules along a side, the quiet zone included
 * @param path the path's data
 */
public record QrPath(int side, String path) {

    private static final int QUIET_ZONE = 4;

    static QrPath of(String text) {
        BitMatrix modules = modules(text);
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                int run = 0;
                while (column + run < modules.getWidth() && modules.get(column + run, row)) {
                    run++;
                }
                if (run > 0) {
                    path.append("M%d %dh%dv1h-%dz".formatted(column, row, run, run));
                    column += run;
                }
            }
        }
        return new QrPath(modules.getWidth(), path.toString());
    }

    private static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0,
                    Map.of(EncodeHintType.MARGIN, QUIET_ZONE, EncodeHintType.CHARACTER_SET, "UTF-8"));
        } catch (WriterException e) {
            throw new IllegalStateException("no QR code for a text of " + text.length() + " characters", e);
        }
    }
}
