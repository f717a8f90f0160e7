package org.jiaogongti.platform.shell.model;

import java.time.LocalDate;
import org.jiaogongti.platform.shell.OfficialDocument.Signature;

/**
 * Where the issuer and the date stand (GB/T 9704-2012, 7.3.5): the date four characters from the right edge and the issuer
 * centred above it; an issuer much longer than the date keeps two characters from the edge and the date moves.
 *
 * @param issuerIndent hundredths of a character free at the right of the issuer
 * @param dateIndent hundredths of a character free at the right of the date
 */
record SignaturePlace(String date, int issuerIndent, int dateIndent) {

    private static final int DATE_FREE = 400;
    private static final int ISSUER_FREE = 200;

    static SignaturePlace of(Signature signature) {
        LocalDate day = signature.date();
        String date = day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        int difference = (width(date) - width(signature.organisation())) / 2;
        int issuer = DATE_FREE + difference;
        return issuer >= ISSUER_FREE
                ? new SignaturePlace(date, issuer, DATE_FREE)
                : new SignaturePlace(date, ISSUER_FREE, ISSUER_FREE - difference);
    }

    /** In hundredths of a character: what is not Latin is a whole one wide. */
    private static int width(String text) {
        return text.codePoints().map(point -> point < 0x300 ? 50 : 100).sum();
    }
}
