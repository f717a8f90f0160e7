package org.jiaogongti.platform.advice.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.advice.Adviser;
import org.jiaogongti.platform.advice.AdviserLinks.Invitation;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.OfficialDocument;
import org.jiaogongti.platform.shell.OfficialDocument.Addressee;
import org.jiaogongti.platform.shell.OfficialDocument.Block;
import org.jiaogongti.platform.shell.OfficialDocument.Paragraph;
import org.jiaogongti.platform.shell.OfficialDocument.Picture;
import org.jiaogongti.platform.shell.OfficialDocument.Signature;
import org.jiaogongti.platform.shell.QrPath;

/** 邀请函: who is invited, when, where and what for, with the link as a QR code, signed on the same page. */
record InvitationLetter(Invitation invitation, String district, String address, Words words) {

    private static final int PIXELS = 4;

    OfficialDocument document() {
        Messages m = words.m();
        Adviser adviser = invitation.adviser();
        OccasionBrief occasion = invitation.occasion();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Addressee(m.t("advice.letter.to", adviser.name())));
        blocks.add(new Paragraph(m.t("advice.letter.thanks", invitation.community(), words.kind(adviser))));
        if (occasion == null) {
            blocks.add(new Paragraph(m.t("advice.letter.follow")));
        } else {
            blocks.add(new Paragraph(m.t("advice.letter.come")));
            blocks.add(new Paragraph(m.t("advice.letter.when", day(occasion.date(), m))));
            blocks.add(new Paragraph(m.t("advice.letter.where", occasion.where())));
            blocks.add(new Paragraph(m.t("advice.letter.what", occasion.title())));
        }
        blocks.add(new Paragraph(m.t("advice.letter.link", day(invitation.link().last(), m))));
        blocks.add(new Picture(QrPath.png(address, PIXELS), m.t("advice.letter.qr"), address));
        blocks.add(new Signature(m.t("advice.letter.bureau", district), invitation.today()));
        return new OfficialDocument(m.t("advice.letter.file", adviser.name(), invitation.today().toString()), null,
                m.t("advice.letter.title"), blocks);
    }

    private static String day(LocalDate day, Messages m) {
        return m.t("advice.letter.day", Integer.toString(day.getYear()), day.getMonthValue(), day.getDayOfMonth());
    }
}
