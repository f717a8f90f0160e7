package org.jiaogongti.platform.shell.model;

import java.util.List;
import org.jiaogongti.platform.shell.OfficialDocument.Block;
import org.jiaogongti.platform.shell.OfficialDocument.Heading;
import org.jiaogongti.platform.shell.OfficialDocument.Paragraph;
import org.jiaogongti.platform.shell.OfficialDocument.Signature;
import org.jiaogongti.platform.shell.OfficialDocument.Table;

/** Where the end of a document begins that stays on one page: no seal stands on a page without text. */
final class Ending {

    private static final int LONGEST_PARAGRAPH = 300;
    private static final int LONGEST_TABLE = 10;

    private Ending() {}

    /** The position of its first block; the number of blocks where nothing is signed. */
    static int begin(List<Block> blocks) {
        int signed = blocks.size();
        for (int at = 0; at < blocks.size(); at++) {
            if (blocks.get(at) instanceof Signature) {
                signed = at;
            }
        }
        if (signed == blocks.size() || signed == 0 || !fits(blocks.get(signed - 1))) {
            return signed;
        }
        return signed > 1 && blocks.get(signed - 2) instanceof Heading ? signed - 2 : signed - 1;
    }

    /** A long last paragraph may break before the seal: some of it comes along anyway. */
    private static boolean fits(Block last) {
        return (last instanceof Paragraph paragraph && paragraph.text().length() <= LONGEST_PARAGRAPH)
                || (last instanceof Table table && table.rows().size() <= LONGEST_TABLE);
    }
}
