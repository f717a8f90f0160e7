package org.jiaogongti.platform.start;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** A QR code of half blocks for a terminal: two rows of modules in one line of text. */
final class QrCode {

    private static final int QUIET_ZONE = 2;

    private QrCode() {}

    /** Light modules are drawn, dark ones left out; the colours are forced, so that a light terminal shows the same. */
    static String of(String text, boolean coloured) {
        BitMatrix modules = modules(text);
        StringBuilder lines = new StringBuilder();
        for (int row = 0; row < modules.getHeight(); row += 2) {
            lines.append(coloured ? "\u001b[97;40m" : "");
            for (int column = 0; column < modules.getWidth(); column++) {
                boolean upper = !modules.get(column, row);
                boolean lower = row + 1 >= modules.getHeight() || !modules.get(column, row + 1);
                lines.append(upper ? lower ? '█' : '▀' : lower ? '▄' : ' ');
            }
            lines.append(coloured ? "\u001b[0m\n" : "\n");
        }
        return lines.toString();
    }

    private static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0,
                    Map.of(EncodeHintType.MARGIN, QUIET_ZONE));
        } catch (WriterException e) {
            throw new IllegalStateException("no QR code for " + text, e);
        }
    }
}
