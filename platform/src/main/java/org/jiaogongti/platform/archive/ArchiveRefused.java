package org.jiaogongti.platform.archive;

/** An archive is not written or not taken in; the message says why and what to do. Nothing was changed. */
public final class ArchiveRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean damaged;

    private ArchiveRefused(boolean damaged, String chinese, String english) {
        super(chinese + "\n" + english);
        this.damaged = damaged;
    }

    static ArchiveRefused because(String chinese, String english) {
        return new ArchiveRefused(false, chinese, english);
    }

    static ArchiveRefused damaged(String file, String chinese, String english) {
        return new ArchiveRefused(true, "归档文件有问题：" + file + " " + chinese + "。没有导入任何内容，请重新拷贝或重新导出。",
                "The archive is damaged: " + file + " " + english + ". Nothing was taken in; copy or export it again.");
    }

    /** Whether the archive itself is at fault, and not where it was to go. */
    public boolean isDamaged() {
        return damaged;
    }
}
